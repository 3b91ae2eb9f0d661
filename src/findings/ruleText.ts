import { pairsOf } from "../criteria/likeness";
import { normalizeName } from "../form/normalizeName";
import { oncePerText } from "../words/oncePerText";
import type { CheckedRow } from "./finding";

/** The share of its pairs of neighbouring signs that the clause has. */
export function sharedPairs(words: string, clause: string): number {
  const pairs = pairsOf(words);
  return pairs.filter((pair) => clause.includes(pair)).length / pairs.length;
}

/** Rows with a scale over a rate or amounts; annex rows and yes/no questions have none. */
export function isMeasured({ card, editionRow, indicator }: CheckedRow): boolean {
  if (editionRow === null || editionRow.annex !== undefined) return false;
  if (card.facts.some(({ spec }) => ["amount", "months"].includes(spec.kind))) return true;
  // A rate over bands; "100%公开的得满分" has a single one.
  const bounds = (indicator.standard?.value ?? "").match(/[%％]/gu)?.length ?? 0;
  return bounds > 1 && card.facts.some(({ spec }) => spec.kind === "rate");
}

/** 符合标准的，得2分; 否则酌情扣分: what whoever scores is told, which tells of nothing that was done. */
const ruling =
  /的[,，]?(?:得(?:\d|满分|[一二三四五]分)|扣\d|不得分|酌情)|扣完为止|否则(?:不得分|扣|酌情)|酌情扣分/u;
const points = /^(?:可?得|扣|不得|每\p{Script=Han}{1,4}扣)?(?:\d{1,3}(?:\.\d+)?分|满分|分)$/u;
const listMark = /^(?:\d{1,2}[.、](?!\d)|[(（]\d{1,2}[)）]|[①-⒛])/u;

const pieces = oncePerText((basis) => {
  const words = normalizeName(basis);
  const clauses = words.split(/[,，。；;]+/u).map((clause) => clause.replace(listMark, ""));
  return { words, rules: ruling.test(words), clauses: clauses.filter((one) => one !== "") };
});

/** Whether all that a cell says stands in a clause, as a rule: "符合标准的，得2分" of "符合标准的，得2分，发现一项不符的，扣1分". */
function copiesRule(basis: string, standard: string): boolean {
  const { rules, clauses } = pieces(basis);
  const told = clauses.filter((clause) => !points.test(clause));
  if (!rules || standard === "" || !told.some((clause) => clause.length >= 4)) return false;
  const { words } = pieces(standard);
  return told.every(
    (clause) => words.includes(clause) || (clause.length >= 8 && sharedPairs(clause, words) >= 0.85),
  );
}

/** 评分依据 that is the rule of its own row or of another one, and nothing else. */
export function isRuleCopied({ basis, indicator }: CheckedRow, rows: readonly CheckedRow[]): boolean {
  if (basis === null || !pieces(basis).rules || /不涉及|不适用/u.test(basis)) return false;
  const own = indicator.standard?.value ?? "";
  return copiesRule(basis, own) || rows.some((row) => copiesRule(basis, row.indicator.standard?.value ?? ""));
}
