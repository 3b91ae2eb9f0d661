import { bareName } from "../../form/normalizeName";
import { amountsOf, isWholeBudget } from "../budgetAmounts";
import { inCell, type Check, type FindingContext, type Found } from "../finding";
import { isOfDone, isSameFigure, namedFigures, type NamedFigure } from "../namedFigures";
import { thingOf } from "../namedThing";
import { excerpt, formPassages, reportPassages } from "../passages";

/** Papers, and what still holds from an earlier year, may well be older. */
const older =
  /《[^》]{0,200}》|[〔【[(（]\s*(?:19|20)\d{2}\s*[〕】\])）]\s*\d{0,4}号?|(?:19|20)\d{2}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?=[^，。；]{0,6}(?:《|印发|出台|制定|修订|建立|颁布|发布|起))|(?:印发|制定|出台|发布|施行|实施|修订|成文|发文)(?:时间|日期|年度)?(?:[:：为是于在]|是在)?\s*(?:19|20)\d{2}年/gu;
/** What is told besides, of another year: 另有2份2022年签订的合同已在上年备案. */
const besides = /(?:另外?|此外|除此之外)[，,]?(?:还?有)?[^，,。；;]{0,60}/gu;

/** Last year as what this one is held against, audits of an earlier budget, and what is done now with its results. */
const compared =
  /(?:比|较|相比|相较于?|对比|同比)(?:于)?20\d{2}\s*年度?[^，。；]{0,30}|20\d{2}\s*年度?(?:[^，。；]{0,12}(?:预算执行|决算|财政收支)[^，。；]{0,8}审计|[^，。；]{0,12}相比|[^，。；]{0,12}(?:评价|审计|监控|检查|巡察|自评)[^，。；]{0,6}(?:意见|结果|问题|建议)[^，。；]{0,12}(?:反馈|整改|挂钩|应用|落实|运用))/gu;

/** 2022年度决算 is made and published in the year after. */
const settlement = /(20\d{2})\s*年度?[^，。；\d]{0,16}(?:决算|自评资料|自评结果)/gu;
/** The last time of something may be long ago; 2021年至2024年 holds the year. */
const yearly = /每年|定期|当年/u;
const lastTime = /(?:最近|最后|上)一次[^，。；]{0,20}20\d{2}\s*年/gu;
const span = /(20\d{2})\s*年?[^，。；\d]{0,6}(?:至|到|[-—~])\s*(20\d{2})\s*年/gu;

/** Evidence that only speaks of another year than the form's, and figures of the form that the report gives to another one. */
export const wrongYear: Check = {
  id: "wrongYear",
  title: "评分依据和报告里的数说的是本年度",
  severity: "待核实",
  find: (context) => {
    const { rows, form } = context;
    const year = form.head.year?.value;
    if (year === undefined) return [];
    const inRows = rows.flatMap(({ card, indicator, basis }) => {
      if (basis === null || indicator.basis === null) return [];
      const text = basis
        .normalize("NFKC")
        .slice(0, 4000)
        .replace(older, "")
        .replace(compared, "")
        .replace(besides, "")
        .replace(settlement, (words: string, of: string) =>
          Number(of) === year - 1 && /公开|批复/u.test(basis) ? "" : words,
        )
        .replace(yearly.test(indicator.standard?.value ?? "") ? /$^/u : lastTime, "");
      const years = [...new Set((text.match(/(?<!\d)20\d{2}(?=\s*(?:年|[-./]\d))/gu) ?? []).map(Number))];
      if (Array.from(text.matchAll(span)).some(([, from, to]) => Number(from) <= year && year <= Number(to)))
        return [];
      const [other] = years;
      // Data of the year may be published or reported in the next.
      if (other === undefined || years.includes(year) || /本年|当年|全年|年度内/u.test(text)) return [];
      if (years.every((one) => one === year + 1)) return [];
      return {
        at: inCell(indicator.basis.at),
        subject: card.indicator,
        essence: years.join("、"),
        what: `“${card.indicator}”的评分依据写的是${years.join("、")}年，本表为${year}年度。`,
        why: "依据的年度与自评年度不同，可能沿用了以前的文字。",
        todo: `请核对，改写为${year}年的情况。`,
      };
    });
    return [...inRows, ...inReport(context, year)];
  },
};

/** A figure of this year's form that the report gives to another one: "2022年全年预算数8642.5万元". */
function inReport(context: FindingContext, year: number): readonly Found[] {
  const passages = reportPassages(context);
  const ofOther = namedFigures(passages, null).flatMap((figure) => {
    const [other, ...others] = yearsOf(figure);
    const isOther = other !== undefined && others.length === 0 && other !== year;
    // What is counted may well be planned alike for the next year.
    const isPlan = other !== undefined && other > year && figure.unit !== "分" && figure.unit !== "元";
    return isOther && !isPlan && !figure.apart && figure.kind !== "target" ? [{ figure, other }] : [];
  });
  if (ofOther.length === 0) return [];
  const ofForm = new Set(namedFigures(formPassages(context), year).filter(isOfDone).map(keyOf));
  // What is said of this year, too, may well have been the same before.
  const ofYear = new Set(namedFigures(passages, year).filter(isOfDone).map(keyOf));
  return ofOther.flatMap(({ figure, other }): readonly Found[] => {
    const key = keyOf(figure);
    if (ofYear.has(key) || !(ofForm.has(key) || isInTable(figure, context))) return [];
    const said = `${figure.label}${figure.text}`;
    return [
      {
        at: figure.passage.at,
        subject: "自评报告",
        essence: `${other}|${said}`,
        what: `自评报告写“${excerpt(/20\d\d/u.test(said) ? said : `${other}年……${said}`)}”，与${year}年度自评表里的数相同。`,
        why: "本年度的数写在别的年度名下，可能沿用了以前的文字。",
        todo: `请核对年度，改写为${year}年。`,
      },
    ];
  });
}

/** The years of its clause; of the sentence up to it where that names none. */
function yearsOf({ years, passage, text }: NamedFigure): readonly number[] {
  if (years.length > 0) return years;
  const before = passage.text.normalize("NFKC").split(text)[0] ?? "";
  return [...new Set((before.match(/20\d\d(?=年)/gu) ?? []).map(Number))];
}

/** The same figure under the same name. */
function keyOf({ label, subject, unit, value }: NamedFigure): string {
  const name = bareName(subject === "" ? label : subject).replace(
    /^(?:20\d\d年(?:度|底|末)?|全年|本年度?)+/u,
    "",
  );
  return `${name}|${unit}|${value}`;
}

/** The whole budget, the total of the scores or what an indicator of the annex reached. */
function isInTable(figure: NamedFigure, { form, annexRows }: FindingContext): boolean {
  const is = (value: number | null | undefined): boolean => value != null && isSameFigure(figure, { value });
  if (figure.unit === "分") return figure.kind === "score" && is(form.total?.score.typed);
  if (figure.unit === "元") {
    const total = amountsOf(form).total?.value;
    return isWholeBudget(figure.label) && total != null && is(total * 1e4);
  }
  const actual = thingOf(figure, annexRows)?.completion.actual;
  return (
    actual?.kind === "quantity" &&
    actual.figures.some(({ value, unit }) => unit.name === figure.unit && is(value))
  );
}
