import { makeStyles, tokens } from "@fluentui/react-components";
import type { ScorecardRow } from "../scorecard/scorecard";
import { FactForm } from "./FactForm";
import { FactView } from "./FactView";
import type { FactDraft } from "./factDraft";
import { orderFacts } from "./orderFacts";

const useStyles = makeStyles({
  list: { display: "grid", rowGap: "12px", margin: 0, padding: 0, listStyleType: "none" },
  more: { marginTop: "12px" },
  summary: { cursor: "pointer", color: tokens.colorBrandForeground1, marginBottom: "8px" },
});

/** The data of one indicator: what is asked first, then what was found, then what may be given instead. */
export function FactSection(props: {
  readonly row: ScorecardRow;
  readonly formSheet: string;
  readonly drafts: Readonly<Record<string, FactDraft>>;
  readonly busy: boolean;
}) {
  const styles = useStyles();
  const { asked, known, instead } = orderFacts(props.row, props.drafts);
  const form = (fact: ScorecardRow["facts"][number]) => (
    <li key={fact.id}>
      <FactForm
        fact={fact}
        question={props.row.questions.find((one) => one.factId === fact.id)?.question ?? fact.spec.question}
        weight={props.row.weight}
        draft={props.drafts[fact.id] ?? null}
        busy={props.busy}
      />
    </li>
  );
  return (
    <>
      {asked.length > 0 && <ul className={styles.list}>{asked.map(form)}</ul>}
      {known.length > 0 && (
        <ul className={styles.list} style={asked.length > 0 ? { marginTop: 12 } : {}}>
          {known.map((fact) => (
            <li key={fact.id}>
              <FactView fact={fact} formSheet={props.formSheet} busy={props.busy} />
            </li>
          ))}
        </ul>
      )}
      {instead.length > 0 && (
        <details className={styles.more}>
          <summary className={styles.summary}>
            {asked.length > 0 ? "没有以上数据？改填其他数据" : "其他可填数据"}（{instead.length}）
          </summary>
          <ul className={styles.list}>{instead.map(form)}</ul>
        </details>
      )}
    </>
  );
}
