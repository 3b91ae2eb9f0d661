import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { NoForm } from "../form/form";
import { useSend } from "./sendContext";

const useStyles = makeStyles({
  title: { margin: "0 0 4px", fontSize: tokens.fontSizeBase400 },
  pick: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "end", marginTop: "12px" },
  label: { display: "grid", gap: "4px", flexGrow: 1, minWidth: "10em" },
  list: { paddingLeft: "1.2em", margin: "4px 0" },
});

/** No form was found: what was looked for, what was found sheet by sheet, and a sheet to pick. */
export function NoFormNotice(props: { readonly noForm: NoForm; readonly sheetNames: readonly string[] }) {
  const styles = useStyles();
  const send = useSend();
  const id = useId();
  const [sheet, setSheet] = useState(props.noForm.sheets[0]?.sheet ?? props.sheetNames[0] ?? "");
  return (
    <section aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`} className={styles.title}>
        没有找到自评表
      </h2>
      <p>{props.noForm.why}</p>
      <p>查找的表头：{props.noForm.wanted.join("、")}。</p>
      <ul className={styles.list}>
        {props.noForm.sheets.slice(0, 6).map((one) => (
          <li key={one.sheet}>
            “{one.sheet}”：{one.found.length > 0 ? `找到${one.found.join("、")}；` : ""}缺
            {one.missing.join("、") || "—"}
          </li>
        ))}
      </ul>
      <div className={styles.pick}>
        <label className={styles.label}>
          自评表在哪个工作表
          <select
            className="native"
            value={sheet}
            onChange={(event) => {
              setSheet(event.target.value);
            }}
          >
            {props.sheetNames.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <Button
          appearance="primary"
          onClick={() => {
            send({ kind: "reread", sheet });
          }}
        >
          按此表查找
        </Button>
        <Button
          onClick={() => {
            send({ kind: "reread" });
          }}
        >
          重新查找
        </Button>
      </div>
    </section>
  );
}
