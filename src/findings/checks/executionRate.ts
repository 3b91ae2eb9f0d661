import { decimalPlaces, tidy } from "../../quantity/tidy";
import { inCell, type Check, type FindingContext, type Found } from "../finding";
import { amountsOf, isWholeBudget, nameOf } from "../budgetAmounts";
import type { Fund } from "../../form/form";
import { isOfDone, namedFigures, type NamedFigure } from "../namedFigures";
import { allPassages } from "../passages";

/** What the money of a project is called, after the name of the project or 资金. */
const fundBudget = {
  initial: /年初预算(?:[数额]|安排数?|资金)?$/u,
  annual: /(?:^|项目|资金|全年|调整后的?)预算(?:总?[数额]|总额|安排数?|资金)?$/u,
};
const fundSpent = /(?:^|项目|资金|全年|实际|累计)(?:执行|支出|决算)(?:[数额]|金额|总额|资金)?$/u;
/** Words of other money. */
const ofPart =
  /追加|调[增减]|压减|其中|结转|自筹|上级|中央|省级|市级|区级|财政拨款|基本支出|经费|单位成本|人均/u;
/** Words of a thing that the sentence is about, in front of a bare 全年预算数. */
const ofThing = /项目|专项|经费|基金|工程/u;

/** The amounts that the words give for budget and execution against the form's own. */
export const executionRate: Check = {
  id: "executionRate",
  title: "文字里的预算数、执行数与预算表相符",
  severity: "待核实",
  find: (context) => {
    const figures = namedFigures(allPassages(context), context.form.head.year?.value ?? null).filter(
      ({ kind, years, ...figure }) =>
        kind === "amount" &&
        !ofPart.test(figure.label) &&
        (isOfDone({ ...figure, kind, years }) || isInitial(figure)),
    );
    const { fund } = context.form;
    return fund === null ? againstTotal(context, figures) : againstFund(fund, figures);
  },
};

/** 年初预算数 of a project is a figure of its own, though it is not the one of the year. */
function isInitial({ label }: Pick<NamedFigure, "label">): boolean {
  return fundBudget.initial.test(nameOf(label));
}

function againstTotal(context: FindingContext, figures: readonly NamedFigure[]): readonly Found[] {
  const { total, categories } = amountsOf(context.form);
  if (total?.value == null) return [];
  const here = total.value;
  // 部门预算 may be without 事业发展支出: any sum of the first of the categories is one that the table says, too.
  const sums = categories.map((_, index) =>
    categories.slice(0, index + 1).reduce((sum, { value }) => sum + value, 0),
  );
  return figures.flatMap((figure): readonly Found[] => {
    const { passage, label, text, sentence } = figure;
    if (!isWholeBudget(label)) return [];
    const before = sentenceBefore(passage.text, sentence, text);
    if (ofThing.test(before)) return [];
    if ([here, ...sums, ...categories.map(({ value }) => value)].some((one) => isNear(figure, one, 1e4)))
      return [];
    return [
      {
        at: passage.at,
        other: inCell(total.at),
        subject: passage.label,
        essence: `${text}≠${here}`,
        what: `${passage.label}写全年预算数${text}，预算表总预算为${here}万元。`,
        why: "两处的预算数应为同一口径。",
        todo: "请核对是年初预算还是调整后预算，统一口径或加以说明。",
      },
    ];
  });
}

/** What the sentence of a figure says before it. */
function sentenceBefore(text: string, sentence: number, figure: string): string {
  const own = text.split(/[。；;！!？?\n]/u)[sentence] ?? text;
  const at = own.indexOf(figure);
  return at < 0 ? own : own.slice(0, at);
}

/** The amounts of the texts against those of the money block, in 万元 or in 元. */
function againstFund({ base, executed, ...fund }: Fund, figures: readonly NamedFigure[]): readonly Found[] {
  const printed = [
    [base.of === "initial" ? base.title : "年初预算数", fund.initial, fundBudget.initial],
    [base.of === "annual" ? base.title : "全年预算数", fund.annual, fundBudget.annual],
    ["执行数", executed, fundSpent],
  ] as const;
  return printed.flatMap(([title, cell, named]): readonly Found[] => {
    if (cell?.value == null) return [];
    const { value } = cell;
    const said = figures.filter(({ label }) => named.test(nameOf(label)));
    const [first] = said;
    // Said right in one place, the others are of something else.
    if (first === undefined || said.some((one) => [1e4, 1].some((unit) => isNear(one, value, unit))))
      return [];
    const text = `${tidy(first.value / 1e4)}万元`;
    return [
      {
        at: inCell(cell.at),
        other: first.passage.at,
        subject: title,
        essence: `${value}≠${text}`,
        what: `“${title}”表中为${value}，${first.passage.label}写${text}。`,
        why: "自评报告与自评表的预算数、执行数应当一致。",
        todo: "请核对金额和口径，改正其中一处。",
      },
    ];
  });
}

/** Equal at the decimals that either of the two has. */
function isNear({ value, rounding }: NamedFigure, amount: number, unit: number): boolean {
  const own = unit / 2 / 10 ** decimalPlaces(String(amount));
  return Math.abs(value - amount * unit) <= Math.max(rounding, own) * 1.000001 + 1e-6;
}
