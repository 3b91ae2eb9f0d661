import type { Stretch } from "../words/quotation";
import type { Clause, ReadCell } from "../words/readCell";
import { hasKind, isMoney } from "../words/tokenKinds";

/** "超支5万元", "控制在预算内": in words, whether more or less than the limit was used. */
interface Verdict extends Stretch {
  readonly isOver: boolean;
  /** In 万元, where it says by how much. */
  readonly by: number | null;
}

/** What the limit is called: of a budget, or of what was set aside or sent down. */
const limit = "(?:了|年初|全年|年度|当年|批复|调整后?|安排的?)*(?:预算|预留|下达|安排|计划|任务|目标)";
const over = new RegExp(
  `超支(?!率)|超额|超预算|(?:超过?|超出|突破|高于|大于|多于|>)${limit}|[比较]${limit}(?:安排)?数?(?:增加|多|超)`,
  "gu",
);
const under = new RegExp(
  `控制在[^,]{0,8}(?:预算|安排|限额)[^,]{0,6}内|节约(?!型)|节省|(?:低于|少于|小于|不足|<|≤)${limit}|[比较]${limit}(?:安排)?数?(?:减少|少|下降|降低)`,
  "gu",
);
const denied = /(?:未|没有|不|无|并非)(?:有|存在|出现|发生|能|是|得)?$/u;

/** Every one of them that is said of this year and of the whole. */
function verdictsIn(cell: ReadCell): readonly Verdict[] {
  return cell.clauses.flatMap((clause) => {
    const { from, to, meaning, tokens, labels } = clause;
    if (meaning === "remedies" || meaning === "explains" || meaning === "plans") return [];
    if (
      hasKind(tokens, ["past", "goal", "cite", "season"]) ||
      labels.some((one) => hasKind(one.tokens, ["goal"]))
    )
      return [];
    const words = cell.text.slice(from, to);
    const said = (pattern: RegExp, isOver: boolean): readonly Verdict[] =>
      Array.from(words.matchAll(pattern), (match) => {
        const isDenied = denied.test(words.slice(0, match.index));
        const end = from + match.index + match[0].length;
        // "≤预算22万元" names the budget itself.
        const by = isDenied || /^[<≤>]/u.test(match[0]) ? null : amountAt(cell.text, clause, end);
        // "超预算0万元"
        return { from, to, isOver: isOver !== isDenied && by !== 0, by };
      });
    return [...said(over, true), ...said(under, false)];
  });
}

function amountAt(text: string, { tokens }: Clause, at: number): number | null {
  const amount = tokens.find((token) => isMoney(token) && token.from >= at);
  if (
    amount?.is !== "figure" ||
    !/^(?:预算)?(?:了|达|为|约|共|计|数|额|金额|资金)*$/u.test(text.slice(at, amount.from))
  )
    return null;
  return amount.figure.value / 10_000;
}

/** The first verdict that the figures do not bear out. more: by how much the limit was passed; exact: in 万元. */
export function againstWords(
  cell: ReadCell,
  more: number,
  exact: boolean,
): (Stretch & { readonly why: string }) | null {
  const wrong = verdictsIn(cell).find(({ isOver, by }) => {
    const differs = by !== null && exact && Math.abs(Math.abs(more) - by) > 0.011 * Math.max(1, Math.abs(by));
    return differs || (isOver ? more <= 0 : more > 1e-9);
  });
  if (wrong === undefined) return null;
  const { from, to } = wrong;
  const how = more > 1e-9 ? "超过" : "没有超过";
  const shown = exact && more !== 0 ? `${how}${more > 0 ? "" : "，少"}${amount(Math.abs(more))}万元` : how;
  return { from, to, why: `写的是“${cell.text.slice(from, to)}”，而按数字算${shown}` };
}

function amount(value: number): string {
  return String(Number(value.toFixed(6)));
}
