import { grouped } from "../../workbook/grouped";
import type { Check, FindingContext, Found } from "../finding";
import { amountsApart } from "../namedAmounts";
import { isSameFigure, namedFigures, onlyFigure, type NamedFigure } from "../namedFigures";
import { thingOf } from "../namedThing";
import { excerpt, formPassages, reportPassages } from "../passages";
import { slippedDigits, type SlippedFigure } from "../slippedDigits";

const shortestName = 4;
/** Words around a name that change nothing of what is counted. 累计 and 其中 do. */
const leading = /^(?:全年|本年度?|年内)(?:共计?)?|^共计?/u;
const trailing = /(?:共计?|合计|总计|达到?|约|近|为|是|有|了){1,3}$/u;

/** 结余结转率 is 结转结余率. */
const turned = /结余[和与及、]?结转|结转[和与及、]结余/u;
/** Words of a row's own sum. */
const ofRow = /^(?:应|实际|已|未|其中|按时|及时|总)/u;

/** The same words with two figures: within the form, and between the form and the report. */
export const figureTwice: Check = {
  id: "figureTwice",
  title: "同一个数在各处写得一样",
  severity: "待核实",
  find: (context) => {
    const year = context.form.head.year?.value ?? null;
    const form = byLabel(namedFigures(formPassages(context), year));
    const report = byLabel(namedFigures(reportPassages(context), year));
    const found: Found[] = [
      ...shortRates(form, report),
      ...amountsApart(context).map(({ name, row, report: said }) => told(row, said, name)),
    ];
    for (const [key, figures] of form) {
      // Within the form only between cells: one cell may count the same thing for two periods.
      const [first] = figures;
      if (!isOne(figures, true) || isShortRate(key)) continue;
      const inForm = figures.find((other) => other.passage !== first.passage && differ(first, other));
      if (inForm !== undefined) found.push(told(first, inForm));
      const said = report.get(key);
      // What the report says of an indicator of the annex is held against that.
      const other =
        inForm !== undefined || said === undefined || isOfAnnex(first, context)
          ? undefined
          : otherOf(first, said, key);
      if (other !== undefined) found.push(told(first, other));
    }
    const known = new Set(found.map(({ at, other }) => JSON.stringify([at, other])));
    const slipped = slippedDigits(context).filter(
      ({ own, said }) => !known.has(JSON.stringify([own.at, said.passage.at])),
    );
    return [...found, ...slipped.map(toldSlip)];
  },
};

function toldSlip({ own, said }: SlippedFigure): Found {
  return {
    at: said.passage.at,
    other: own.at,
    subject: own.name,
    essence: `${said.text}≠${own.text}`,
    what: `${said.passage.label}写“${excerpt(`${said.label}${said.text}${said.counted}`)}”，${own.where}为${own.text}，只差颠倒或写错的数字。`,
    why: "像是同一个数，有一处把数字写颠倒或写错了。",
    todo: "请核对两处，改正写错的一处；不是同一个数的，不用改。",
  };
}

type Figures = readonly [NamedFigure, ...NamedFigure[]];

function byLabel(figures: readonly NamedFigure[]): ReadonlyMap<string, Figures> {
  const plain = figures.flatMap((figure) => {
    const name = nameOf(figure);
    if (figure.apart || figure.kind === "target" || Array.from(name).length < shortestOf(figure, name))
      return [];
    return { key: `${name}|${figure.unit}`, figure };
  });
  const groups = Array.from(grouped(plain, ({ key }) => key));
  return new Map(
    groups.map(([key, [first, ...others]]) => [key, [first.figure, ...others.map(({ figure }) => figure)]]),
  );
}

/** 完成率 alone is of another thing in every row. */
function isShortRate(key: string): boolean {
  return key.endsWith("率|%") && Array.from(key).length <= shortestName + 2;
}

function isOfAnnex(figure: NamedFigure, { annexRows }: FindingContext): boolean {
  const row = thingOf(figure, annexRows);
  return row !== null && onlyFigure(row.completion.actual)?.unit.name === figure.unit;
}

/** A name of so many signs is of one thing, however often it is said. */
const longName = 7;

/** The figure of the report that differs; several under a short name may each be right. */
function otherOf(first: NamedFigure, said: Figures, key: string): NamedFigure | undefined {
  const name = key.slice(0, key.lastIndexOf("|"));
  if (Array.from(name).length < longName && !isOne(said, false)) return undefined;
  return said.find((one) => differ(first, one));
}

/** More rows that tell of a rate by the same short name say nothing of whose it is. */
const mostOfOneName = 40;
/** What a row is about is said at its beginning. */
const mostWords = 2000;

/** 及时率 of a row whose words tell of 合同签订, against 合同签订及时率 of the report. Every ending of a name is looked up once. */
function shortRates(
  form: ReadonlyMap<string, Figures>,
  report: ReadonlyMap<string, Figures>,
): readonly Found[] {
  const rates = new Map(
    Array.from(form).flatMap(([key, figures]) => {
      const own = figures.filter(({ passage }) => passage.from === "basis");
      return key.endsWith("率|%") && own.length > 0 && own.length <= mostOfOneName
        ? [[key, own] as const]
        : [];
    }),
  );
  const pairs = Array.from(report).flatMap(([key, said]) => {
    if (rates.size === 0 || !key.endsWith("率|%") || !isOne(said, false) || isAfterQuote(said[0])) return [];
    const own = Array.from({ length: key.length - shortestName }, (_, at) => at + 1).flatMap((at) =>
      (rates.get(key.slice(at)) ?? []).filter((figure) => wordsOf(figure).includes(key.slice(0, at))),
    );
    const [only, second] = own;
    return only === undefined || second !== undefined ? [] : [{ row: only, said: said[0] }];
  });
  // Several rates of the report may be meant: 公用经费控制率 and 会议费控制率. One that is the same settles it.
  return Array.from(grouped(pairs, ({ row }) => row).values()).flatMap((same): readonly Found[] => {
    const [{ row, said }] = same;
    return same.every((one) => differ(row, one.said)) ? [told(row, said)] : [];
  });
}

/** “三公”经费控制率: its name begins in front of the mark. */
function isAfterQuote({ label, text, passage }: NamedFigure): boolean {
  return /["”」』]\s*$/u.test(passage.text.split(`${label}${text}`)[0] ?? "");
}

function wordsOf({ passage }: NamedFigure): string {
  return `${passage.label}${passage.text.slice(0, mostWords)}`;
}

/** 实际支出 or 应公开 of one row is not that of another: a short name says enough of what is counted in the head and the report only. */
function shortestOf({ unit, passage }: NamedFigure, name: string): number {
  if (unit === "%" && passage.from === "basis" && name.endsWith("率")) return shortestName - 1;
  const isWide = unit === "元" || unit === "%" || (passage.from === "basis" && ofRow.test(name));
  return isWide ? shortestName + 1 : shortestName;
}

/** The label without what changes nothing; before a colon as well: "新建社区健身点：共16处", "全年新建社区健身点达16处". */
function nameOf({ label, subject, isAfterColon, counted }: NamedFigure): string {
  const own = label.replace(leading, "").replace(trailing, "");
  if (own === "") return isAfterColon ? subject : "";
  // 举办62场讲座 counts the same as 举办讲座62场.
  const isVerb = own.length === 2 && counted.length >= 2 && !ofRow.test(own);
  const bare = (isVerb ? `${own}${counted.replace(/^的/u, "")}` : own).replace(turned, "结转结余");
  const uncounted = bare.replace(/(?:人数|人次|场次|数量)$/u, "");
  return Array.from(uncounted).length >= shortestName ? uncounted : bare;
}

/** A label that stands for several figures in one document (or in one cell) says nothing. */
function isOne([first, ...others]: Figures, perPassage: boolean): boolean {
  return others.every((other) => (perPassage && other.passage !== first.passage) || !differ(first, other));
}

function differ(left: NamedFigure, right: NamedFigure): boolean {
  return !isSameFigure(left, right);
}

function told(here: NamedFigure, other: NamedFigure, name = nameOf(here)): Found {
  return {
    at: here.passage.at,
    other: other.passage.at,
    subject: name,
    essence: `${here.text}≠${other.text}`,
    what: `“${name}”在${here.passage.label}里是${here.text}，在${other.passage.label}里是${other.text}。`,
    why: "同一个数在两处不同，审核时会要求说明。",
    todo: "请核对统计口径，改正其中一处。",
  };
}
