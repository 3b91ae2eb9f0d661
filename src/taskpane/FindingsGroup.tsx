import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { FindingGroup } from "../findings/causes";
import { severities, type Finding } from "../findings/finding";
import { FixFold } from "./FixFold";
import { FindingItem, plainButton } from "./FindingItem";

const useStyles = makeStyles({
  heading: { margin: "4px 0", fontSize: tokens.fontSizeBase300 },
  fold: { ...plainButton, display: "flex", gap: "8px", alignItems: "baseline", padding: "4px 0" },
  title: { flexGrow: 1 },
  severity: {
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: "nowrap",
  },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: "6px" },
  filter: { display: "flex", gap: "8px", alignItems: "center", flexWrap: "wrap" },
});

/** A group with more than these begins folded. */
const shortGroup = 3;

/** Findings of one cause under one heading: "评分依据过于简单（18处）", folded while there are many of them. */
export function FindingsGroup(props: { readonly group: FindingGroup; readonly current: string | null }) {
  const styles = useStyles();
  const { group, current } = props;
  const id = useId();
  const { findings } = group;
  const [picked, setPicked] = useState<boolean | null>(null);
  const holdsCurrent = findings.some(({ key }) => key === current);
  const unfolded = holdsCurrent || (picked ?? findings.length <= shortGroup);
  return (
    <div>
      <h3 className={styles.heading}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={unfolded}
          aria-controls={unfolded ? id : undefined}
          onClick={() => {
            setPicked(!unfolded);
          }}
        >
          <span aria-hidden>{unfolded ? "▾" : "▸"}</span>
          <span className={styles.title}>
            {group.title}（{findings.length}处）
          </span>
          <span className={styles.severity}>{group.severity}</span>
        </button>
      </h3>
      {unfolded && (
        <div id={id}>
          {findings.length > 1 && <FixFold findings={findings} />}
          <FindingList findings={findings} current={current} />
        </div>
      )}
    </div>
  );
}

/** Findings one under the other, the current one unfolded. */
export function FindingList(props: {
  readonly findings: readonly Finding[];
  readonly current: string | null;
}) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {props.findings.map((finding) => (
        <FindingItem key={finding.key} finding={finding} unfolded={finding.key === props.current} />
      ))}
    </ul>
  );
}

/** Which severities are shown; "" for all. */
export function FindingsFilter(props: {
  readonly shown: Finding["severity"] | "";
  readonly onShow: (shown: Finding["severity"] | "") => void;
  readonly open: readonly Finding[];
}) {
  const styles = useStyles();
  const { shown, onShow, open } = props;
  return (
    <label className={styles.filter}>
      显示
      <select
        value={shown}
        onChange={({ target }) => {
          onShow(severities.find((severity) => severity === target.value) ?? "");
        }}
      >
        <option value="">全部（{open.length}）</option>
        {severities.map((severity) => (
          <option key={severity} value={severity}>
            {severity}（{open.filter((finding) => finding.severity === severity).length}）
          </option>
        ))}
      </select>
    </label>
  );
}
