import { contains, type Area } from "../workbook/cell";
import type { CellValue, SheetSnapshot } from "../workbook/snapshot";
import { partOfYear } from "./annexTitles";
import { classifyTitle, type Title } from "./classifyTitle";
import { normalizeName } from "./normalizeName";
import { othersScore, type TitleKind } from "./titles";
import { oncePerText } from "../words/oncePerText";

/**
 * Of which year a column is, and of which stage. own: 本年, 全年, 期末, 调整后. other: 上年, 上半年, 中期, 实施期, 原. others:
 * what 财政 or 第三方 found.
 */
interface Period {
  readonly year?: number;
  readonly stage?: "own" | "other" | "others";
}

const oneYear = /20\d{2}(?=年|$|\D)(?:年度?)?/gu;
const otherStage = new RegExp(
  `上年|去年|上一年|上期|往年|以前年度|下一?年|次年|明年|来年|[上下]半年|半年度?|中期|年中|实施期|中长期|规划期|^原(?!因)|(?:调整|变更)前|${partOfYear.source}`,
  "u",
);
const ownStage = /本年|当年|全年|年末|年终|期末|本期|年度|(?:调整|变更)后|自评|填报/u;
const notOthers = /自评|填报|申报|支出|资金|上年/u;
/** What may stand behind them in a heading: 2022年度指标, 上年情况. */
const fillers =
  /度|的|绩效|指标|目标|考核|评价|评分|完成|执行|任务|数据|情况|部门|单位|预算|项目|分值|权重|得分|数|值|[()]/gu;

/** What a heading or a title says of it; null: nothing. */
function periodIn(text: string): Period | null {
  return text === "" || text.length > 30 ? null : periodSaid(text);
}

const periodSaid = oncePerText((text): Period | null => {
  const name = normalizeName(text);
  const years = Array.from(new Set((name.match(oneYear) ?? []).map((year) => Number(year.slice(0, 4)))));
  const [year] = years;
  // 2021—2023年: of a project's whole time.
  if (years.length > 1 || otherStage.test(name.replace(oneYear, "")))
    return { ...(years.length === 1 && year !== undefined ? { year } : {}), stage: "other" };
  const stage =
    othersScore.test(name) && !notOthers.test(name) ? "others" : ownStage.test(name) ? "own" : undefined;
  if (year === undefined && stage === undefined) return null;
  return { ...(year === undefined ? {} : { year }), ...(stage === undefined ? {} : { stage }) };
});

const periodWords = new RegExp(
  [otherStage, ownStage, othersScore].map(({ source }) => source).join("|"),
  "gu",
);

/** 2022年, 上年度, 原, 全年: words of a period and of nothing else, a title only together with what stands over them. */
export function isPeriodOnly(text: string): boolean {
  if (periodIn(text) === null) return false;
  const rest = normalizeName(text).replace(oneYear, "").replace(periodWords, "");
  return rest.replace(fillers, "") === "";
}

/** Titles that are of a year; who the indicator is of is no matter of years. */
const ofPeriod: ReadonlySet<TitleKind> = new Set<TitleKind>([
  ...(["target", "looseTarget", "adjusted", "operator", "unit", "actual", "looseActual"] as const),
  ...(["selfScore", "weight", "nameWeight", "standard", "basis", "evidence"] as const),
]);
/** 与上年相比的偏差原因 is of this year. */
const ofWords: ReadonlySet<TitleKind | undefined> = new Set<TitleKind | undefined>([
  ...(["definition", "standard", "basis", "evidence"] as const),
]);

/** The titles of a header with the period of each, by its words and those of the headings over it. */
export function withPeriods(
  sheet: SheetSnapshot,
  titles: ReadonlyMap<number, Title>,
  top: number,
  bottom: number,
): ReadonlyMap<number, Title> {
  const first = isRowOfPeriods(sheet, top - 1) ? top - 1 : top;
  const rows = Array.from({ length: bottom - first + 1 }, (_, index) => first + index);
  if (!rows.some((row) => textsOf(sheet, row).some(([, text]) => periodIn(text) !== null))) return titles;
  const merges = sheet.merges.filter((area) => area.top <= bottom && area.bottom >= first);
  return new Map(
    Array.from(titles, ([column, title]) => {
      if (!ofPeriod.has(title.kind)) return [column, title];
      const texts = rows
        .map((row) => headingOver(sheet, merges, { row, column, bottom }))
        .filter((text) => !ofWords.has(classifyTitle(text)?.kind));
      const found = texts.flatMap((text) => periodIn(text) ?? []);
      const year = found.flatMap(({ year: one }) => one ?? []).at(-1);
      const stage = (["other", "others", "own"] as const).find((one) =>
        found.some(({ stage: said }) => said === one),
      );
      return [
        column,
        {
          ...title,
          ...(year === undefined ? {} : { year }),
          ...(stage === undefined ? {} : { stage }),
        },
      ];
    }),
  );
}

/** 上年 and 本年 below 完成值 or 得分, each the title of a column of its own. */
export function periodTitles(sheet: SheetSnapshot, row: number): readonly (readonly [number, Title])[] {
  const cells = Array.from(sheet.rows.get(row) ?? []).flatMap(([column, { value }]) =>
    (typeof value === "string" || typeof value === "number") && isPeriodOnly(String(value)) ? [column] : [],
  );
  if (cells.length < 2) return [];
  const merges = sheet.merges.filter(({ top, bottom }) => top <= row && bottom >= row - 1);
  const over = cells.map((column) => headingOver(sheet, merges, { row: row - 1, column, bottom: row }));
  return cells.flatMap((column, index) => {
    const heading = over[index] ?? "";
    const title = over.filter((one) => one === heading).length > 1 ? classifyTitle(heading) : null;
    return title === null ? [] : [[column, title] as const];
  });
}

/** Right above the titles: 2022年 and 2023年, each over several of them. One alone may be a value of the head block. */
function isRowOfPeriods(sheet: SheetSnapshot, row: number): boolean {
  const found = textsOf(sheet, row).flatMap(([, text]) => (isPeriodOnly(text) ? normalizeName(text) : []));
  return new Set(found).size > 1;
}

function textsOf(sheet: SheetSnapshot, row: number): readonly (readonly [number, string])[] {
  return Array.from(sheet.rows.get(row) ?? [], ([column, { value }]) => [column, shown(value)] as const);
}

function shown(value: CellValue | undefined): string {
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}

/** What stands over the column in this row: in it, merged over it, or, not merged, left of it in front of blanks. */
function headingOver(
  sheet: SheetSnapshot,
  merges: readonly Area[],
  { row, column, bottom }: { readonly row: number; readonly column: number; readonly bottom: number },
): string {
  const area = merges.find((one) => contains(one, { row, column }));
  const text = (at: number, of: number): string => shown(sheet.rows.get(at)?.get(of)?.value);
  if (area !== undefined) return text(area.top, area.left);
  const own = text(row, column);
  if (own !== "" || row === bottom || text(row + 1, column) === "") return own;
  for (let left = column - 1; left > 0; left -= 1) {
    if (text(row + 1, left) === "") return "";
    if (text(row, left) !== "") return text(row, left);
  }
  return "";
}
