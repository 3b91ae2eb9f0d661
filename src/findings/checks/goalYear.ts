import { textOf } from "../../form/sheetView";
import { findSheet } from "../../workbook/snapshot";
import { inCell, type Check, type Found, type FindingContext } from "../finding";
import { goalsOf } from "../goals";
import { headPassages, inReport } from "../passages";
import { titleOf } from "../readReport";

/** What a year may say of a thing: 2022年部门决算, 2022年立项的改造, 2022年度先进单位. */
const ofThing = String.raw`(?![^，,。；;]{0,24}的(?!基础上))(?!(?:部门|单位|财政)?(?:预算|决算)|[^，,。；;]{0,10}(?:结转|结余|决算|称号|荣誉|经验|做法|基础|以来|底前|印发|出台|制定|建成|立项|开工|启动|批复|起))`;
/** The text begins with the year in which it is meant: "2022年，举办…", "一、2022年度整体绩效目标：…". */
const opening = new RegExp(
  String.raw`^[\s（(]*(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.、）)])?(?:在|于)?(?<!\d)((?:19|20)\d{2})\s*年(?:度|全年)?(?:(?:部门|单位)?(?:整体|总体|年度|工作|绩效)+(?:支出)?(?:绩效)?目标|${ofThing})`,
  "u",
);
/** A measure, and the year in which it is meant to be taken. */
const plan = new RegExp(
  String.raw`(?:改进措施|整改措施|下一步|今后|下阶段|拟|计划|将)(?:[:：,，]|我[局委办院校]|我中心|本?(?:单位|部门)|拟|计划|将|在|于){0,4}(?<!\d)(20\d{2})\s*年(?:度|全年)?${ofThing}`,
  "u",
);
const years = /(?<![\d.])((?:19|20)\d{2})(?=\s*[年./-])/gu;

/** Targets and actuals, and the goals of the head, that only speak of another year: text of an earlier form. */
export const goalYear: Check = {
  id: "goalYear",
  title: "目标值、实际完成值和年度目标说的是本年度",
  severity: "待核实",
  find: (context) => {
    const year = context.form.head.year?.value;
    if (year === undefined) return [];
    return [
      ...inGoals(context, year),
      ...inHead(context, year),
      ...inTitle(context, year),
      ...inAnnexes(context, year),
    ];
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

/** The head of a form of a department tells of papers, of years before and of plans, too: the year that it begins with has to be the form's. */
function inHead(context: FindingContext, year: number): readonly Found[] {
  const { shortfall } = context.form.head;
  const isProject = context.form.columns.target !== null;
  return headPassages(context).flatMap(({ at, label, text }) => {
    const plain = text.normalize("NFKC").slice(0, 4000);
    const past = yearIn(plan, plain);
    if (past !== null && past < year) return told(at, label, "改进措施", past, year);
    // The cause of a shortfall may well lie in an earlier year, what is done about it in a later one.
    const isCause = text === shortfall?.value;
    const other = otherYear(plain, year);
    if (other === null || (!isProject && (isCause || yearIn(opening, plain) !== other))) return [];
    return told(at, label, "文字", other, year);
  });
}

function yearIn(pattern: RegExp, text: string): number | null {
  const [, digits] = pattern.exec(text) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** The report's title says the year that the form is of. */
function inTitle({ report }: FindingContext, year: number): readonly Found[] {
  const title = titleOf(report);
  const other = title === null ? null : otherYear(title.text, year);
  return title === null || other === null
    ? []
    : [told(inReport(title.line, title.text), "自评报告", "标题", other, year)];
}

/** （2022年度） above the table of an annex, alone or in its title. */
const annexYear =
  /^[（(]?\s*(?:19|20)\d{2}\s*年度?\s*[）)]?$|^[^，。；]{0,30}(?:绩效|指标|完成情况)[^，。；]{0,30}表?[）)]?$/u;
const linesAbove = 4;

function inAnnexes({ annexes, snapshot, form }: FindingContext, year: number): readonly Found[] {
  return annexes.flatMap(({ sheet, title, headerRow }) => {
    if (sheet === form.sheet) return [];
    const rows = findSheet(snapshot, sheet)?.rows;
    const above = Array.from({ length: linesAbove }, (_, index) => headerRow - linesAbove + index);
    const cells = above.flatMap((row) =>
      Array.from(rows?.get(row) ?? [], ([column, { value }]) => ({
        at: { sheet, row, column },
        text: textOf(value),
      })),
    );
    const titles = cells.filter(({ text }) => annexYear.test(text.trim()));
    const said = titles.map(({ text }) => text).join(" ");
    const first = titles.find(({ text }) => otherYear(text, year) !== null);
    const other = otherYear(said, year);
    return first === undefined || other === null ? [] : [told(inCell(first.at), title, "表头", other, year)];
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
