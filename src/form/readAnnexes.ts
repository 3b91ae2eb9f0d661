import { contains } from "../workbook/cell";
import type { Snapshot } from "../workbook/snapshot";
import type { Annex, AnnexColumns } from "./annex";
import { isCaption, readCaption, type AnnexCaption } from "./annexCaption";
import { findAnnexHeaders, type AnnexHeader } from "./annexHeader";
import type { Form } from "./form";
import { normalizeName } from "./normalizeName";
import { readAnnexPage, type AnnexPage } from "./readAnnexRows";
import { sheetKind } from "./sheetKind";
import { viewSheet, type SheetView } from "./sheetView";

/**
 * Every table of targets and actuals in the workbook, in the order of its sheets: the annex of the whole department
 * and those of its 专项资金, wherever they stand, also below the form on its own sheet. Never the form itself, never
 * 评分底稿, never a 项目支出绩效自评表. Never throws for what a workbook holds.
 */
export function readAnnexes(snapshot: Snapshot, form: Form): readonly Annex[] {
  const annexes: Found[] = [];
  for (const sheet of snapshot.sheets) {
    if (sheet.visibility !== "visible" || sheetKind(sheet, 1) === "workingPaper") continue;
    const view = viewSheet(sheet);
    const inForm = (row: number): boolean =>
      sheet.name === form.sheet && contains(form.area, { row, column: form.columns.name });
    annexes.push(...readSheet(view, findAnnexHeaders(view, inForm), inForm));
  }
  return withoutCopies(settleKinds(annexes));
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
