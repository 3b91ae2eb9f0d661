import { contains } from "../workbook/cell";
import type { Snapshot } from "../workbook/snapshot";
import type { Annex, AnnexColumns } from "./annex";
import { isCaption, readCaption, type AnnexCaption } from "./annexCaption";
import { annexOwners, rivalsOf, type Belonging } from "./annexOwners";
import { findAnnexHeaders, type AnnexHeader } from "./annexHeader";
import type { Form } from "./form";
import { normalizeName } from "./normalizeName";
import { readAnnexPage, type AnnexPage } from "./readAnnexRows";
import { readForms } from "./readForms";
import { sheetKind } from "./sheetKind";
import { viewSheet, type SheetView } from "./sheetView";

/**
 * Every table of targets and actuals that is the form's, in the order of the sheets: the annex of the whole department
 * and those of its 专项资金, wherever they stand, also below the form on its own sheet. Never a form itself, never
 * 评分底稿, never a 项目支出绩效自评表, never the annex of another form. Never throws for what a workbook holds.
 */
export function readAnnexes(snapshot: Snapshot, form: Form): readonly Annex[] {
  const known = read.get(snapshot) ?? new WeakMap<Form, readonly Annex[]>();
  const annexes = known.get(form) ?? readTables(snapshot, form);
  read.set(snapshot, known.set(form, annexes));
  return annexes;
}

/** Scoring, findings and edits ask for the same ones. */
const read = new WeakMap<Snapshot, WeakMap<Form, readonly Annex[]>>();

function readTables(snapshot: Snapshot, form: Form): readonly Annex[] {
  const found = findTables(snapshot, form);
  const owners = annexOwners(snapshot, form, found);
  const isOwn = (index: number): boolean =>
    owners[index]?.kind === "own" || owners[index]?.kind === "ordered";
  return withoutCopies(settleKinds(found.filter((_, index) => isOwn(index))));
}

/** What a person is to know of annexes that may be another form's, in Chinese. */
export function annexDoubts(snapshot: Snapshot, form: Form): readonly string[] {
  if (rivalsOf(snapshot).length < 2) return [];
  const found = findTables(snapshot, form).filter(({ kind }) => kind !== "other");
  const owners = annexOwners(snapshot, form, found);
  return found.flatMap(({ sheet, title }, index) => {
    const name = title === sheet ? `附表“${sheet}”` : `工作表“${sheet}”的附表“${title}”`;
    const doubt = owners[index] === undefined ? null : sayDoubt(owners[index]);
    return doubt === null ? [] : `${name}${doubt}`;
  });
}

const nameIt = "请在附表标题里写明年度或部门名称";

function sayDoubt(owner: Belonging): string | null {
  switch (owner.kind) {
    case "own":
    case "other":
      return null;
    case "ordered":
      return `没有写明是哪张自评表的，按工作表的次序作为本表的附表；不对的，${nameIt}。`;
    case "taken":
      return `已作为“${owner.of}”的附表，本表没有用；要用于本表，请另附一份，${nameIt}。`;
    case "unclear":
      return owner.of.length === 0
        ? "写的年度与各张自评表都不同，没有使用，请核对年度。"
        : `没有写明是哪张自评表的（${owner.of.map((one) => `“${one}”`).join("")}都可能），都没有使用；${nameIt}。`;
  }
}

function findTables(snapshot: Snapshot, form: Form): readonly Found[] {
  const forms = [form, ...readForms(snapshot).forms.filter(({ sheet }) => sheet !== form.sheet)];
  const found: Found[] = [];
  for (const sheet of snapshot.sheets) {
    if (sheet.visibility !== "visible" || sheetKind(sheet, 1) === "workingPaper") continue;
    const view = viewSheet(sheet);
    const here = forms.filter((one) => one.sheet === sheet.name);
    const inForm = (row: number): boolean =>
      here.some(({ area, columns }) => contains(area, { row, column: columns.name }));
    found.push(...readSheet(view, findAnnexHeaders(view, inForm), inForm));
  }
  return found;
}

interface Found extends Omit<Annex, "kind"> {
  readonly kind: AnnexCaption["kind"];
}

function readSheet(
  view: SheetView,
  headers: readonly AnnexHeader[],
  inForm: (row: number) => boolean,
): readonly Found[] {
  const found: Found[] = [];
  const tops = new Set(headers.map(({ top }) => top));
  let open: { readonly annex: Found; readonly levels: AnnexPage["levels"] } | null = null;
  for (const header of headers) {
    const lowestAbove: number = open?.annex.area.bottom ?? 0;
    const caption = readCaption(view, header.top, lowestAbove);
    const goesOn: boolean = open !== null && continues(view, open.annex, header);
    const title = goesOn && open !== null ? open.annex.title : caption.title;
    const ends = (row: number): boolean => tops.has(row) || inForm(row);
    const page = readAnnexPage(view, header, title, goesOn && open !== null ? open.levels : null, ends);
    if (page.rows.length === 0) continue;
    const annex: Found =
      goesOn && open !== null ? joined(open.annex, page) : annexOf(view, header, caption, page);
    if (goesOn) found.pop();
    found.push(annex);
    open = { annex, levels: page.levels };
  }
  return found;
}

function annexOf(view: SheetView, header: AnnexHeader, caption: AnnexCaption, page: AnnexPage): Found {
  const columns = Object.values<number | null>({ ...header.columns }).filter((column) => column !== null);
  const { right } = header;
  return {
    sheet: view.sheet.name,
    ...caption,
    headerRow: header.top,
    columns: header.columns,
    rows: page.rows,
    area: { top: header.top, left: Math.min(...columns), bottom: page.lastRow, right },
    remarks: page.remarks,
  };
}

function joined(annex: Found, page: AnnexPage): Found {
  return {
    ...annex,
    rows: [...annex.rows, ...page.rows],
    area: { ...annex.area, bottom: page.lastRow },
    remarks: [...annex.remarks, ...page.remarks],
  };
}

/** A header repeated on the next printed page: the same columns, and no title of another table in between. */
function continues(view: SheetView, annex: Found, header: AnnexHeader): boolean {
  const keys = Object.keys(annex.columns) as (keyof AnnexColumns)[];
  if (!keys.every((key) => annex.columns[key] === header.columns[key])) return false;
  for (let row = annex.area.bottom + 1; row < header.top; row += 1) {
    for (const column of view.sheet.rows.get(row)?.keys() ?? []) {
      const { text } = view.cell(row, column);
      if (isCaption(text) && normalizeName(text) !== normalizeName(annex.title)) return false;
      if (/^(?:专项资金|专项|项目)名称/u.test(normalizeName(text))) return false;
    }
  }
  return header.top - annex.area.bottom <= 12;
}

/** A table that nothing names is the department's, unless the department has one that says so. */
function settleKinds(found: readonly Found[]): readonly Annex[] {
  const named = found.some(({ kind }) => kind === "department");
  return found.flatMap((annex) => {
    const kind = annex.kind ?? (named ? "other" : "department");
    return kind === "other" ? [] : { ...annex, kind };
  });
}

/** A second table that begins with the same indicators is a copy (last year's, a draft); the first one counts. */
function withoutCopies(annexes: readonly Annex[]): readonly Annex[] {
  const kept = new Map<string, Annex>();
  for (const annex of annexes) {
    const names = annex.rows
      .slice(0, 3)
      .map(({ group, name }) => `${group ?? ""} ${normalizeName(name.value)}`);
    const key = [annex.kind, annex.fund, ...names].join("\n");
    const first = kept.get(key);
    if (first === undefined) {
      kept.set(key, annex);
      continue;
    }
    const at = { sheet: annex.sheet, row: annex.headerRow, column: annex.columns.name };
    const text = `工作表“${annex.sheet}”里还有一张相同的附表，本次读取的是“${first.sheet}”里的一张。`;
    kept.set(key, { ...first, remarks: [...first.remarks, { at, text }] });
  }
  return [...kept.values()];
}
