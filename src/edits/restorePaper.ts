import { paperOf, type FormPaper } from "../facts/paperOf";
import { readCases, type Case } from "../scorecard/case";
import { originalOf } from "../workbook/copiedSheet";
import { cellKey, quoteSheet, type CellAddress } from "../workbook/cell";
import type { Edit } from "../workbook/edit";
import { formIdOf, formSheets, keptValue, withKept } from "../workbook/records";
import type { Snapshot } from "../workbook/snapshot";
import { holdsTypedFacts } from "./holdsTypedFacts";
import { readRestoreRecord } from "./copiedForm";
import { keptRestore, readKept, type RestoreAsk, type RestoreRecord } from "./restoreRecord";

/** A sheet whose formulas look at the working paper. */
export interface PaperUser {
  readonly sheet: string;
  /** Where they stand, as far as they stand in cells. */
  readonly cells: readonly CellAddress[];
  /** It is a copy of a scored form, and can be restored itself. */
  readonly isCopy: boolean;
}

/** What becomes of the working paper. */
export type PaperFate =
  /** None of ours is there. */
  | { readonly kind: "none" }
  /** We made one, and somebody deleted it. */
  | { readonly kind: "lost"; readonly sheet: string }
  | { readonly kind: "deleted"; readonly sheet: string }
  /** It holds what a person typed, and he did not say that it may go. */
  | { readonly kind: "typed"; readonly sheet: string }
  /** Formulas that stay look at it: those of a copied form, or a person's own. It goes with them. */
  | { readonly kind: "used"; readonly sheet: string; readonly by: readonly PaperUser[] }
  /** Another form that is scored looks at it: the last one takes it along. */
  | { readonly kind: "shared"; readonly sheet: string; readonly by: readonly string[] };

export const paperAskId = "sheet";

/** `edits`: what restoring does beside. Deleting the paper must not leave #REF! anywhere, nor lose what was typed. */
export function fateOfPaper(
  source: Case | Snapshot,
  record: RestoreRecord,
  form: string | null,
  edits: readonly Edit[],
  answered: (ask: RestoreAsk) => boolean,
): PaperFate {
  const snapshot = "snapshot" in source ? source.snapshot : source;
  const { addedSheet, paper } = paperToTake(snapshot, record, form);
  if (addedSheet === null) {
    // The other form has made it.
    const ours = record.cells.length === 0 ? null : paperOf(snapshot, form);
    const maker = ours === null ? null : heirOf(snapshot, form, ours.sheet.name);
    return ours === null || maker === null
      ? { kind: "none" }
      : { kind: "shared", sheet: ours.sheet.name, by: [maker] };
  }
  if (paper === null) return { kind: "lost", sheet: addedSheet };
  const sheet = paper.sheet.name;
  const heir = heirOf(snapshot, form, sheet);
  if (heir !== null) return { kind: "shared", sheet, by: [heir] };
  const by = sheetsLookingAt(snapshot, sheet, edits);
  if (by.length > 0) return { kind: "used", sheet, by };
  const ask: RestoreAsk = {
    id: paperAskId,
    at: { sheet, row: 1, column: 1 },
    name: sheet,
    stands: "含手工填写的数据",
    before: "没有这张表",
    why: `“${sheet}”里有手工填写的数据，默认保留，是否删除？`,
  };
  return { kind: isTyped(source, paper) && !answered(ask) ? "typed" : "deleted", sheet };
}

interface OwnPaper {
  /** Under its name when it was made; null: we have made none, or it is not this form's to take along. */
  readonly addedSheet: string | null;
  /** null: it is gone. */
  readonly paper: FormPaper | null;
}

/** The form's own; the last copy of a form that was restored before takes that one's along. */
function paperToTake(snapshot: Snapshot, record: RestoreRecord, form: string | null): OwnPaper {
  const { addedSheet, copiedFrom } = record;
  if (copiedFrom === undefined || addedSheet !== null) {
    return { addedSheet, paper: addedSheet === null ? null : paperOf(snapshot, form) };
  }
  const original = formSheets(snapshot).get(copiedFrom) ?? form;
  const left = readKept(keptValue(snapshot, "restore", original));
  const paper = paperOf(snapshot, original);
  if (original === form) return { addedSheet: paper?.sheet.name ?? null, paper };
  return { addedSheet: left.cells.length === 0 ? left.addedSheet : null, paper };
}

/** Without the form nobody can tell what came from it: rather ask. Other forms may have had their lines there, too. */
function isTyped(source: Case | Snapshot, paper: FormPaper): boolean {
  if (!("snapshot" in source)) return true;
  const { snapshot, sheet } = source;
  const isOwn = paperOf(snapshot, sheet)?.sheet.name === paper.sheet.name;
  if (isOwn && !holdsTypedFacts([source], paper)) return false;
  const owners = readCases(snapshot).cases.filter(
    (one) => one.sheet !== sheet && paperOf(snapshot, one.sheet)?.sheet.name === paper.sheet.name,
  );
  return holdsTypedFacts([...owners, ...(isOwn ? [source] : [])], paper);
}

/** Sheets whose formulas name a sheet once the edits are made. */
function sheetsLookingAt(snapshot: Snapshot, sheet: string, edits: readonly Edit[]): readonly PaperUser[] {
  const written = new Map(
    edits.flatMap((edit) => (edit.kind === "cell" ? [[cellKey(edit.at), edit.content] as const] : [])),
  );
  const gone = new Set(edits.flatMap((edit) => (edit.kind === "deleteSheet" ? [edit.sheet] : [])));
  const name = `${quoteSheet(sheet)}!`.toLowerCase();
  const looks = (formula: string | undefined): boolean => formula?.toLowerCase().includes(name) === true;
  return snapshot.sheets.flatMap((one) => {
    if (one.name === sheet || gone.has(one.name)) return [];
    const cells = Array.from(one.rows).flatMap(([row, line]) =>
      Array.from(line).flatMap(([column, { formula }]) => {
        if (!looks(formula)) return [];
        const at = { sheet: one.name, row, column };
        const next = written.get(cellKey(at));
        return next === undefined || ("formula" in next && looks(next.formula)) ? [at] : [];
      }),
    );
    const givenBack = edits.some(
      (edit) =>
        edit.kind === "cell" &&
        edit.at.sheet === one.name &&
        "formula" in edit.content &&
        looks(edit.content.formula),
    );
    const isLooking =
      cells.length > 0 || givenBack || one.conditionalFormats.some(({ formula }) => looks(formula));
    const isCopy = isLooking && originalOf(snapshot, one.name) !== null;
    return isLooking ? { sheet: one.name, cells, isCopy } : [];
  });
}

/** The sheet of another form that is scored by the same working paper, as an earlier version had it; null: none. */
function heirOf(snapshot: Snapshot, form: string | null, paper: string): string | null {
  const id = formIdOf(snapshot, form);
  const heir = Array.from(formSheets(snapshot)).find(
    ([other, sheet]) =>
      other !== id &&
      readRestoreRecord(snapshot, sheet).cells.length > 0 &&
      paperOf(snapshot, sheet)?.sheet.name === paper,
  );
  return heir?.[1] ?? null;
}

/**
 * The records once it is known what becomes of the working paper. What stays is still the form's, or is left to those who
 * share it. A copy of the form gets the record of its own that it has lived by.
 */
export function recordsAfter(
  before: Snapshot,
  records: Snapshot["records"],
  { addedSheet }: RestoreRecord,
  form: string | null,
  fate: PaperFate,
): Snapshot["records"] {
  const keep = (now: Snapshot["records"], sheet: string | null, record: RestoreRecord): Snapshot["records"] =>
    withKept({ ...before, records: now }, sheet, { restore: keptRestore(record) });
  const stays = fate.kind === "shared" || fate.kind === "typed" || fate.kind === "used";
  const claimed = stays ? withKept({ ...before, records }, form, { paper: fate.sheet }) : records;
  const id = formIdOf(before, form);
  const handed = before.sheets.reduce((now, { name }) => {
    if (name === form || originalOf(before, name)?.sheet !== form) return now;
    const record = readRestoreRecord(before, name);
    return keep(now, name, { ...record, ...(stays ? { copiedFrom: id } : {}) });
  }, claimed);
  if (fate.kind === "shared") {
    const [heir = null] = fate.by;
    const left = readRestoreRecord({ ...before, records: handed }, heir);
    return keep(handed, heir, { ...left, addedSheet: addedSheet ?? left.addedSheet });
  }
  if (fate.kind !== "deleted") return handed;
  const owners = Array.from(formSheets(before).values()).filter(
    (sheet) => paperOf(before, sheet)?.sheet.name === fate.sheet,
  );
  return [form, ...owners].reduce((now, sheet) => {
    const snapshot = { ...before, records: now };
    const record = { ...readKept(keptValue(snapshot, "restore", sheet)), addedSheet: null };
    return withKept(snapshot, sheet, { extracted: null, paper: null, restore: keptRestore(record) });
  }, handed);
}
