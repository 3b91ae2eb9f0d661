import { readPlainNumber } from "../quantity/plainNumber";
import { tidy } from "../quantity/tidy";
import { classifyTitle } from "./classifyTitle";
import type { HeaderBand } from "./findHeader";
import type { Fund, Goal, GoalDoubt, Indicator } from "./form";
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
  const columns = checkedColumns(view, header);
  return indicators.map((indicator) => {
    const { goal } = indicator;
    if (goal === null || goal.actual.content === null) return indicator;
    const doubts = [
      ...columns.map((column) => checkedDoubt(view, header, column, indicator.row)),
      fund === null ? null : fundDoubt(indicator, goal, fund),
    ].flatMap((text): GoalDoubt | [] => (text === null ? [] : { of: "actual", text }));
    return doubts.length === 0
      ? indicator
      : { ...indicator, goal: { ...goal, doubts: [...goal.doubts, ...doubts] } };
  });
}

/** Who looked again at what the department wrote. */
const again =
  /^(?:核[实定查]|审[核定查]|复[核评查]|认定|确认|评[审定]|抽[查核]|财政|主管|部门|单位|局|第三方|机构|专家|上级|现场|实地)+后?的?/u;

/** Columns of what somebody else found to be achieved: 核实完成值, 复核后实际完成值, 审核数. */
function checkedColumns(view: SheetView, { top, bottom, columns }: HeaderBand): readonly number[] {
  if (columns.actual === null) return [];
  const found = new Set<number>();
  for (let row = top; row <= bottom; row += 1) {
    for (const column of view.sheet.rows.get(row)?.keys() ?? []) {
      const title = normalizeName(view.own(row, column).text);
      const what = title.replace(again, "");
      const isActual = classifyTitle(what)?.kind === "actual" || /^(?:值|数|数值|数据)$/u.test(what);
      if (what !== title && isActual && column !== columns.actual) found.add(column);
    }
  }
  return Array.from(found);
}

/** Words of somebody who found the same. */
const agreed =
  /^(?:[-—－/\\√✓]+|同[左上前]?|(?:情况)?(?:一致|属实|相符|无误|无差异|无)|(?:已|经)?(?:核实|审核|复核)(?:无误|一致|属实|通过)?|通过|认可)$/u;

function checkedDoubt(
  view: SheetView,
  { bottom, columns }: HeaderBand,
  column: number,
  row: number,
): string | null {
  if (columns.actual === null) return null;
  const [own, checked] = [view.own(row, columns.actual), view.own(row, column)];
  const said = normalizeName(checked.text);
  if (said === "" || agreed.test(said) || isSame(own, checked)) return null;
  const title = singleLine(view.cell(bottom, column).text);
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

const executionRate = /^(?:项目|部门|财政|年度|全年|资金|预算|经费)*(?:执行|支出)(?:进度|率)$/u;

/** 预算执行率 95% as an indicator, where the money above comes to 90%. */
function fundDoubt({ name }: Indicator, { actual }: Goal, fund: Fund): string | null {
  const said = readPlainNumber(actual.content);
  const budget = (fund.base.of === "initial" ? fund.initial : fund.annual)?.value ?? null;
  if (said?.unit !== "%" || budget === null || budget <= 0 || fund.executed.value === null) return null;
  if (!executionRate.test(bareName(name.value)) || !/预算|资金|经费/u.test(name.value)) return null;
  const decimals = /\.(\d+)/u.exec(String(actual.content))?.[1]?.length ?? 0;
  const rate = fund.executed.value / budget;
  if (Math.abs(rate - said.value) * 100 <= 0.5 * 10 ** -decimals + 1e-9) return null;
  const own = `${tidy(Number((rate * 100).toFixed(2)))}%`;
  return `资金的执行率按金额是${own}，这里写“${String(actual.content)}”，以哪个为准`;
}
