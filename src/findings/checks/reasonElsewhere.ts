import { inCell, type Check, type FindingContext, type Found } from "../finding";
import { excerpt, inReport } from "../passages";
import { toldLosses } from "../toldLoss";
import { rowsOf, topicsOf } from "../topics";

const blamed = /(?:扣分|失分|丢分)的?(?:主要)?(?:因素|原因)(.*)$/u;

const byAudit = /(?:审计|巡[视察]|检查|监督)[^，。；]{0,12}(?:发现|指出|查出)/u;

/** A reason that speaks of another indicator than the one that lost points. */
export const reasonElsewhere: Check = {
  id: "reasonElsewhere",
  title: "扣分原因说的是被扣分的指标",
  severity: "待核实",
  find: (context) => [...inRows(context), ...inReportText(context)],
};

function inRows({ rows, edition, form }: FindingContext): readonly Found[] {
  return rows.flatMap(({ card, indicator, lost, basis, editionRow, atBasis }) => {
    if (!lost || basis === null || editionRow === null) return [];
    const clause = indicator.standard?.value ?? editionRow.clause;
    // What an audit found is the very thing of a row that asks about audits.
    const losses = toldLosses(basis, form.head.year?.value ?? null).filter(
      ({ sentence }) => !(byAudit.test(sentence) && byAudit.test(clause)),
    );
    const named = losses.flatMap(({ sentence }) => topicsOf(sentence, edition));
    const own = topicsOf(basis, edition).some((topic) => topic.rows.includes(editionRow.id));
    const [other] = named;
    if (own || other === undefined) return [];
    return {
      ...atBasis,
      essence: other.title,
      what: `“${card.indicator}”扣了分，写的原因说的是${other.title}。`,
      why: "原因与被扣分的指标对不上，审核时会要求说明。",
      todo: `请写明“${card.indicator}”自己的未达标原因。`,
    };
  });
}

function inReportText({ rows, report, edition }: FindingContext): readonly Found[] {
  const lost = rows.filter((row) => row.lost);
  const [first] = lost;
  if (first === undefined) return [];
  return report.flatMap(({ text, line }) => {
    const said = blamed.exec(text.slice(0, 1000))?.[1];
    if (said === undefined) return [];
    const named = topicsOf(said, edition);
    const touched = named.flatMap((topic) => rowsOf(topic, rows));
    if (touched.length === 0 || touched.some((row) => row.score === null || row.lost)) return [];
    const topic = named.map(({ title }) => title).join("、");
    return {
      at: inReport(line, text),
      other: inCell(first.card.at),
      subject: first.card.indicator,
      essence: topic,
      what: `自评报告把扣分归因于${topic}（“${excerpt(said.replace(/^[为是：:]+/u, ""))}”），表里有关指标都是满分，扣分的是${lost.map(({ card }) => `“${card.indicator}”`).join("、")}。`,
      why: "扣分原因与被扣分的指标不一致。",
      todo: "请核对：或者改写原因，或者核对有关指标的得分。",
    };
  });
}
