import { normalizeName } from "../../form/normalizeName";
import { inCell, type Check, type FindingContext, type Found } from "../finding";
import { excerpt, inReport, sentencesOf, shortened } from "../passages";

const audited = /审计|巡视|巡察|财会监督|监督检查|专项检查/u;
const pointed =
  /(?:指出|发现|反馈|查出|存在)[^。；]{0,40}(?:问题|违规|不规范|超标准|超范围|挤占|挪用|虚列|违纪|未)/u;
/** 没有被审计指出的问题: only who looked stands between; 未按规定公示被审计指出的问题 denies no problem. */
const denied =
  /(?:未|没有|无)(?:[被经有由]|任何|各[级类]|上级|本级|主管|[省市区县]|审计|财会|财政|监督|巡[视察]|检查|部门|单位|机关|专项|[局厅委办]|[等和及与或、]){0,12}(?:指出|发现|反馈|查出|列出|提出)的?[^，,。；]{0,16}|(?:未|没有|无|不)(?:曾)?(?:涉及|发现|指出|反馈|查出|存在|收到)[^。；]{0,40}|未(?:[对向就在][^，,。；]{1,10})?(?:指出|发现|反馈)(?!的)/gu;
const clauseDenied = new RegExp(String.raw`(?<=[，,])[^，,。；]{0,20}(?:${denied.source})`, "gu");
/** A rule for what may be found: "审计发现问题的，应当整改", "如审计发现问题，将整改". */
const supposed =
  /(?<![例比诸譬])(?:如果?|若|一旦|凡)[^，,。；]{0,20}(?:指出|发现|反馈|查出|存在)[^，,。；]{0,40}[，,]|(?:指出|发现|反馈|查出|存在)[^，,。；]{0,40}的(?:[，,]|(?=不?[得扣]\d?[分\d]|不予?计?分))/gu;

/** One audit finding deducted twice, or nowhere. */
export const auditFinding: Check = {
  id: "auditFinding",
  title: "审计等指出的问题扣分一次，不重复、不遗漏",
  severity: "待核实",
  find: (context) => [twice(context), nowhere(context)].flat(),
};

/** All of it, and not 2 of 3, or being mended. */
const mended =
  /(?:已经?|均|全部|悉数)[^，,。；]{0,12}(?:整改(?!\d|中|方案|计划)|纠正|解决|销号|办结)|(?:整改|纠正|解决)(?:完毕|到位|完成)/u;
/** Of an earlier year, and mended since. */
const settled = new RegExp(
  `(?:上一?年度?|去年|往年|以前年度|历年|历史遗留)[^。；]{0,60}(?:${mended.source})`,
  "u",
);
/** Not, or not all of it. */
const unmended =
  /(?<!没有|无|不存在)(?:未能?|没有|仍有|部分)(?:(?!被|责令|要求|需|指出|提出|未)[^，,。；]){0,8}(?:整改|纠正|解决|落实)|(?:整改|纠正|解决)[^，,。；]{0,4}(?:未|没有)/u;
const years = /20\d{2}(?=年)/gu;

/** A problem that was told; of the year, or of the one before, whose audits come in it. */
function isAuditProblem(sentence: string, { form }: FindingContext): boolean {
  const year = form.head.year?.value ?? 0;
  // "…，2023年未发现新的问题" says nothing of when the others were found.
  const told = sentence.slice(0, 800).replace(clauseDenied, "");
  const text = sentence.slice(0, 800);
  if (audited.test(text) && unmended.test(text)) return true;
  // What was found is of the years named before it; 2023年全部整改完毕 tells when it was mended.
  const [before = ""] = mended.test(text) ? told.split(/指出|发现|反馈|查出/u) : [told];
  const named = Array.from(before.matchAll(years), ([digits]) => Number(digits));
  if (named.length > 0 && named.every((one) => one < year - 1)) return false;
  if (settled.test(text) || (named.length > 0 && named.every((one) => one < year) && mended.test(text)))
    return false;
  return audited.test(text) && pointed.test(text.replace(denied, "").replace(supposed, ""));
}

function twice(context: FindingContext): readonly Found[] {
  const first = new Map<string, FindingContext["rows"][number]>();
  return context.rows.flatMap((row) => {
    const { card, basis, lost, editionRow, atBasis } = row;
    if (!lost || basis === null || editionRow?.audited !== true) return [];
    return sentencesOf(basis).flatMap((sentence) => {
      if (!isAuditProblem(sentence, context)) return [];
      const key = normalizeName(sentence).replace(/扣\d+(?:\.\d+)?分|[，,。；]/gu, "");
      const known = first.get(key);
      if (known === undefined) {
        first.set(key, row);
        return [];
      }
      if (known === row) return [];
      return {
        ...atBasis,
        other: known.atBasis.at,
        essence: `同${known.card.indicator}`,
        what: `同一个问题（“${excerpt(sentence)}”）在“${known.card.indicator}”和“${card.indicator}”都扣了分。`,
        why: "评分标准规定，在相应指标扣分的，不在其他指标重复扣分。",
        todo: "请只在对应的指标扣分。",
      };
    });
  });
}

function nowhere(context: FindingContext): Found | [] {
  const { rows, report } = context;
  const touched = rows.filter(({ editionRow }) => editionRow?.audited === true);
  const [first] = touched;
  if (first === undefined || !touched.every(({ full }) => full)) return [];
  const inRows = rows.flatMap(({ basis, atBasis }) =>
    sentencesOf(basis ?? "").map((text) => ({ at: atBasis.at, text })),
  );
  const inText = report.map(({ text, line }) => ({ at: inReport(line, text), text }));
  const problem = [...inRows, ...inText].find(({ text }) => isAuditProblem(text, context));
  if (problem === undefined) return [];
  return {
    // Where the words are: that is the cell to go to.
    at: problem.at,
    other: inCell(first.card.at),
    subject: first.card.indicator,
    essence: shortened(problem.text),
    what: `文字里写了审计等指出的问题（“${excerpt(problem.text)}”），“${first.card.indicator}”等指标都没有扣分。`,
    why: "审计、财会监督指出的问题须按评分标准扣分。",
    todo: "请核对问题属于哪一项、是否应当扣分；以前年度的，写明年份。",
  };
}
