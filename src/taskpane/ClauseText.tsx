import { makeStyles, tokens } from "@fluentui/react-components";
import type { ScorecardRow } from "../scorecard/scorecard";
import { CellLink } from "./CellLink";

const useStyles = makeStyles({
  text: {
    whiteSpace: "pre-line",
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
  mark: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorPaletteYellowBackground2,
    borderBottom: `2px solid ${tokens.colorPaletteMarigoldBorderActive}`,
    "@media (forced-colors: active)": { backgroundColor: "Mark", color: "MarkText" },
  },
  apart: { margin: "0 0 4px" },
});

/** 评分标准 as the sheet prints it, with the branch that applied marked; origin: whose rule counts. */
export function ClauseText({ row, origin }: { readonly row: ScorecardRow; readonly origin: string }) {
  const styles = useStyles();
  const applied = appliedClause(row);
  const said = origin === "" ? null : <p className={styles.apart}>计分依据：{origin}</p>;
  if (row.standard === null) {
    return (
      <>
        {said}
        <p className={styles.text}>{applied ?? "表内没有评分标准。"}</p>
      </>
    );
  }
  const runs = applied === null ? null : markClause(row.standard.value, applied);
  return (
    <>
      {said}
      {applied !== null && runs === null && <p className={styles.apart}>适用：{applied}</p>}
      <p className={styles.text} lang="zh">
        {(runs ?? [{ text: row.standard.value, marked: false }]).map((run, n) =>
          run.marked ? (
            <mark key={n} className={styles.mark}>
              {run.text}
            </mark>
          ) : (
            <span key={n}>{run.text}</span>
          ),
        )}
      </p>
      <CellLink at={row.standard.at} />
    </>
  );
}

function appliedClause(row: ScorecardRow): string | null {
  if (row.result.outcome !== "scored") return null;
  const branch = row.result.scale?.branches.find((one) => one.applies);
  return branch?.clause ?? (row.result.clause === "" ? null : row.result.clause);
}

/** A run of the clause; the marked one is the branch that applied. */
interface ClauseRun {
  readonly text: string;
  readonly marked: boolean;
}

/**
 * The text of 评分标准 with the branch that applied marked. The rule quotes the branch with its widths and spaces
 * normalised ("90%≤合同签订及时率<100%，得2分"); the sheet may print "90%≤合同签订及时率＜100%，\n得2分". Null when
 * the branch is not found: it is then shown apart, never marked somewhere by guess.
 */
export function markClause(standard: string, branch: string): readonly ClauseRun[] | null {
  const wanted = Array.from(branch).map(plain).join("");
  if (wanted === "") return null;
  let text = "";
  // Of each plain character, where its original begins and ends in the standard.
  const spans: { readonly from: number; readonly to: number }[] = [];
  let at = 0;
  for (const letter of standard) {
    const letters = plain(letter);
    for (let n = 0; n < letters.length; n += 1) spans.push({ from: at, to: at + letter.length });
    text += letters;
    at += letter.length;
  }
  const found = text.indexOf(wanted);
  const first = spans[found];
  const last = spans[found + wanted.length - 1];
  if (found < 0 || first === undefined || last === undefined) return null;
  return [
    { text: standard.slice(0, first.from), marked: false },
    { text: standard.slice(first.from, last.to), marked: true },
    { text: standard.slice(last.to), marked: false },
  ].filter((run) => run.text !== "");
}

const alike: Readonly<Record<string, string>> = {
  "﹤": "<",
  "﹥": ">",
  "；": ";",
  "，": ",",
  "。": ".",
  "：": ":",
};

function plain(letter: string): string {
  return (alike[letter] ?? letter.normalize("NFKC")).replace(/\s/gu, "");
}
