import { gradeOf, gradePattern, type GradeBound } from "../../criteria/grade";
import { sayPoints } from "../../scorecard/formatPoints";
import { tickedText } from "../../scorecard/gradeBoxes";
import { inCell, type Check } from "../finding";
import { scoreSum } from "./scoreSum";

/** The ticked grade against the total. None at all is as wrong as another: beside a filled total one has to be ticked. */
export const gradeTick: Check = {
  id: "gradeTick",
  title: "评价等级与总分一致，只勾选一个",
  severity: "须更正",
  find: (context) => {
    const { form, scorecard, edition, total } = context;
    if (form.grade === null || total === null || scorecard.weight !== edition.total) return [];
    const ticked = tickedGrades(form.grade.value, edition.grades);
    const right = gradeOf(total.value, edition.grades);
    if (right === null || (ticked.length === 1 && ticked[0] === right)) return [];
    const base = { at: inCell(form.grade.at), other: inCell(total.at), subject: "评价等级" };
    // Which grade is right nobody knows while the total itself is wrong.
    const isWrongTotal = [scoreSum.find(context)].flat().length > 0;
    const after = isWrongTotal ? null : onlyTicked(form.grade.value, right, edition.grades);
    const fix = after === null ? {} : { fix: [{ at: form.grade.at, after, label: `按总分勾选“${right}”` }] };
    const why = `总分${sayPoints(total.value)}分对应的等级为“${right}”。`;
    if (ticked.length === 0) {
      const blank = form.grade.value.trim() === "" || /[□☐○]/u.test(form.grade.value);
      if (!blank) return [];
      return {
        ...base,
        essence: "没有勾选",
        what: "评价等级没有勾选。",
        why,
        todo: `请勾选“${right}”。`,
        ...fix,
      };
    }
    const several = ticked.length > 1;
    return {
      ...base,
      essence: `${ticked.join("")}≠${right}`,
      what: several
        ? `评价等级勾选了${ticked.length}个：${ticked.join("、")}。`
        : `评价等级勾选为“${ticked.join("")}”，与总分不符。`,
      why,
      todo: `请核对总分后只勾选“${right}”。`,
      ...fix,
    };
  },
};

/** null where the boxes cannot all be told. */
function onlyTicked(text: string, right: string, grades: readonly GradeBound[]): string | null {
  const after = tickedText(text, right, grades);
  return after !== null && tickedGrades(after, grades).join() === right ? after : null;
}

/**
 * A tick belongs to the grade that it stands nearer to: 良 in "优  良√  中". As near to both, to the one in front where every
 * grade has its box behind it ("优□良√中□差□"), else to the next.
 */
export function tickedGrades(text: string, grades: readonly GradeBound[]): readonly string[] {
  const parts = Array.from(
    text.slice(0, 500).matchAll(new RegExp(`([√✓✔☑■●▣☒])|[□☐○]|(${gradePattern(grades)})|\\S`, "gu")),
    ({ index, 0: sign, 1: tick, 2: grade }) => ({ from: index, to: index + sign.length, tick, grade, sign }),
  );
  const boxes = parts.filter(
    ({ tick, grade, sign }) => tick !== undefined || grade !== undefined || /[□☐○]/u.test(sign),
  );
  const areBehind =
    boxes.length % 2 === 0 && boxes.every(({ grade }, index) => (grade !== undefined) === (index % 2 === 0));
  const found = parts.flatMap(({ tick, from, to }, index) => {
    if (tick === undefined) return [];
    const [left, right] = [parts[index - 1], parts[index + 1]];
    if (left?.grade === undefined) return right?.grade ?? [];
    if (right?.grade === undefined) return left.grade;
    return areBehind || from - left.to < right.from - to ? left.grade : right.grade;
  });
  return [...new Set(found)];
}
