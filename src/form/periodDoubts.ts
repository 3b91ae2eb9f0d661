import { a1 } from "../workbook/cell";
import type { HeaderBand } from "./findHeader";
import type { FormRemark, GoalDoubt, Indicator } from "./form";
import type { Rival } from "./onePeriod";
import { singleLine, type SheetView } from "./sheetView";

/**
 * The indicators with what the titles of their targets and actuals leave open: two columns that nobody can tell apart, or
 * a year that is not the form's. A row in which both columns say the same is not asked.
 */
export function withPeriodDoubts(
  view: SheetView,
  { rivals, doubt, ...header }: HeaderBand,
  indicators: readonly Indicator[],
): readonly Indicator[] {
  if (rivals.length === 0 && doubt === null) return indicators;
  return indicators.map((indicator) => {
    const { goal, row } = indicator;
    if (goal === null) return indicator;
    const doubts: readonly GoalDoubt[] = [
      ...(doubt === null ? [] : [{ of: "target" as const, text: doubt }]),
      ...(["target", "actual"] as const).flatMap((of): GoalDoubt | [] => {
        const others = rivals.filter((one) => one.of === of && isOther(view, one, row));
        const [first] = others;
        if (first === undefined) return [];
        const columns = [first.taken, ...others.map(({ column }) => column)].sort((a, b) => a - b);
        const said = columns.map((column) => {
          const { text } = view.own(row, column);
          return `${titleAt(view, header, column)}“${singleLine(text) === "" ? "空白" : singleLine(text)}”`;
        });
        return { of, text: `${said.join("、")}，不知道哪一栏是本年全年的，以哪个为准` };
      }),
    ];
    return doubts.length === 0
      ? indicator
      : { ...indicator, goal: { ...goal, doubts: [...doubts, ...goal.doubts] } };
  });
}

function isOther(view: SheetView, { taken, column }: Rival, row: number): boolean {
  return singleLine(view.own(row, taken).text) !== singleLine(view.own(row, column).text);
}

/** 完成值（G6） */
function titleAt(
  view: SheetView,
  { bottom, top }: Pick<HeaderBand, "top" | "bottom">,
  column: number,
): string {
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => bottom - index);
  const titled = rows.map((row) => view.own(row, column)).find(({ text }) => text !== "");
  const { text, at } = titled ?? view.cell(bottom, column);
  return `${singleLine(text)}（${a1(at)}）`;
}

/** The same, said once at the header. */
export function periodRemarks(
  { sheet: { name } }: SheetView,
  { rivals, doubt, bottom, columns }: HeaderBand,
): readonly FormRemark[] {
  const at = { sheet: name, row: bottom, column: columns.target ?? columns.adjusted ?? columns.name };
  return [
    ...(doubt === null ? [] : [{ at, text: `${doubt}，请核对表头。` }]),
    ...rivals.map(({ column, of }) => ({
      at: { ...at, column },
      text: `${of === "target" ? "目标值" : "完成值"}有两栏，分不出哪一栏是本年全年的，两栏不同的行要问；请在表头写明年度。`,
    })),
  ];
}
