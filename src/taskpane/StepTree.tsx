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
export function StepTree({ step, formSheet }: { readonly step: Step; readonly formSheet: string }) {
  const styles = useStyles();
  return (
    <ul className={`${styles.list} ${styles.top}`}>
      <StepItem step={step} formSheet={formSheet} />
    </ul>
  );
}

/** Many inputs that have inputs of their own (the rows of an annex) are opened one by one. */
const manyInputs = 6;

function StepItem(props: { readonly step: Step; readonly formSheet: string; readonly folded?: boolean }) {
  const styles = useStyles();
  const { step, formSheet } = props;
  const line = (
    <>
      <span>{step.label}</span> <span className={styles.value}>{formatStep(step.value, step.unit)}</span>
    </>
  );
  const link = step.at !== undefined && <CellLink at={step.at} formSheet={formSheet} />;
  const below = <StepBelow step={step} formSheet={formSheet} />;
  if (props.folded === true && step.inputs.length > 0) {
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

function StepBelow({ step, formSheet }: { readonly step: Step; readonly formSheet: string }) {
  const styles = useStyles();
  return (
    <>
      {step.clause !== undefined && step.clause !== "" && <p className={styles.clause}>“{step.clause}”</p>}
      {step.inputs.length > 0 && (
        <ul className={styles.list}>
          {step.inputs.map((input, n) => (
            <StepItem key={n} step={input} formSheet={formSheet} folded={step.inputs.length > manyInputs} />
          ))}
        </ul>
      )}
    </>
  );
}
