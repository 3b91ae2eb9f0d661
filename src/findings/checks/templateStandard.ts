import type { EditionRow } from "../../editions/edition";
import type { Indicator } from "../../form/form";
import { bareName, normalizeName } from "../../form/normalizeName";
import { sayDifference } from "../diffTexts";
import { inCell, type Check, type CheckedRow, type Found } from "../finding";

/** More rows than this share differ: another edition, told once. */
const otherEdition = 0.5;

/** The printed names and 评分标准 against the edition: bands and points that somebody changed. */
export const templateStandard: Check = {
  id: "templateStandard",
  title: "指标名称、评分标准的文字与财政部门下发的版本一致",
  severity: "待核实",
  find: ({ rows, edition }) => [...rows.flatMap(changedName), ...changedClauses(rows, edition.title)],
};

/** A row whose clause is that of the edition, under a name that is not. */
function changedName({ editionRow, indicator, card }: CheckedRow): Found | [] {
  if (editionRow === null || !isPrinted(indicator, editionRow)) return [];
  const here = bareName(indicator.name.value);
  if ([editionRow.name, ...editionRow.aliases].some((name) => bareName(name) === here)) return [];
  return {
    at: inCell(indicator.name.at),
    subject: card.indicator,
    essence: `${editionRow.name}→${card.indicator}`,
    what: `三级指标写作“${card.indicator}”，下发版本为“${editionRow.name}”。`,
    why: "指标名称由财政部门统一下发，不应改动。",
    todo: "请恢复下发版本的名称；确有新规定的，注明依据。",
  };
}

function isPrinted({ standard }: Indicator, { clause }: EditionRow): boolean {
  return plain(standard?.value ?? "") === plain(clause);
}

/** The printed clauses that differ, each once; all together where most do. */
function changedClauses(rows: readonly CheckedRow[], edition: string): readonly Found[] {
  const matched = rows.filter(
    ({ editionRow, indicator }) => editionRow !== null && (indicator.standard?.value ?? "") !== "",
  );
  const changed = matched.filter(
    ({ indicator, editionRow }) => editionRow !== null && !isPrinted(indicator, editionRow),
  );
  const [first] = changed;
  if (first?.indicator.standard == null) return [];
  if (changed.length > 1 && changed.length > matched.length * otherEdition) {
    return [
      {
        at: inCell(first.indicator.standard.at),
        subject: "评分标准",
        essence: `${changed.length}/${matched.length}`,
        severity: "提示",
        what: `${matched.length}行评分标准有${changed.length}行与《${edition}》不同，可能是另一年度或另一地区的版本。`,
        why: "计分按表中文字进行，读不懂的行由人评定。",
        todo: "请核对本表所用的版本。",
      },
    ];
  }
  return changed.flatMap(told);
}

function told({ card, indicator, editionRow }: CheckedRow): Found | [] {
  if (indicator.standard === null || editionRow === null) return [];
  const official = flat(editionRow.clause);
  const here = flat(indicator.standard.value);
  const numbers = (text: string): string => (text.match(/\d+(?:\.\d+)?/gu) ?? []).join(" ");
  const figures = numbers(official) !== numbers(here);
  return {
    at: inCell(indicator.standard.at),
    subject: card.indicator,
    essence: sayDifference(official, here, 2),
    severity: figures ? "待核实" : "提示",
    what: `“${card.indicator}”的评分标准与下发版本不同：${sayDifference(official, here)}。`,
    why: figures
      ? "改动了档次或分数，得分按表中文字计算，以哪一个为准须先明确。"
      : "评分标准由财政部门统一下发，不应改动。",
    todo: "请恢复下发版本的文字；确有新规定的，注明依据。",
    texts: { official: editionRow.clause, here: indicator.standard.value },
  };
}

/** Without white space, list numbers' dots and punctuation: what is left are words and figures. "2、90%" is the "2.90%" of the print. */
function plain(text: string): string {
  return normalizeName(text)
    .replace(/(?<=\d)、(?=\d)/gu, ".")
    .replace(/(?<!\d)[.]|[.](?!\d)/gu, "")
    .replace(/[，。；：、,;:"'“”()（）]/gu, "")
    .replaceAll("*", "×");
}

function flat(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "");
}
