import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { sayResult } from "../app/sayTrial";
import { askedFirst, tryValues, type ReadClause } from "../app/tryValues";
import type { ChosenOptions } from "../criteria/choices";
import type { FactSpec } from "../criteria/fact";
import { blankDraft, type FactDraft } from "./factDraft";
import { FactField } from "./FactField";
import { measuredIn } from "./layOutScale";
import { ScaleDrawing } from "./ScaleDrawing";
import { readTrial } from "./readTrial";

const useStyles = makeStyles({
  hint: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  form: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "12px" },
  fields: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 260px), 1fr))",
    gap: "4px 24px",
    alignItems: "start",
  },
  summary: { cursor: "pointer", color: tokens.colorBrandForegroundLink, marginBottom: "8px" },
  result: {
    padding: "8px 10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  points: { margin: 0, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  why: { margin: "2px 0 0" },
  clear: { justifySelf: "start" },
});

/** Values to try a rule on: what it asks, and at once what it gives for them and why. Nothing is written anywhere. */
export function TrialForm(props: {
  readonly reading: ReadClause;
  readonly weight: number | null;
  /** Of what the text leaves open. */
  readonly options: ChosenOptions;
}) {
  const styles = useStyles();
  const { reading, weight, options } = props;
  const [drafts, setDrafts] = useState<Readonly<Record<string, FactDraft>>>({});
  const { values, problems } = readTrial(reading.asks, drafts, weight);
  const result = tryValues(reading, values, weight, options);
  const { points, why } = sayResult(reading, result, weight);
  const first = askedFirst(reading);
  const instead = reading.asks.filter((spec) => !first.includes(spec));
  const fields = (specs: readonly FactSpec[]) => (
    <div className={styles.fields}>
      {specs.map((spec) => (
        <FactField
          key={spec.key}
          fact={{ id: `trial.${spec.key}`, spec }}
          question={spec.question}
          trial
          draft={drafts[spec.key] ?? blankDraft(spec)}
          complaint={problems[spec.key] ?? null}
          change={(draft) => {
            setDrafts((before) => ({ ...before, [spec.key]: draft }));
          }}
        />
      ))}
    </div>
  );
  return (
    <div className={styles.form}>
      <p className={styles.hint}>只按上面的文字试算，不写入表格。</p>
      {fields(first)}
      {instead.length > 0 && (
        <details>
          <summary className={styles.summary}>没有以上数据？改填其他数据（{instead.length}）</summary>
          {fields(instead)}
        </details>
      )}
      <div role="status" aria-atomic="true" data-testid="trial" className={styles.result}>
        <p className={styles.points}>
          得分：{points}
          {result === null && "，请写明分值。"}
        </p>
        {why.map((line) => (
          <p key={line} className={styles.why}>
            {line}
          </p>
        ))}
      </div>
      {result?.outcome === "scored" && result.scale !== undefined && (
        <ScaleDrawing
          scale={result.scale}
          points={result.points}
          label={measuredIn(result.measured) ?? "数值"}
        />
      )}
      <Button
        size="small"
        className={styles.clear}
        disabledFocusable={Object.keys(drafts).length === 0}
        onClick={() => {
          setDrafts({});
        }}
      >
        清空
      </Button>
    </div>
  );
}
