import { decimalPlaces, sumOf, tidy } from "../../quantity/tidy";
import { gradeOf, gradePattern } from "../../criteria/grade";
import { sayPoints } from "../../scorecard/formatPoints";
import { normalizeName } from "../../form/normalizeName";
import { grouped } from "../../workbook/grouped";
import { inCell, type Check, type CheckedRow, type FindingContext, type Found } from "../finding";
import { inReport } from "../passages";

const total =
  /(?:部门整体支出绩效自评(?:得分|总分)|自评分值|自评总分|总得分|总分)(?:合计)?[为是：:]?(\d{1,3}(?:\.\d{1,9})?)分/u;
const oneItem = /[该此本][项部]|专项/u;

/** Total, groups and grade as the report says them, against the form. */
export const reportScores: Check = {
  id: "reportScores",
  title: "自评报告里的总分、分项得分和等级与自评表一致",
  severity: "待核实",
  find: (context) => {
    const { report, form, rows } = context;
    if (rows.length === 0 || rows.some(({ score }) => score === null)) return [];
    const here = scoreOf(rows);
    const found: (Found | [])[] = [];
    for (const { text, line } of report) {
      const plain = text.normalize("NFKC").replace(/\s+/gu, "");
      const groups = form.groups.filter(({ name }) => plain.includes(normalizeName(name)));
      const place = inReport(line, text);
      for (const { name, rows: members } of groups) {
        const said = groupScore(plain, normalizeName(name));
        const sum = scoreOf(rows.filter(({ indicator }) => members.includes(indicator.row)));
        if (said === null || agrees(said, sum)) continue;
        const first = rows.find(({ indicator }) => members.includes(indicator.row));
        if (first !== undefined) found.push(told(name, said, sum, place, first.card.at));
      }
      const said = groups.length > 0 || oneItem.test(plain) ? undefined : total.exec(plain)?.[1];
      const at = form.total?.score.at;
      if (said !== undefined && at !== undefined && !agrees(said, here))
        found.push(told("总分", said, here, place, at));
      found.push(gradeFound(context, plain, place, here));
    }
    return firstOfEach(found.flat());
  },
};

/** A report says the same total in several places. */
function firstOfEach(found: readonly Found[]): readonly Found[] {
  const groups = grouped(found, ({ subject, essence }) => `${subject}|${essence}`);
  return Array.from(groups.values(), ([first]) => first);
}

function gradeFound(
  { form, scorecard, edition }: FindingContext,
  plain: string,
  at: Found["at"],
  here: number,
): Found | [] {
  const grade = new RegExp(
    `(?:自评结果|评价等级|自评等级|等级)[为是：:]?[“"]?(${gradePattern(edition.grades)})`,
    "u",
  );
  const said = grade.exec(plain)?.[1];
  const right = gradeOf(here, edition.grades);
  const cell = form.total?.score.at;
  if (said === undefined || cell === undefined || right === null || right === said) return [];
  if (tidy(scorecard.weight) !== edition.total) return [];
  return {
    at,
    other: inCell(cell),
    subject: "评价等级",
    essence: `${said}≠${right}`,
    what: `自评报告写自评结果为“${said}”，自评表各项得分合计${sayPoints(here)}分，对应“${right}”。`,
    why: "报告与表的等级应当一致。",
    todo: "请核对总分，改正其中一处。",
  };
}

/** The score said directly behind the name: "管理效率部分得分48.000分", "履职效能得分49.998分". */
function groupScore(plain: string, name: string): string | null {
  const behind = plain.slice(plain.indexOf(name) + name.length, plain.indexOf(name) + name.length + 40);
  const match = /^(?:部分|方面)?(?:满分\d{1,3}分,)?(?:自评)?得分[为是:]?(\d{1,3}(?:\.\d{1,9})?)分/u.exec(
    behind,
  );
  return match?.[1] ?? null;
}

const scoreOf = (rows: readonly CheckedRow[]): number => sumOf(rows.map(({ score }) => score));

/** Equal at the decimals that the report writes. */
function agrees(said: string, sum: number): boolean {
  return Math.abs(Number(said) - sum) <= 0.5 * 10 ** -decimalPlaces(said) + 1e-9;
}

function told(
  subject: string,
  said: string,
  sum: number,
  at: Found["at"],
  cell: Parameters<typeof inCell>[0],
): Found {
  return {
    at,
    other: inCell(cell),
    subject,
    essence: `${said}≠${sum}`,
    what: `自评报告写“${subject}”${said}分，自评表合计${sayPoints(sum)}分。`,
    why: "报告与表的得分应当一致。",
    todo: "请核对得分，改正其中一处。",
  };
}
