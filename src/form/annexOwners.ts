import { originalOf } from "../workbook/copiedSheet";
import { writtenCells } from "../workbook/records";
import { findSheet, type Snapshot } from "../workbook/snapshot";
import type { Annex } from "./annex";
import type { Form } from "./form";
import { normalizeName } from "./normalizeName";
import { readForms } from "./readForms";
import { textOf } from "./sheetView";

/** How an annex of a workbook stands to one of its forms. of: whose it is where it is not the form's own. */
export type Belonging =
  | { readonly kind: "own" }
  /** Only the order of the sheets says so. */
  | { readonly kind: "ordered" }
  | { readonly kind: "other"; readonly of: string }
  /** Another form says the very same of itself, and comes first. */
  | { readonly kind: "taken"; readonly of: string }
  /** It may be that of any of these. */
  | { readonly kind: "unclear"; readonly of: readonly string[] };

/** What is known of an annex before its kind is settled. */
type Table = Pick<Annex, "sheet" | "title" | "headerRow" | "area">;

/**
 * Whose annex each table is. Where one form alone has annexes (a department's, with 评分标准 instead of targets), all are
 * its own; else a table goes to the form that it fits best by what was scored in it, by year, name, kind and the names
 * of the sheets, and to none where that leaves two. No table is ever that of two forms.
 */
export function annexOwners(snapshot: Snapshot, form: Form, tables: readonly Table[]): readonly Belonging[] {
  const rivals = rivalsOf(snapshot);
  const copied = originalOf(snapshot, form.sheet);
  const home = copied?.isBound === true ? copied.sheet : form.sheet;
  const isAlone = rivals.length === 0 || (rivals.length === 1 && rivals[0]?.sheet === home);
  if (isAlone) return tables.map(() => ({ kind: "own" }));
  return tables.map((table) => belonging(ownersOf(snapshot, rivals, table, tables), home));
}

/** The forms that have annexes; a copy shows its original's figures. */
export function rivalsOf(snapshot: Snapshot): readonly Form[] {
  return readForms(snapshot).forms.filter((one) => hasAnnexes(one) && !isBoundCopy(snapshot, one));
}

function hasAnnexes({ kind, columns }: Form): boolean {
  return (kind === "department" || kind === "unit") && (columns.target ?? columns.adjusted) === null;
}

function isBoundCopy(snapshot: Snapshot, { sheet }: Form): boolean {
  return originalOf(snapshot, sheet)?.isBound === true;
}

interface Owners {
  readonly forms: readonly Form[];
  readonly isOrdered: boolean;
}

function belonging({ forms, isOrdered }: Owners, home: string): Belonging {
  const [first, ...more] = forms;
  if (first === undefined) return { kind: "unclear", of: [] };
  const isShared = more.some((one) => !isAlike(first, one));
  if (isShared) return { kind: "unclear", of: forms.map(({ sheet }) => sheet) };
  if (first.sheet === home) return { kind: isOrdered ? "ordered" : "own" };
  const isTaken = more.some(({ sheet }) => sheet === home);
  return { kind: isTaken ? "taken" : "other", of: first.sheet };
}

function isAlike({ head, kind }: Form, other: Form): boolean {
  return (
    kind === other.kind &&
    head.year?.value === other.head.year?.value &&
    head.department?.value === other.head.department?.value
  );
}

/** The forms that a table fits best. */
function ownersOf(
  snapshot: Snapshot,
  rivals: readonly Form[],
  table: Table,
  tables: readonly Table[],
): Owners {
  const beside = rivals.find(({ sheet }) => sheet === table.sheet);
  if (beside !== undefined) return { forms: [beside], isOrdered: false };
  const words = wordsOf(snapshot, table);
  const sheets = rivals.map(({ sheet }) => sheet);
  const fits = rivals.map((form) => fitOf(snapshot, form, table, words, sheets));
  const best = Math.max(...fits);
  const forms = best < 0 ? [] : rivals.filter((_, index) => fits[index] === best);
  if (forms.length < 2) return { forms, isOrdered: false };
  const before = formBefore(snapshot, rivals, table, tables);
  return before === null || !forms.includes(before)
    ? { forms, isOrdered: false }
    : { forms: [before], isOrdered: true };
}

const highest = 8;
const longest = 60;

/** What names a table: its sheet, and what stands above it. */
function wordsOf(snapshot: Snapshot, { sheet, title, headerRow }: Table): readonly string[] {
  const rows = findSheet(snapshot, sheet)?.rows;
  const above = Array.from({ length: highest }, (_, index) => rows?.get(headerRow - 1 - index)).flatMap(
    (line) => Array.from(line?.values() ?? [], ({ value }) => textOf(value)),
  );
  return [sheet, title, ...above.filter((text) => text.length <= longest)].map(normalizeName);
}

/** Higher fits better; negative: it is of another year. */
function fitOf(
  snapshot: Snapshot,
  form: Form,
  table: Table,
  words: readonly string[],
  sheets: readonly string[],
): number {
  const years = words.flatMap((text) => Array.from(text.matchAll(/20\d{2}/gu), ([year]) => Number(year)));
  const year = form.head.year?.value ?? null;
  const isOfYear = year !== null && years.includes(year);
  if (years.length > 0 && year !== null && !isOfYear) return -1;
  const name = normalizeName(form.head.department?.value ?? "");
  const isNamed = name !== "" && words.some((text) => text.includes(name));
  const isOfKind = words.some((text) => text.includes(form.kind === "unit" ? "单位整体" : "部门整体"));
  return (
    (isScoredIn(snapshot, form, table) ? 100 : 0) +
    (isOfYear ? 10 : 0) +
    (isNamed ? 10 : 0) +
    kinship(form.sheet, table.sheet, sheets) * 3 +
    (isOfKind ? 1 : 0)
  );
}

/** Points of the form were written in the table. */
function isScoredIn(snapshot: Snapshot, { sheet }: Form, table: Table): boolean {
  return writtenCells(snapshot, sheet).some(
    (cell) =>
      cell.sheet === table.sheet &&
      Number(cell.row) > table.area.top &&
      Number(cell.row) <= table.area.bottom,
  );
}

const commonWords =
  /绩效|自评表?|评[分价]表?|附[件表]?\d*|指标|目标|完成情况表?|(?:部门|单位)?整体(?:支出)?|专项资金|\d{4}年?度?/gu;

/**
 * How much the names of two sheets have in common that is their own: "本级自评表" and "本级附表", "自评表 (2)" and
 * "附表 (2)", and so "自评表" and "附表" beside these.
 */
function kinship(form: string, annex: string, forms: readonly string[]): number {
  const [one, other] = [ownPart(form), ownPart(annex)];
  if (normalizeName(annex).includes(normalizeName(form))) return 2;
  if (one !== other) return 0;
  return one !== "" ? 2 : forms.some((name) => numbered.test(ownPart(name))) ? 1 : 0;
}

const numbered = /^\(\d+\)$/u;

function ownPart(name: string): string {
  return normalizeName(name).replace(commonWords, "");
}

/** The form behind whose sheet a table follows, where the forms of the workbook have their annexes behind them. */
function formBefore(
  snapshot: Snapshot,
  rivals: readonly Form[],
  table: Table,
  tables: readonly Table[],
): Form | null {
  const place = ({ sheet }: Pick<Table, "sheet">): number =>
    snapshot.sheets.findIndex(({ name }) => name === sheet);
  const places = rivals.map(place);
  const isBehindEach = rivals
    .slice(0, -1)
    .every((_, index) =>
      tables.some((one) => place(one) > (places[index] ?? 0) && place(one) < (places[index + 1] ?? 0)),
    );
  const last = rivals.filter((_, index) => (places[index] ?? 0) < place(table)).at(-1);
  return isBehindEach ? (last ?? null) : null;
}
