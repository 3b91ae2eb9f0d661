import { gradeOf, gradePattern, type GradeBound } from "../../criteria/grade";
import { sayPoints } from "../../scorecard/formatPoints";
import { tickedText } from "../../scorecard/gradeBoxes";
import { inCell, type Check } from "../finding";
import { scoreSum } from "./scoreSum";

/** The ticked grade against the total. A wrong one contradicts the sum; none at all is only asked for. */
export const gradeTick: Check = {
  id: "gradeTick",
  title: "评价等级与总分一致，只勾选一个",
  severity: "须更正",
  find: (context) => {
    const { form, scorecard, edition } = context;
    const total = scorecard.typedTotal;
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
        severity: "待核实",
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

function tickedGrades(text: string, grades: readonly GradeBound[]): readonly string[] {
  const plain = text.slice(0, 500);
  const one = gradePattern(grades);
  const ticks = new RegExp(`[√✓✔☑■●▣☒]\\s*(${one})|(${one})\\s*[√✓✔☑](?![\\s]*${one})`, "gu");
  return [...new Set(Array.from(plain.matchAll(ticks), ([, behind, before]) => behind ?? before ?? ""))];
}
