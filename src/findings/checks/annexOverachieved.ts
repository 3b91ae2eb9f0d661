import { tidy } from "../../quantity/tidy";
import { percentWords } from "../../criteria/words";
import { sayPoints } from "../../scorecard/formatPoints";
import { inCell, type Check, type CheckedAnnexRow, type CheckedRow } from "../finding";

/** Far above the target (150 %) the clause gives a share only (half); claimed in full where the annex's own score, or the row's, is full. */
export const annexOverachieved: Check = {
  id: "annexOverachieved",
  title: "完成率高于150%的指标没有按满分计",
  severity: "待核实",
  find: ({ annexRows, rows }) =>
    annexRows.flatMap((checked) => {
      const { annex, row, name, completion, scoring } = checked;
      if (completion.outcome !== "rate" || scoring === null || scoring.scale === "linear") return [];
      const { over, overShare } = scoring;
      if (completion.rate <= over || overShare >= 1) return [];
      const claim = claimOf(checked, annex.kind, rows);
      if (claim === null) return [];
      const gets = overShare === 0.5 ? "一半分" : `${percentWords(overShare)}的分`;
      const sure = claim.own && completion.certainty === "sure";
      return {
        at: claim.own && row.score !== null ? inCell(row.score.at) : inCell(row.actual.at),
        other: claim.row === null ? inCell(row.target.at) : inCell(claim.row.card.at),
        subject: name,
        essence: percentWords(completion.rate),
        severity: sure ? "须更正" : "待核实",
        what: `“${name}”完成率${percentWords(completion.rate)}，高于${percentWords(over)}，仍按满分计。`,
        why: `评分标准：完成率高于${percentWords(over)}的，得${gets}。`,
        todo:
          claim.own && row.weight?.points.value != null
            ? `请改为${sayPoints(row.weight.points.value * overShare)}分，并说明大幅超额的原因。`
            : `这一项只得${gets}，请重新计算综合得分，并说明大幅超额的原因。`,
      };
    }),
};

/** Who says full marks: the row's own score, or the row of the form that adds the annex up. */
function claimOf(
  { row }: CheckedAnnexRow,
  kind: "department" | "specialFund",
  rows: readonly CheckedRow[],
): { readonly own: boolean; readonly row: CheckedRow | null } | null {
  const own = row.score?.typed ?? null;
  const weight = row.weight?.of === "own" ? row.weight.points.value : null;
  if (own !== null && weight !== null) return tidy(own) >= tidy(weight) ? { own: true, row: null } : null;
  const summed = rows.find(({ ruleRow }) => {
    const annex = ruleRow?.annex;
    if (annex?.kind !== kind) return false;
    return kind === "specialFund" || (row.group !== null && annex.groups.includes(row.group));
  });
  const typedFull = summed?.card.typed != null && summed.full;
  const saidFull =
    summed?.card.typed === null && /满分|自评得分\d|均已(?:实现|完成)/u.test(summed.basis ?? "");
  return summed !== undefined && (typedFull || saidFull) ? { own: false, row: summed } : null;
}
