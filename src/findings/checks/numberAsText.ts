import { readPlainNumber } from "../../quantity/plainNumber";
import type { Cited } from "../../workbook/cell";
import { snapshotCell, type Snapshot } from "../../workbook/snapshot";
import { inCell, type Check, type Found } from "../finding";

/** A weight or a score that is a text of digits looks like a number, and no sum of Excel counts it. "10分" is meant as words where the whole column is written so, and a slip among numbers. */
export const numberAsText: Check = {
  id: "numberAsText",
  title: "分值和得分是数，不是文本",
  severity: "提示",
  find: ({ form, snapshot }) => {
    const { indicators, groups, total } = form;
    const weights = [
      ...indicators.map(({ name, weight }) => ({ name: name.value, at: weight.at })),
      ...groups.flatMap(({ name, weight }) => (weight === null ? [] : { name, at: weight.at })),
      ...(total?.weight == null ? [] : [{ name: "总分", at: total.weight.at }]),
    ];
    const scores = [
      ...indicators.map(({ name, selfScore }) => ({ name: name.value, at: selfScore.at })),
      ...(total === null ? [] : [{ name: "总分", at: total.score.at }]),
    ];
    return [told("分值", textsIn(snapshot, weights)), told("得分", textsIn(snapshot, scores))].flat();
  },
};

interface TextCell extends Pick<Cited<unknown>, "at"> {
  readonly name: string;
  readonly number: number;
}

/** Another row has a plain number in the same column. */
function isAmongNumbers(
  snapshot: Snapshot,
  cells: readonly Pick<TextCell, "name" | "at">[],
  own: Pick<TextCell, "at">,
): boolean {
  return cells.some(
    ({ name, at }) =>
      name !== "总分" &&
      at.column === own.at.column &&
      at.row !== own.at.row &&
      typeof snapshotCell(snapshot, at)?.value === "number",
  );
}

/** A cell that several rows share is told once. */
function textsIn(snapshot: Snapshot, cells: readonly Pick<TextCell, "name" | "at">[]): readonly TextCell[] {
  const texts = cells.flatMap((cell): TextCell | [] => {
    const content = snapshotCell(snapshot, cell.at);
    const number = typeof content?.value === "string" ? readPlainNumber(content.value) : null;
    return (number?.unit !== "" && !(number?.unit === "分" && isAmongNumbers(snapshot, cells, cell))) ||
      content?.formula !== undefined
      ? []
      : { ...cell, number: number.value };
  });
  return texts.filter(
    ({ at }, index) =>
      texts.findIndex((one) => one.at.row === at.row && one.at.column === at.column) === index,
  );
}

function told(what: "分值" | "得分", texts: readonly TextCell[]): Found | [] {
  const [first] = texts;
  if (first === undefined) return [];
  const names = texts.map(({ name }) => `“${name}”`);
  const said = names.slice(0, 3).join("、") + (names.length > 3 ? `等${names.length}处` : "");
  return {
    at: inCell(first.at),
    subject: what,
    essence: texts.map(({ name, number }) => `“${name}”${number}`).join(""),
    what: `${said}的${what}存成了文本，不是数。`,
    why: "看上去一样，但表里用公式求和时不会计入，总分会少。",
    todo: "请改成数。",
    fix: texts.map(({ at, number }) => ({ at, after: number, label: "由文本改为数" })),
  };
}
