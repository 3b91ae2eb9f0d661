import { sameAddress } from "../../workbook/cell";
import { grouped } from "../../workbook/grouped";
import { normalizeName } from "../../form/normalizeName";
import type { Check, CheckedRow, FindingContext } from "../finding";
import { excerpt } from "../passages";
import { essenceOfWords } from "../reviewed";
import { isMeasured, isRuleCopied } from "../ruleText";

/** Of so many rows the names are given. */
const mostNames = 6;

/** 评分依据 that is the rule and nothing else: each text once, with all rows that have it. */
export const ruleCopied: Check = {
  id: "ruleCopied",
  title: "评分依据写了做的情况，不是照抄评分标准",
  severity: "待核实",
  find: (context) => {
    const copied = context.rows.filter((row) => isCopied(row, context));
    const groups = grouped(copied, ({ basis }) => normalizeName(basis ?? ""));
    return Array.from(groups.values(), (rows) => {
      const [first, second] = rows;
      const names = Array.from(new Set(rows.map(({ card }) => `“${card.indicator}”`)));
      const who = `${names.slice(0, mostNames).join("、")}${names.length > mostNames ? "等" : ""}`;
      const rest = names.length > 1 ? `${names.length}项` : "";
      return {
        ...first.atBasis,
        ...(second === undefined ? {} : { other: second.atBasis.at }),
        essence: essenceOfWords(first.basis ?? ""),
        what: `${who}${rest}的评分依据照抄评分标准（“${excerpt(first.basis ?? "")}”），没有写做的情况。`,
        why: "评分标准说的是怎样给分，不是做了什么，复核时无从核对。",
        todo: "请写明本部门实际做了什么、什么时候做的、结果怎样，并注明佐证材料。",
      };
    });
  },
};

/** The rule of its own row, or of another one; a row over figures is told by its own check. */
function isCopied(row: CheckedRow, { rows }: FindingContext): boolean {
  const { basis, indicator, card } = row;
  if (basis === null || basis === "" || indicator.basis === null) return false;
  if (isMeasured(row) || card.outcome === "notApplicable") return false;
  // A cell merged over several rows is one text: of the first.
  const { at } = indicator.basis;
  const first = rows.find((one) => one.indicator.basis !== null && sameAddress(one.indicator.basis.at, at));
  return (first === undefined || first === row) && isRuleCopied(row, rows);
}
