import { makeStyles, tokens } from "@fluentui/react-components";
import type { FactSource } from "../facts/gatheredFact";
import { leftOut, wordsUsed, type Quotation, type QuoteUse } from "../words/quotation";
import { CellLink } from "./CellLink";
import { MarkedRun, MarkedWords } from "./MarkedRun";
import { quoteRuns } from "./textRuns";

const useStyles = makeStyles({
  quote: {
    margin: "2px 0",
    padding: "2px 8px",
    borderLeft: `3px solid ${tokens.colorBrandStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: "22px",
    overflowWrap: "anywhere",
  },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

const says: Readonly<Record<QuoteUse, string>> = {
  taken: "采用",
  unused: "读出而未采用",
  unread: "没有读懂",
};

/** The words of a cell that a fact rests on, or is asked because of: what was taken, and what was not, marked. */
export function FactQuote({ source }: { readonly source: FactSource }) {
  const styles = useStyles();
  const { at, quote, quotation, earlier } = source;
  return (
    <blockquote className={styles.quote} lang="zh">
      “{quotation === undefined ? quote : <QuotedWords quotation={quotation} />}” <CellLink at={at} />
      {quotation !== undefined &&
        (["unread", "unused"] as const).map((use) => <NotTaken key={use} quotation={quotation} use={use} />)}
      {earlier === true && <p className={styles.note}>这个单元格后来改过：以上是确认时的文字。</p>}
    </blockquote>
  );
}

function QuotedWords({ quotation }: { readonly quotation: Quotation }) {
  return quoteRuns(quotation).map((runs, n) => (
    <span key={n}>
      {n > 0 && leftOut}
      {runs.map(({ text, use }, m) =>
        use === "context" ? text : <MarkedRun key={m} use={use} says={says[use]} words={text} />,
      )}
    </span>
  ));
}

/** What was not understood, and what was read and yet not taken, in a line of its own. */
function NotTaken({ quotation, use }: { readonly quotation: Quotation; readonly use: "unread" | "unused" }) {
  const styles = useStyles();
  const words = wordsUsed(quotation, use);
  if (words.length === 0) return null;
  return (
    <p className={styles.note}>
      <MarkedWords use={use} words={says[use]} />：{words.map((one) => `“${one}”`).join("、")}
    </p>
  );
}
