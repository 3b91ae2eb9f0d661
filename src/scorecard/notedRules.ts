import type { Form, Indicator } from "../form/form";
import { tidy } from "../quantity/tidy";
import { a1, sameAddress, type CellAddress } from "../workbook/cell";
import type { BoundAnnex } from "./bindAnnex";
import type { RowRule } from "./chooseRule";
import { judgedRule } from "./judgedRule";
import type { UnreadNote } from "./noteSentences";
import { readScoringNote } from "./scoringNote";

/** What a note around the table says of the points of some rows, and was not understood. */
interface NotedRule extends UnreadNote {
  readonly at: CellAddress;
}

/** Of every note around the table what was not understood; where it stands may say for which rows. */
export function notedRules({ notes }: Pick<Form, "notes">): readonly NotedRule[] {
  return notes.flatMap(({ value, at, of }) => {
    const note = readScoringNote(value);
    return note.state === "unread" ? note.unread.map((one) => ({ ...one, of: of ?? one.of, at })) : [];
  });
}

/** Those that may be about this row. */
export function rulesAbout(
  rules: readonly NotedRule[],
  { row }: Pick<Indicator, "row">,
  { fund }: Pick<Form, "fund">,
): readonly NotedRule[] {
  const own = row === fund?.row ? "fund" : "goals";
  return rules.filter(({ of }) => of === "all" || of === own);
}

/** What is said of missed targets does not touch a row that surely reached its own. */
export function isOutOfReach(rules: readonly NotedRule[], { rows }: BoundAnnex): boolean {
  const reading = rows[0]?.figures.printed;
  if (reading?.outcome !== "rate" || reading.certainty !== "sure") return false;
  return reading.met && tidy(reading.rate) >= 1 && rules.every(({ onlyMissed }) => onlyMissed);
}

/** A note was not understood: a person judges the row, told which words and where. */
export function notedRow(row: RowRule, [first, ...more]: readonly NotedRule[]): RowRule {
  if (first === undefined) return row;
  const said = [first, ...more].map(({ at, words }) => `${a1(at)}“${words}”`).join("、");
  const rule = judgedRule(`表中另写着怎样计分而没有读懂（${said}），不知道怎样计分`, "");
  return { ...row, rule, unread: [first, ...more].map(({ words }) => words) };
}

/** Every note that was not understood, once for its cell, as remarks in Chinese: no row was scored by it. */
export function noteRemarks(form: Pick<Form, "notes">): readonly string[] {
  const rules = notedRules(form);
  return rules
    .filter(({ at }, index) => rules.findIndex((one) => sameAddress(one.at, at)) === index)
    .map(({ at, words }) => `${a1(at)}“${words}”说到怎样给分，没有用上：请核对是否影响得分。`);
}
