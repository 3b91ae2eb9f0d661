import { Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useMemo, useState } from "react";
import { readClause } from "../clause/readClause";
import { readPlainNumber } from "../quantity/plainNumber";
import { useTitleFocus } from "../taskpane/paneContext";
import { RuleCard } from "../taskpane/RuleCard";
import { usePaneStatics } from "../taskpane/usePaneStatics";

const useStyles = makeStyles({
  page: { flexGrow: 1, minHeight: 0, overflowY: "auto", overflowWrap: "anywhere" },
  column: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: "12px",
    boxSizing: "border-box",
    maxWidth: "760px",
    margin: "0 auto",
    padding: "12px",
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500 },
  heading: { margin: "4px 0 -4px", fontSize: tokens.fontSizeBase300 },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  label: { display: "block", marginBottom: "4px" },
  pair: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 200px), 1fr))",
    gap: "12px",
    alignItems: "start",
  },
});

/** 评分标准试算: any clause, how it is read, and values to try it on. Without a sheet; nothing is kept. */
export function TryPage({ shown }: { readonly shown: boolean }) {
  const styles = useStyles();
  usePaneStatics();
  const id = useId();
  const title = useTitleFocus(shown);
  const [clause, setClause] = useState("");
  const [indicator, setIndicator] = useState("");
  const [weightText, setWeightText] = useState("");
  const weight = readWeight(weightText);
  const wrong = weight === null && weightText.trim() !== "";
  const reading = useMemo(() => readClause(clause, { indicator, weight }), [clause, indicator, weight]);
  return (
    <main className={styles.page} hidden={!shown} aria-labelledby={`${id}title`}>
      <div className={styles.column}>
        <h2 id={`${id}title`} ref={title} tabIndex={-1} className={styles.title}>
          评分标准试算
        </h2>
        <p className={styles.words}>
          粘贴一条评分标准，看程序怎样读、问什么、给了数据得多少分。只按标准自己的文字，不读写任何表格。
        </p>
        <div>
          <label htmlFor={`${id}clause`} className={styles.label}>
            评分标准
          </label>
          <textarea
            id={`${id}clause`}
            className="native"
            rows={5}
            value={clause}
            placeholder="预算完成率达到100%的得满分，每低1个百分点扣0.5分，扣完为止。"
            onChange={(event) => {
              setClause(event.target.value);
            }}
          />
        </div>
        <div className={styles.pair}>
          <Field label="指标名称（可不填）">
            <Input
              value={indicator}
              onChange={(_, data) => {
                setIndicator(data.value);
              }}
            />
          </Field>
          <Field
            label="分值"
            validationState={wrong ? "error" : "none"}
            validationMessage={wrong ? "请填大于0的数，如8。" : null}
          >
            <Input
              value={weightText}
              inputMode="decimal"
              contentAfter="分"
              onChange={(_, data) => {
                setWeightText(data.value);
              }}
            />
          </Field>
        </div>
        {clause.trim() !== "" && (
          <>
            <h3 className={styles.heading}>读法与试算</h3>
            <RuleCard clause={clause} reading={reading} weight={weight} />
          </>
        )}
      </div>
    </main>
  );
}

function readWeight(text: string): number | null {
  const figure = readPlainNumber(text);
  return figure !== null && figure.value > 0 && (figure.unit === "" || figure.unit === "分")
    ? figure.value
    : null;
}
