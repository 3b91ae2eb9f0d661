import { readPlainNumber } from "../quantity/plainNumber";
import { tidy } from "../quantity/tidy";
import { besideColumns, type BesideColumn } from "./besideColumns";
import type { HeaderBand } from "./findHeader";
import type { Fund, Goal, GoalDoubt, Indicator, SaidBeside } from "./form";
import { bareName, normalizeName } from "./normalizeName";
import { singleLine, type SheetView, type ViewCell } from "./sheetView";

/**
 * The indicators with what the same form says otherwise of what was achieved: 核实完成值 beside 实际完成值, and 预算执行率 of
 * the table against that of the block of money. Which of the two counts is for a person to say.
 */
export function withBesideDoubts(
  view: SheetView,
  header: HeaderBand,
  indicators: readonly Indicator[],
  fund: Fund | null,
): readonly Indicator[] {
  const columns = besideColumns(
    view,
    header,
    indicators.map(({ row }) => row),
  );
  return indicators.map((indicator) => {
    const { goal } = indicator;
    if (goal === null || goal.actual.content === null) return indicator;
    const doubts = [
      ...columns.map((column) => columnDoubt(view, header, column, indicator.row)),
      fund === null ? null : fundDoubt(indicator, goal, fund),
    ].flatMap((text): GoalDoubt | [] => (text === null ? [] : { of: "actual", text }));
    const said = columns.flatMap((column) => saidIn(view, column, indicator.row));
    return {
      ...indicator,
      ...(said.length === 0 ? {} : { said }),
      goal: doubts.length === 0 ? goal : { ...goal, doubts: [...goal.doubts, ...doubts] },
    };
  });
}

/** What such a column holds for a row, where it takes the row's rate or points to say whether it fits. */
function saidIn(view: SheetView, { of, title, column }: BesideColumn, row: number): readonly SaidBeside[] {
  if (of === "actual" || of === "cut" || of === "factor" || of === "unread") return [];
  const { value, text, formula } = view.own(row, column);
  // Points that a formula takes from a score follow it.
  if (text === "" || (formula !== null && (of === "loss" || of === "score"))) return [];
  return [{ of, title, value, text }];
}

/** Words of somebody who found the same. */
const agreed =
  /^(?:[-—－/\\√✓]+|同[左上前]?意?|(?:已|经|均|全部|现场|实地|情况|数据|结果|抽查|检查|核实|审核|复核|审计|抽样|验收|与?实际完成值?)*(?:真实|合格|一致|属实|相符|符合|无误|无差异|无问题|无异议|无|正常|准确|核实|审核|复核|抽查|检查|验收|审计|通过|认可|同意)[。.]?)$/u;

const noCut = /^(?:0(?:\.0+)?\D{0,3}|无|没有|无核减|未核减|[-—－/\\]+)$/u;
const noFactor = /^(?:1(?:\.0+)?|100%|无|[-—－/\\]+)$/u;

function columnDoubt(
  view: SheetView,
  { columns }: HeaderBand,
  { column, title, of }: BesideColumn,
  row: number,
): string | null {
  if (columns.actual === null) return null;
  if (of === "cut" || of === "factor") {
    const cell = view.own(row, column);
    const words = normalizeName(shown(cell));
    return words === "" || (of === "cut" ? noCut : noFactor).test(words)
      ? null
      : `“${title}”写“${shown(cell)}”，${of === "cut" ? "实际完成值是否已经减去" : "应怎样计分"}`;
  }
  if (of !== "actual") return null;
  const [own, checked] = [view.own(row, columns.actual), view.own(row, column)];
  const said = normalizeName(checked.text);
  if (said === "" || agreed.test(said) || isSame(own, checked)) return null;
  return `“${title}”是“${shown(checked)}”，与实际完成值“${shown(own)}”不同，以哪个为准`;
}

function isSame(own: ViewCell, checked: ViewCell): boolean {
  if (normalizeName(own.text) === normalizeName(checked.text)) return true;
  const [one, other] = [own, checked].map(({ value }) => readPlainNumber(value));
  if (one == null || other == null) return false;
  return one.value === other.value && (one.unit === other.unit || one.unit === "" || other.unit === "");
}

function shown({ value, text, format }: ViewCell): string {
  const isPercent = typeof value === "number" && format.includes("%");
  return isPercent ? `${tidy(value * 100)}%` : singleLine(text);
}

const executionRate =
  /^(?:项目|部门|财政|年度|全年|当年|本年|总|专项|实际|累计|资金|预算|经费)*(?:执行|支出|完成|支付|使用)(?:执行|支出|完成)?(?:进度|率)$/u;

/** 预算执行率 95% as an indicator, where the money above comes to 90%. */
function fundDoubt({ name }: Indicator, { actual }: Goal, fund: Fund): string | null {
  const written = actual.content;
  const said = readPlainNumber(
    typeof written === "string"
      ? normalizeName(written).replace(/^[≥≤=]|^(?:约|达到?|为)|以上$|左右$/gu, "")
      : written,
  );
  const budget = (fund.base.of === "initial" ? fund.initial : fund.annual)?.value ?? null;
  if (said === null || budget === null || budget <= 0 || fund.executed.value === null) return null;
  const title = bareName(name.value).replace(/\([^()]*\)$/u, "");
  if (!executionRate.test(title) || !/预算|资金|经费|执行率|支出率/u.test(title)) return null;
  // 0.9, 90 and 90% all say the same.
  const rates = said.unit === "%" ? [said.value] : said.unit === "" ? [said.value, said.value / 100] : [];
  const decimals = /\.(\d+)/u.exec(String(written))?.[1]?.length ?? 0;
  const places = said.unit === "%" || said.value > 1.5 ? decimals : Math.max(0, decimals - 2);
  const rate = fund.executed.value / budget;
  const fits = rates.some((one) => Math.abs(rate - one) * 100 <= 0.5 * 10 ** -places + 1e-9);
  if (rates.length === 0 || fits) return null;
  const own = `${tidy(Number((rate * 100).toFixed(2)))}%`;
  return `资金的执行率按金额是${own}，这里写“${String(written)}”，以哪个为准`;
}
