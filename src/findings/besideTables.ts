import { completionRate, type CompletionRate } from "../criteria/completionRate";
import { oncePerObject } from "../criteria/oncePerObject";
import type { Form, Goal } from "../form/form";
import { bareName, normalizeName, ownerName } from "../form/normalizeName";
import { readAnnexes } from "../form/readAnnexes";
import { readApprovedGoals, type ApprovedTable } from "../form/readApprovedGoals";
import { readForms } from "../form/readForms";
import { similarity } from "../scorecard/similarity";
import type { CellAddress, Cited } from "../workbook/cell";
import { findSheet, type SheetSnapshot, type Snapshot } from "../workbook/snapshot";
import { inCell, type FindingContext, type Place } from "./finding";

/** One target of the form or of an annex, with what was achieved. */
interface OwnGoal {
  readonly name: Cited<string>;
  readonly target: Goal["target"];
  readonly actual: Goal["actual"];
  readonly weight: number | null;
  /** All words of its row. */
  readonly words: string;
}

/** The targets of one table, and whose they are: the project's, the fund's, the department's; "" where nothing says so. */
interface OwnTable {
  readonly of: string;
  readonly goals: readonly OwnGoal[];
  /** The title of the column of names. */
  readonly head: CellAddress;
}

/** Where a table stands that the form is held against: "工作表“绩效目标批复表”", "“批复.xlsx”". */
interface Beside<Table> {
  readonly label: string;
  /** A cell in it as the other side of a finding, where it is in the same workbook. */
  readonly other: (at: CellAddress) => { readonly other?: Place };
  readonly table: Table;
}

/** The tables of targets that belong to the form: its own rows, and those of its annexes. */
export const ownTables = oncePerObject(({ snapshot, form, annexes }: FindingContext) =>
  tablesOf(snapshot, form, annexes),
);

function tablesOf(
  snapshot: Snapshot,
  form: Form,
  annexes: FindingContext["annexes"] = readAnnexes(snapshot, form),
): readonly OwnTable[] {
  const owner = ownerName(form.head.project?.value ?? form.head.department?.value ?? "");
  const wordsOf = (sheet: string, row: number): string =>
    Array.from(findSheet(snapshot, sheet)?.rows.get(row)?.values() ?? [], ({ value }) =>
      typeof value === "string" ? value : "",
    ).join(" ");
  const own = form.indicators.flatMap(({ goal, name, weight, row }): OwnGoal | [] =>
    goal === null || row === form.fund?.row
      ? []
      : { ...goal, name, weight: weight.value, words: wordsOf(form.sheet, row) },
  );
  return [
    {
      of: owner,
      goals: own,
      head: { sheet: form.sheet, row: form.headerRow, column: form.columns.name },
    },
    ...annexes.map(({ sheet, fund, headerRow, columns, rows }) => ({
      of: fund === "" ? owner : ownerName(fund),
      goals: rows.map((row) => ({
        ...row,
        weight: row.weight?.of === "own" ? row.weight.points.value : null,
        words: wordsOf(sheet, row.row),
      })),
      head: { sheet, row: headerRow, column: columns.name },
    })),
  ].filter(({ goals }) => goals.length > 0);
}

const thisBook = (at: CellAddress): { readonly other: Place } => ({ other: inCell(at) });
const anotherBook = (): { readonly other?: Place } => ({});

const approvedIn = oncePerObject((sheet: SheetSnapshot) => readApprovedGoals(sheet));

/** The approved goals that are of the form, each with the tables that are asked for them, first the one that names most of
 * the same indicators. Theirs by the name of project or department where both say one, else because they name at least half
 * of the same. One paper may approve what the form spreads over several annexes: what one has not, the others are asked. */
export function approvedFor(
  context: FindingContext,
): readonly (Beside<ApprovedTable> & { readonly asked: readonly OwnTable[] })[] {
  const { snapshot, form, annexes, beside } = context;
  const tables = ownTables(context);
  const taken = new Set([form.sheet, ...annexes.map(({ sheet }) => sheet)]);
  const here = snapshot.sheets
    .filter(({ name }) => !taken.has(name))
    .map((sheet) => ({ sheet, label: `工作表“${sheet.name}”`, other: thisBook }));
  const given = beside.flatMap(({ file, snapshot: book }) =>
    book.sheets.map((sheet) => ({ sheet, label: `“${file}”`, other: anotherBook })),
  );
  return [...here, ...given].flatMap(({ sheet, label, other }) =>
    approvedIn(sheet).flatMap((table) =>
      tables.some((own) => isOf(table, own)) ? { label, other, table, asked: byShared(table, tables) } : [],
    ),
  );
}

/** Those whose owner the approved goals are of first, then by how many indicators both name. */
function byShared(table: ApprovedTable, tables: readonly OwnTable[]): readonly OwnTable[] {
  const ranked = tables.map((own) => ({ own, is: isOf(table, own), shared: sharedNames(table, own) }));
  ranked.sort((one, other) => other.shared - one.shared || Number(other.is) - Number(one.is));
  return ranked.map(({ own }) => own);
}

/** The files given beside the form that hold nothing of its project, its indicators or its year before. */
export function unmatchedFiles(context: FindingContext): readonly string[] {
  const tables = ownTables(context);
  return context.beside.flatMap((book): string | [] => {
    const alone = { ...context, snapshot: { ...context.snapshot, sheets: [] }, beside: [book] };
    const isMatched =
      approvedFor(alone).length > 0 || tables.some((own) => lastYearOf(alone, own).length > 0);
    return isMatched ? [] : book.file;
  });
}

/** Whether a workbook holds anything that a form could be held against. */
export function holdsGoals(snapshot: Snapshot): boolean {
  return readForms(snapshot).main !== null || snapshot.sheets.some((sheet) => approvedIn(sheet).length > 0);
}

function isOf(table: ApprovedTable, own: OwnTable): boolean {
  if (table.of !== "" && own.of !== "") return table.of === own.of;
  const shared = sharedNames(table, own);
  return shared >= 2 && shared * 2 >= Math.min(table.goals.length, own.goals.length);
}

function sharedNames({ goals }: ApprovedTable, own: OwnTable): number {
  const names = new Set(own.goals.map(({ name }) => bareName(name.value)));
  return goals.filter(({ name }) => names.has(bareName(name.value))).length;
}

/** The tables of the year before, of the same project or department: of another form of the workbook or of one given. */
export function lastYearOf(
  { snapshot, form, beside }: FindingContext,
  own: OwnTable,
): readonly Beside<OwnTable>[] {
  const year = form.head.year?.value ?? null;
  if (year === null || own.of === "") return [];
  const books = [
    { book: snapshot, label: null },
    ...beside.map(({ file, snapshot: book }) => ({ book, label: `“${file}”` })),
  ];
  return books.flatMap(({ book, label }) =>
    readForms(book)
      .forms.filter((one) => one.head.year?.value === year - 1)
      .flatMap((one) => tablesOf(book, one))
      .filter(({ of }) => of === own.of)
      .map((table): Beside<OwnTable> => ({
        label: label ?? `工作表“${table.head.sheet}”`,
        other: label === null ? thisBook : anotherBook,
        table,
      })),
  );
}

const alike = 0.6;

/** The one of these that bears the name, or is clearly the most alike; null: none, or nobody can say. */
export function named<Goal extends { readonly name: Cited<string> }>(
  name: string,
  goals: readonly Goal[],
): { readonly goal: Goal; readonly exact: boolean } | null {
  const bare = bareName(name);
  const same = goals.filter((one) => bareName(one.name.value) === bare);
  if (same.length > 0)
    return same.length === 1 && same[0] !== undefined ? { goal: same[0], exact: true } : null;
  const ranked = goals
    .map((goal) => ({ goal, like: similarity(bare, bareName(goal.name.value)) }))
    .sort((one, other) => other.like - one.like);
  const [best, second] = ranked;
  return best !== undefined && best.like >= alike && best.like - (second?.like ?? 0) >= 0.15
    ? { goal: best.goal, exact: false }
    : null;
}

type Written = string | number | null;

/** As `named`, of several tables: the first that bears the name, else the one of all that is clearly the most alike. */
export function namedInTables(name: string, tables: readonly OwnTable[]): OwnGoal | null {
  const exact = tables.map(({ goals }) => named(name, goals)).find((found) => found?.exact === true);
  const all = tables.flatMap(({ goals }) => goals);
  return (exact ?? named(name, all))?.goal ?? null;
}

/** Both targets say the same: in words, or in figures that bind to the same side. */
export function isSameTarget(one: Written, other: Written, name: string): boolean {
  const [left, right] = [one, other].map((text) =>
    withoutEqual(normalizeName(String(text ?? "")).replace(/[。.;；]$/u, "")),
  );
  if (left === right) return true;
  const [first, second] = [withoutEqual(one), withoutEqual(other)];
  const there = completionRate(first, second, name);
  const back = completionRate(second, first, name);
  return isExact(there) && isExact(back) && there.kind === back.kind;
}

/** "＝100%" and "100%" are one target. */
function withoutEqual<Text extends Written>(text: Text): Text | string {
  return typeof text === "string" ? text.replace(/^\s*(?:[=＝]|等于)\s*/u, "") : text;
}

/** Every figure of both was held against one of the other, and is the same. Whether the one is measured does not count. */
function isExact(rate: CompletionRate): rate is CompletionRate & { readonly outcome: "rate" } {
  if (rate.outcome !== "rate") return false;
  const isWhole = [rate.target, rate.actual].every(
    (side) =>
      side.kind === "quantity" && side.mentions.length === 0 && side.figures.length === rate.parts.length,
  );
  return isWhole && rate.parts.every(({ compared }) => compared.target === compared.actual);
}
