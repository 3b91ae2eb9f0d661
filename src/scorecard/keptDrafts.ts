import type { FactValue } from "../criteria/fact";
import type { Form, Indicator } from "../form/form";
import { normalizeName } from "../form/normalizeName";
import { originalOf } from "../workbook/copiedSheet";
import { isPlainObject, plainObject } from "../workbook/json";
import { keptValue } from "../workbook/records";
import { cellKey, type CellAddress } from "../workbook/cell";
import { snapshotCell, type CellSnapshot, type Snapshot } from "../workbook/snapshot";

/** A sentence of ours in 评分依据, as it was written, with the answers that it was made of. */
export interface KeptDraft {
  /** The indicator, as it was called then. */
  readonly name: string;
  /** The very characters that we wrote, with what joins them to the words before. */
  readonly text: string;
  /** By fact id. */
  readonly from: Readonly<Record<string, FactValue>>;
  /** 分 that the row lost then. */
  readonly lost: number;
}

/** By the keys of the rows. */
export type KeptDrafts = Readonly<Record<string, KeptDraft>>;

/** The drafts kept for the form on a sheet; those of a copied form are its original's until it has its own. */
export function keptDrafts(snapshot: Snapshot, sheet: string): KeptDrafts {
  const own = keptValue(snapshot, "basis", sheet);
  const original = own === null ? originalOf(snapshot, sheet) : null;
  const kept = original === null ? own : keptValue(snapshot, "basis", original.sheet);
  return Object.fromEntries(
    Object.entries(plainObject(kept)).flatMap(([key, value]) => {
      const draft = readDraft(value);
      return draft === null ? [] : [[key, draft] as const];
    }),
  );
}

function readDraft(value: unknown): KeptDraft | null {
  const { name, text, from, lost } = plainObject(value);
  if (typeof name !== "string" || typeof text !== "string" || text.trim() === "") return null;
  return {
    name,
    text,
    from: isPlainObject(from) ? (from as KeptDraft["from"]) : {},
    lost: typeof lost === "number" ? lost : 0,
  };
}

/** The cell 评分依据 of a row. */
export interface RowBasis {
  readonly at: CellAddress;
  /** What a person wrote there, trimmed; "" when blank. */
  readonly words: string;
  /** The draft of ours that stands there as it was written. */
  readonly draft: KeptDraft | null;
  /** Why nothing can be written there, in Chinese; null: it can. */
  readonly closed: string | null;
}

/** A form of which only a person's words are left in 评分依据, and how these cells stand, by the rows of the form. */
export interface WithoutDrafts {
  readonly form: Form;
  readonly bases: ReadonlyMap<number, RowBasis>;
}

/**
 * Our drafts are no evidence: they say again what a person answered. As long as a draft stands in its cell as we wrote
 * it, it is cut off before anybody reads the form; once a person changed it, the words are his. The row is known by its
 * name; a draft whose row is called otherwise now is cut off wherever it stands.
 */
export function withoutDrafts(snapshot: Snapshot, form: Form): WithoutDrafts {
  const drafts = Object.values(keptDrafts(snapshot, form.sheet));
  const standing = new Map<number, KeptDraft>();
  const names = new Set(form.indicators.map(nameOf));
  const indicators = form.indicators.map((indicator) => {
    const { basis } = indicator;
    if (basis === null || basis.value === "") return indicator;
    const own = nameOf(indicator);
    let words = basis.value;
    for (const draft of drafts) {
      const name = normalizeName(draft.name);
      if (name !== own && names.has(name)) continue;
      const left = withoutDraft(words, draft.text);
      if (left === null) continue;
      words = left;
      standing.set(indicator.row, draft);
    }
    return words === basis.value ? indicator : { ...indicator, basis: { ...basis, value: words.trim() } };
  });
  const own = standing.size === 0 ? form : { ...form, indicators };
  return { form: own, bases: basesOf(snapshot, own, standing) };
}

function basesOf(
  snapshot: Snapshot,
  { indicators }: Form,
  drafts: ReadonlyMap<number, KeptDraft>,
): WithoutDrafts["bases"] {
  const counts = new Map<string, number>();
  for (const { basis } of indicators) {
    if (basis !== null) counts.set(cellKey(basis.at), (counts.get(cellKey(basis.at)) ?? 0) + 1);
  }
  return new Map(
    indicators.flatMap(({ row, basis }) => {
      if (basis === null) return [];
      const { at, value } = basis;
      const isShared = (counts.get(cellKey(at)) ?? 0) > 1;
      const closed = isShared ? shared : whyClosed(snapshotCell(snapshot, at));
      return [[row, { at, words: value.trim(), draft: drafts.get(row) ?? null, closed }] as const];
    }),
  );
}

const shared = "评分依据格与别的指标合并，分不清写给哪一项";

function whyClosed(cell: CellSnapshot | undefined): string | null {
  if (cell?.formula !== undefined) return "评分依据格里是公式";
  const value = cell?.value ?? null;
  return value === null || typeof value === "string" ? null : "评分依据格里不是文字";
}

function nameOf({ name }: Indicator): string {
  return normalizeName(name.value);
}

/**
 * A text without a draft; null where it does not stand there unchanged, as sentences of its own: who writes "全年" or
 * "没有" before its first word has made the sentence his. What a person wrote on both sides of it stays apart.
 */
export function withoutDraft(text: string, draft: string): string | null {
  // Blanks at the ends of a cell are not read.
  const piece = text.includes(draft) ? draft : draft.trim();
  let at = text.indexOf(piece);
  while (at > 0 && !stop.test(piece.slice(0, 1)) && !stop.test(text.slice(at - 1, at)))
    at = text.indexOf(piece, at + 1);
  if (at < 0) return null;
  const [before, after] = [text.slice(0, at), text.slice(at + piece.length)];
  return before === "" || after === "" ? before + after : `${before}\n${after}`;
}

const stop = /[。！？；!?;\n]/u;
