import { makeStyles, tokens } from "@fluentui/react-components";
import type { Step } from "../criteria/rule";
import { CellLink } from "./CellLink";
import { formatStep } from "./formatStep";

const useStyles = makeStyles({
  list: {
    listStyleType: "none",
    margin: 0,
    paddingLeft: "12px",
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  top: { paddingLeft: 0, borderLeft: "none" },
  line: { display: "flex", flexWrap: "wrap", gap: "0 8px", alignItems: "baseline", padding: "2px 0" },
  value: { fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightSemibold },
  clause: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  more: { padding: "2px 0", cursor: "pointer" },
});

/** A number with its reasons, down to the cells: what was put in, step by step. */
export function StepTree({ step }: { readonly step: Step }) {
  const styles = useStyles();
  return (
    <ul className={`${styles.list} ${styles.top}`}>
      <StepItem step={step} folded={false} />
    </ul>
  );
}

/** Many inputs that have inputs of their own (the rows of an annex) are opened one by one. */
const manyInputs = 6;

function StepItem({ step, folded }: { readonly step: Step; readonly folded: boolean }) {
  const styles = useStyles();
  const { clause = "", inputs } = step;
  const line = (
    <>
      <span>{step.label}</span> <span className={styles.value}>{formatStep(step.value, step.unit)}</span>
    </>
  );
  const link = step.at !== undefined && <CellLink at={step.at} />;
  const below = (
    <>
      {clause !== "" && <p className={styles.clause}>“{clause}”</p>}
      {inputs.length > 0 && (
        <ul className={styles.list}>
          {inputs.map((input, n) => (
            <StepItem key={n} step={input} folded={inputs.length > manyInputs} />
          ))}
        </ul>
      )}
    </>
  );
  if (folded && inputs.length > 0) {
    return (
      <li>
        <details>
          <summary className={styles.more}>{line}</summary>
          {link}
          {below}
        </details>
      </li>
    );
  }
  return (
    <li>
      <div className={styles.line}>
        {line}
        {link}
      </div>
      {below}
    </li>
  );
}
