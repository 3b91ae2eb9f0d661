import { inCell, type Check, type CheckedRow } from "../finding";
import { saysNothingBought } from "../topics";

/** Amounts of purchases are there: something was bought, so the other procurement rows apply. */
export const procurementApplies: Check = {
  id: "procurementApplies",
  title: "有采购金额时，采购各项不写“不涉及”",
  severity: "待核实",
  find: ({ rows }) => {
    const [known] = rows.flatMap((row) => purchaseIn(row) ?? []);
    if (known === undefined) return [];
    const { policy, bought } = known;
    return rows.flatMap((row) => {
      if (row.editionRow?.procurement !== true || row === policy || !isAvoided(row)) return [];
      return {
        at: inCell(row.indicator.basis?.at ?? row.card.at),
        other: inCell(policy.card.at),
        subject: row.card.indicator,
        essence: String(bought),
        what: `“${row.card.indicator}”写不涉及，“${policy.card.indicator}”却有采购金额${bought}万元。`,
        why: `有政府采购，${row.editionRow.level2}各项就应当据实计分。`,
        todo: "请核对当年是否有政府采购，据实填写。",
      };
    });
  },
};

/** The first amount above 0 that says that something was bought, in the order in which the row names them. */
function purchaseIn(policy: CheckedRow): { readonly policy: CheckedRow; readonly bought: number } | null {
  const amounts = (policy.editionRow?.purchases ?? []).map(
    (key) => policy.card.facts.find(({ spec }) => spec.key === key)?.value,
  );
  const bought = amounts.find((value): value is number => typeof value === "number" && value > 0);
  return bought === undefined ? null : { policy, bought };
}

function isAvoided({ card, basis }: CheckedRow): boolean {
  return card.outcome === "notApplicable" || saysNothingBought(basis ?? "");
}
