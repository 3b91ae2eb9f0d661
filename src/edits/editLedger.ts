import { isOwnReason } from "../scorecard/ownFormulas";
import { cellKey, type CellAddress } from "../workbook/cell";
import type { CellContent, CellLook, Edit, Expectation } from "../workbook/edit";
import { findSheet, formatAt, snapshotCell, type CellSnapshot, type Snapshot } from "../workbook/snapshot";
import { sameFormula } from "../workbook/formulaShape";
import type { Located } from "./locateTouched";
import type { TouchedCell, TouchedRole } from "./restoreRecord";

/** What is to stand in one cell of the form. */
export interface WantedCell {
  readonly role: TouchedRole;
  readonly name: string;
  readonly at: CellAddress;
  readonly content: CellContent;
  /** null: the cell's own format stays. */
  readonly format: string | null;
  readonly look?: CellLook;
  /** What stood there before us, where our content stands and the record of it was lost; absent: a blank. */
  readonly lostBefore?: CellContent;
  /** The number that the formula gives, null for none; absent: not known here. */
  readonly gives?: number | null;
  readonly reason: string;
}

/** Edits with what must still hold, and the entries for the record. */
export interface Ledger {
  readonly edits: readonly Edit[];
  readonly expects: readonly Expectation[];
  readonly entries: readonly TouchedCell[];
}

/** What a cell holds: the formula when it has one, else the value. */
export function contentOf(cell: CellSnapshot | undefined): CellContent {
  return cell?.formula === undefined ? { value: cell?.value ?? null } : { formula: cell.formula };
}

export function isBlank(cell: CellSnapshot | undefined): boolean {
  if (cell?.formula !== undefined) return false;
  const value = cell?.value ?? null;
  return value === null || (typeof value === "string" && value.trim() === "");
}

export function sameContent(left: CellContent, right: CellContent): boolean {
  if ("formula" in left) return "formula" in right && sameFormula(left.formula, right.formula);
  return "value" in right && left.value === right.value;
}

/** The entry of ours that stands in this cell now. */
export function entryAt(located: readonly Located[], at: CellAddress): TouchedCell | undefined {
  let index = indexes.get(located);
  if (index === undefined) {
    index = new Map();
    for (const { touched, at: now } of located) {
      if (now !== null && !index.has(cellKey(now))) index.set(cellKey(now), touched);
    }
    indexes.set(located, index);
  }
  return index.get(cellKey(at));
}

/** The same, but nothing where a person had a finding put right: that is his own. */
export function ownEntryAt(located: readonly Located[], at: CellAddress): TouchedCell | undefined {
  const entry = entryAt(located, at);
  return entry?.role === "mend" ? undefined : entry;
}

/** The number format of a cell as it was before us. */
export function formatBefore(
  snapshot: Snapshot,
  located: readonly Located[],
  at: CellAddress,
): string | undefined {
  const first = entryAt(located, at);
  return first?.ourFormat === undefined ? formatAt(snapshot, at) : first.formatBefore;
}

/** An annex may hold thousands of rows: entries are looked up, not searched. */
const indexes = new WeakMap<readonly Located[], Map<string, TouchedCell>>();

/** What is said beside the scores: a template whose protection locks these cells can be scored all the same. */
const optional: ReadonlySet<TouchedRole> = new Set(["reason", "heading", "grade"]);

/**
 * Writes what differs from what stands there. What was there before us is what the first record says.
 * `isUnrecorded`: a formula there may be ours although no record knows the cell.
 */
export function writeWanted(
  snapshot: Snapshot,
  located: readonly Located[],
  wanted: readonly WantedCell[],
  isUnrecorded: (at: CellAddress) => boolean = () => false,
): Ledger {
  const edits: Edit[] = [];
  const expects: Expectation[] = [];
  const entries: TouchedCell[] = [];
  const again = wanted.some((cell) => isStale(snapshotCell(snapshot, cell.at), cell));
  for (const { role, name, at, content, format, look, reason, lostBefore } of wanted) {
    const cell = snapshotCell(snapshot, at);
    const first = entryAt(located, at);
    const standing = formatAt(snapshot, at);
    const ownFormat = first === undefined ? standing : (first.formatBefore ?? standing);
    const target = format ?? (first?.ourFormat === undefined ? null : (first.formatBefore ?? "General"));
    const formatted = target !== null && target !== (standing ?? "General");
    if (!sameContent(contentOf(cell), content) || (again && "formula" in content)) {
      const shown = { ...look, ...(formatted ? { format: target } : {}) };
      edits.push({
        kind: "cell",
        at,
        content,
        reason,
        ...(Object.keys(shown).length > 0 ? { look: shown } : {}),
        ...(optional.has(role) ? { whenLocked: "leaveOut" as const } : {}),
      });
      expects.push({ at, holds: contentOf(cell) });
    } else if (formatted) {
      edits.push({ kind: "format", at, format: target, reason: "显示足够的小数位，不掩盖扣分" });
    }
    const isLost = first === undefined && isUnrecorded(at) && isOurs(role, cell, content);
    const isGuess = isLost ? !blankBefore.has(role) : first?.beforeUnknown === true;
    entries.push({
      role,
      at,
      name,
      before: first?.before ?? (isLost ? (lostBefore ?? { value: null }) : contentOf(cell)),
      ...(isGuess ? { beforeUnknown: true } : {}),
      ours: content,
      ...(format === null ? {} : { formatBefore: ownFormat ?? "General", ourFormat: format }),
    });
  }
  return { edits, expects, entries };
}

/** What is written only where nothing stands: lost or not, it is known what was there. */
const blankBefore: ReadonlySet<TouchedRole> = new Set(["reason", "heading"]);

/** Whether what stands there is known for ours without the record. */
function isOurs(role: TouchedRole, cell: CellSnapshot | undefined, content: CellContent): boolean {
  if (sameContent(contentOf(cell), content)) return true;
  return role === "reason" ? isOwnReason(cell?.formula) : role === "score" && cell?.formula !== undefined;
}

/**
 * Our formula stands there, but not its result: a program without our functions worked it out (#NAME?), or figures
 * were changed by one that works nothing out. Then all of ours are written again, for the adapter to work out.
 */
function isStale(cell: CellSnapshot | undefined, { content, gives }: WantedCell): boolean {
  if (cell?.formula === undefined || !sameContent(contentOf(cell), content)) return false;
  const { value } = cell;
  if (value === "#NAME?") return true;
  if (gives === undefined || value === null) return false;
  return gives === null ? typeof value === "number" : typeof value !== "number" || !isNear(value, gives);
}

function isNear(value: number, given: number): boolean {
  return Math.abs(value - given) < 1e-9 * Math.max(1, Math.abs(given));
}

/** Puts back what was there before us in one cell where our content stands. */
export function putBack(snapshot: Snapshot, touched: TouchedCell, at: CellAddress, reason: string): Ledger {
  const cell = snapshotCell(snapshot, at);
  const format =
    touched.ourFormat === (formatAt(snapshot, at) ?? "General") ? touched.formatBefore : undefined;
  const edits: Edit[] = [
    {
      kind: "cell",
      at,
      content: touched.before,
      reason,
      ...(format === undefined ? {} : { look: { format } }),
    },
  ];
  return { edits, expects: [{ at, holds: contentOf(cell) }], entries: [] };
}

/** Only sheets that are there can be looked at before writing. */
export function inExistingSheets(
  snapshot: Snapshot,
  expects: readonly Expectation[],
): readonly Expectation[] {
  return expects.filter(({ at }) => findSheet(snapshot, at.sheet) !== undefined);
}
