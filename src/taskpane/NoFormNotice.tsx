import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { NoForm } from "../form/form";
import { useSend } from "./sendContext";

const useStyles = makeStyles({
  title: { margin: "0 0 4px", fontSize: tokens.fontSizeBase400 },
  list: { paddingLeft: "1.2em", margin: "4px 0" },
});

/** A workbook may hold hundreds of sheets; the most promising stand first. */
const told = 20;

/** No form was found: what was looked for, and sheet by sheet why that is none. */
export function NoFormNotice({ noForm }: { readonly noForm: NoForm }) {
  const styles = useStyles();
  const send = useSend();
  const id = useId();
  const rest = noForm.sheets.length - told;
  return (
    <section aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`} className={styles.title}>
        没有找到自评表
      </h2>
      <p>{noForm.why}</p>
      <p>查找的表头：{noForm.wanted.join("、")}。</p>
      <ul className={styles.list}>
        {noForm.sheets.slice(0, told).map(({ sheet, found, reason }) => (
          <li key={sheet}>
            “{sheet}”{reason}
            {found.length > 0 && `（表头有${found.join("、")}）`}
          </li>
        ))}
        {rest > 0 && <li>另有{rest}个工作表。</li>}
      </ul>
      <p>表格改动后会自动重新查找。只改了工作表名称的，请点“重新查找”。</p>
      <Button
        onClick={() => {
          send({ kind: "reread" });
        }}
      >
        重新查找
      </Button>
    </section>
  );
}
