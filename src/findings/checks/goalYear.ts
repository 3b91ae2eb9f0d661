import { inCell, type Check, type Found, type FindingContext } from "../finding";
import { goalsOf } from "../goals";
import { headPassages, inReport } from "../passages";
import { titleOf } from "../readReport";

/** Papers, the years that a plan or a comparison spans, and what was begun before. */
const elsewhere =
  /《[^》]{0,200}》|[〔【[(（]\s*(?:19|20)\d{2}\s*[〕】\])）]|(?:到|至|截至|截止|自|从|于|较|比|与|同)(?:19|20)\d{2}\s*年|(?:19|20)\d{2}\s*(?:年\s*)?[-~—–至到、和](?:19|20)\d{2}\s*年|(?:19|20)\d{2}\s*年(?:度)?(?:[^，。；]{0,8}(?:起|前|以来|底前|印发|出台|制定|建成|结转|立项|开工|启动|批复))/gu;
/** A measure, and the year in which it is meant to be taken. */
const plan =
  /(?:改进措施|整改措施|下一步|今后|下阶段|拟于?|计划于?|将[在于])[:：,，]?(?:[^。；\d]{0,12})(?<!\d)(20\d{2})\s*年/u;
const years = /(?<![\d.])((?:19|20)\d{2})(?=\s*[年./-])/gu;

/** Targets and actuals, and the goals of the head, that only speak of another year: text of an earlier form. */
export const goalYear: Check = {
  id: "goalYear",
  title: "目标值、实际完成值和年度目标说的是本年度",
  severity: "待核实",
  find: (context) => {
    const year = context.form.head.year?.value;
    if (year === undefined) return [];
    return [...inGoals(context, year), ...inHead(context, year), ...inTitle(context, year)];
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

/** The head of a form of a department tells of papers, of years before and of plans, too: what is left of it has to be of the year. */
function inHead(context: FindingContext, year: number): readonly Found[] {
  const { shortfall } = context.form.head;
  return headPassages(context).flatMap(({ at, label, text }) => {
    const plain = text.normalize("NFKC").slice(0, 4000);
    const past = planned(plain, year);
    if (past !== null) return told(at, label, "改进措施", past, year);
    const isProject = context.form.columns.target !== null;
    // The cause of a shortfall may well lie in an earlier year, what is done about it in a later one.
    if (!isProject && (text === shortfall?.value || otherYear(plain, year) === null)) return [];
    const other = otherYear(isProject ? plain : plain.replace(elsewhere, ""), year);
    return other === null ? [] : told(at, label, "文字", other, year);
  });
}

/** What is meant to be done in a year that has passed: "改进措施：2022年错峰安排改造工期" of a form of 2023. */
function planned(text: string, year: number): number | null {
  const [, said] = plan.exec(text) ?? [];
  const of = said === undefined ? null : Number(said);
  return of !== null && of < year ? of : null;
}

/** The report's title says the year that the form is of. */
function inTitle({ report }: FindingContext, year: number): readonly Found[] {
  const title = titleOf(report);
  const other = title === null ? null : otherYear(title.text, year);
  return title === null || other === null
    ? []
    : [told(inReport(title.line, title.text), "自评报告", "标题", other, year)];
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
