import { inCell, type Check, type Found, type FindingContext } from "../finding";
import { goalsOf } from "../goals";
import { headPassages } from "../passages";

const years = /(?<![\d.])((?:19|20)\d{2})(?=\s*[年./-])/gu;

/** Targets and actuals, and the goals of the head, that only speak of another year: text of an earlier form. */
export const goalYear: Check = {
  id: "goalYear",
  title: "目标值、实际完成值和年度目标说的是本年度",
  severity: "待核实",
  find: (context) => {
    const year = context.form.head.year?.value;
    if (year === undefined) return [];
    return [...inGoals(context, year), ...inHead(context, year)];
  },
};

function inGoals(context: FindingContext, year: number): readonly Found[] {
  return goalsOf(context).flatMap(({ name, goal }) =>
    [goal.target, goal.actual].flatMap(({ content, at }, index) => {
      const other = otherYear(String(content ?? ""), year);
      return other === null ? [] : told(inCell(at), name, index === 0 ? "目标值" : "实际完成值", other, year);
    }),
  );
}

function inHead(context: FindingContext, year: number): readonly Found[] {
  if (context.form.columns.target === null) return [];
  return headPassages(context).flatMap(({ at, label, text }) => {
    const other = otherYear(text, year);
    return other === null ? [] : told(at, label, "文字", other, year);
  });
}

function otherYear(text: string, year: number): number | null {
  const named = Array.from(text.normalize("NFKC").matchAll(years), ([, digits]) => Number(digits));
  const [first] = named;
  return first === undefined || named.includes(year) ? null : first;
}

function told(at: Found["at"], subject: string, what: string, other: number, year: number): Found {
  return {
    at,
    subject,
    essence: `${what}${other}`,
    what: `“${subject}”的${what}写的是${other}年，本表为${year}年度。`,
    why: "年度不同，可能沿用了以前年度的表。",
    todo: `请核对，改为${year}年的情况；确属跨年度的，加以说明。`,
  };
}
