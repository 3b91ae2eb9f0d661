import { makeStyles, tokens } from "@fluentui/react-components";
import type { ScorecardRow } from "../scorecard/scorecard";
import { confirmIntent } from "./confirmState";
import { insteadWords } from "./fillState";
import { FactsForm } from "./FactsForm";
import { FactView } from "./FactView";
import { SendButton, usePaneState } from "./paneContext";
import type { GatheredFact } from "../facts/gatheredFact";

const useStyles = makeStyles({
  parts: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "12px" },
  list: { display: "grid", rowGap: "12px", margin: 0, padding: 0, listStyleType: "none" },
  summary: { cursor: "pointer", color: tokens.colorBrandForegroundLink, marginBottom: "8px" },
});

/** The data of one indicator: what is asked first, then what was found, then what may be given instead. */
export function FactSection({ row }: { readonly row: ScorecardRow }) {
  const styles = useStyles();
  const { drafts } = usePaneState();
  const isAsked = (fact: GatheredFact) =>
    row.questions.some(({ factId }) => factId === fact.id) ||
    fact.problem !== null ||
    (Object.hasOwn(drafts, fact.id) && fact.value !== null);
  // Asked right now, or being typed.
  const asked = row.facts.filter(isAsked);
  const others = row.facts.filter((fact) => !isAsked(fact));
  // Given already: shown, with a way to correct them.
  const known = others.filter((fact) => fact.value !== null);
  // Neither asked nor given: stand-ins, and questions that another answer has settled.
  const instead = others.filter((fact) => fact.value === null);
  const unconfirmed = known.filter((fact) => fact.state === "extracted");
  return (
    <div className={styles.parts}>
      {asked.length > 0 && <FactsForm row={row} facts={asked} label="填写数据" />}
      {unconfirmed.length > 1 && (
        <div>
          <SendButton size="small" waits intent={confirmIntent(unconfirmed)}>
            以下{unconfirmed.length}条全部确认
          </SendButton>
        </div>
      )}
      {known.length > 0 && (
        <ul className={styles.list}>
          {known.map((fact) => (
            <li key={fact.id}>
              <FactView fact={fact} />
            </li>
          ))}
        </ul>
      )}
      {instead.length > 0 && (
        <details open={instead.some((fact) => Object.hasOwn(drafts, fact.id))}>
          <summary className={styles.summary}>
            {asked.length > 0 ? insteadWords : "其他可填数据"}（{instead.length}）
          </summary>
          <FactsForm row={row} facts={instead} label="填写其他数据" />
        </details>
      )}
    </div>
  );
}
