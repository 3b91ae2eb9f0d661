import { locateWorkingPaper } from "../facts/workingPaper";
import type { Case } from "../scorecard/case";
import { a1, quoteSheet, type CellAddress } from "../workbook/cell";
import type { CellContent, Edit, EditPlan, Expectation } from "../workbook/edit";
import {
  formIdOf,
  isNewer,
  keptValue,
  recordEdits,
  refusedPlan,
  withKept,
  withRecordsOf,
} from "../workbook/records";
import { findSheet, snapshotCell, type Snapshot } from "../workbook/snapshot";
import { contentOf, putBack, sameContent } from "./editLedger";
import { locateTouched, placeOf, type Located } from "./locateTouched";
import { isOwnHighlight } from "./ownMarks";
import { planClearFindings, planDropFindingsSheet } from "./clearFindings";
import { holdsTypedFacts } from "./holdsTypedFacts";
import { isRecordLost } from "./lostRecord";
import { planScoring } from "./planScoring";
import {
  keptRestore,
  readRestoreRecord,
  type RestoreRecord,
  type TouchedCell,
  type RestoreAsk,
} from "./restoreRecord";
import { restoreAnnexes } from "./restoreAnnexes";
import { restorePrintArea, restoreWidth } from "./restoreLayout";

interface RestoreOptions {
  /** Asks that are to be put back, too. */
  readonly also?: ReadonlySet<string>;
  /** Asks that are to stay as they are and be forgotten. */
  readonly leave?: ReadonlySet<string>;
}

interface RestorePlan {
  readonly plan: EditPlan;
  readonly asks: readonly RestoreAsk[];
}

/**
 * 恢复原表: everything that we wrote is taken back, each cell found again wherever it was moved. A workbook that holds no
 * readable form any more is restored from its record alone: then the snapshot is given instead of a Case.
 */
export function planRestore(source: Case | Snapshot, options: RestoreOptions = {}): RestorePlan {
  const formCase = "snapshot" in source ? source : null;
  const snapshot = "snapshot" in source ? source.snapshot : source;
  if (isNewer(snapshot)) return { plan: refusedPlan, asks: [] };
  const form = formCase?.sheet ?? null;
  const record =
    formCase !== null && isRecordLost(snapshot, form)
      ? recoveredRecord(formCase)
      : readRestoreRecord(snapshot, form);
  const located = locateTouched(snapshot, record.cells);
  const edits: Edit[] = [];
  const expects: Expectation[] = [];
  const asks: RestoreAsk[] = [];
  const open: TouchedCell[] = [];
  const answered = (ask: RestoreAsk): boolean => {
    if (options.also?.has(ask.id) === true) return true;
    if (options.leave?.has(ask.id) !== true) asks.push(ask);
    return false;
  };
  const isOpen = (id: string): boolean => asks.some((ask) => ask.id === id);

  for (const { touched, at } of located) {
    if (at !== null) {
      const back = putBack(snapshot, touched, at, "恢复原表");
      edits.push(...back.edits);
      expects.push(...back.expects);
      continue;
    }
    const place = placeOf(snapshot, touched, located);
    const now = place === null ? null : contentOf(snapshotCell(snapshot, place));
    if (now !== null && sameContent(now, touched.before)) continue;
    const ask = cellAsk(touched, place, now);
    if (answered(ask) && place !== null && now !== null) {
      edits.push({ kind: "cell", at: place, content: touched.before, reason: "恢复原表（已经您确认）" });
      expects.push({ at: place, holds: now });
    }
    if (isOpen(ask.id)) open.push(touched);
  }

  const sheet = formSheetNow(record, located);
  const annexes = restoreAnnexes(snapshot, record, located);
  edits.push(
    ...touchedSheets(located, sheet).flatMap((name) => removedHighlights(snapshot, name)),
    ...restoreWidth(snapshot, record, located, sheet),
    ...annexes.edits,
  );
  const printed = restorePrintArea(snapshot, record, sheet);
  if (printed.kind === "edit") edits.push(printed.edit);
  if (printed.kind === "ask" && answered(printed.ask)) edits.push(printed.edit);
  const paper = removedPaper(source, record, form, answered);
  edits.push(...paper, ...planClearFindings(snapshot).edits, ...planDropFindingsSheet(snapshot).edits);

  const left: RestoreRecord = {
    cells: open,
    column: null,
    printArea: printed.kind === "ask" && isOpen(printed.ask.id) ? record.printArea : null,
    annexColumns: [],
    annexPrintAreas: [],
    addedSheet: isOpen(paperAskId) ? record.addedSheet : null,
  };
  const records = withKept(snapshot, form, { restore: keptRestore(left) });
  const isPaperGone = paper.length > 0;
  edits.push(
    ...recordEdits(snapshot.records, withPaper({ ...snapshot, records }, record, form, isPaperGone)),
  );
  const gone = new Set(paper.flatMap((edit) => (edit.kind === "deleteSheet" ? [edit.sheet] : [])));
  const touchesKept = (name: string): boolean => !gone.has(name);
  return {
    plan: {
      edits: edits.filter((edit) => edit.kind !== "cell" || touchesKept(edit.at.sheet)),
      expects: expects.filter(({ at }) => touchesKept(at.sheet)),
    },
    asks,
  };
}

/** What the record would say if our scores were planned now over our own formulas. */
function recoveredRecord(formCase: Case): RestoreRecord {
  const after = withRecordsOf(formCase.snapshot, planScoring(formCase));
  return readRestoreRecord(after, formCase.sheet);
}

const paperAskId = "sheet";

function cellAsk(touched: TouchedCell, place: CellAddress | null, now: CellContent | null): RestoreAsk {
  const what = touched.name === "" ? "扣分说明" : touched.name;
  return {
    id: `${touched.role}:${quoteSheet(touched.at.sheet)}!${a1(touched.at)}`,
    at: place,
    name: what,
    stands: now === null ? "" : said(now),
    before: said(touched.before),
    why:
      place === null
        ? `找不到“${what}”原来的单元格，无法恢复。`
        : "这个单元格在计算之后被改动过，是否仍恢复为原内容？",
  };
}

/** The form's sheet under the name that it has now. */
function formSheetNow(record: RestoreRecord, located: readonly Located[]): string | null {
  const inForm = located.filter(({ touched }) => touched.role !== "fact");
  return inForm.find(({ at }) => at !== null)?.at?.sheet ?? record.cells[0]?.at.sheet ?? null;
}

/** Every sheet where something of ours stands, under its present name. */
function touchedSheets(located: readonly Located[], form: string | null): readonly (string | null)[] {
  const sheets = located.flatMap(({ touched, at }) =>
    touched.role === "fact" || at === null ? [] : at.sheet,
  );
  return Array.from(new Set([form, ...sheets]));
}

function removedHighlights(snapshot: Snapshot, sheet: string | null): readonly Edit[] {
  const formats = sheet === null ? [] : (findSheet(snapshot, sheet)?.conditionalFormats ?? []);
  return formats
    .filter(isOwnHighlight)
    .map(({ area, formula }): Edit => ({ kind: "removeHighlight", sheet: sheet ?? "", area, formula }));
}

/** The working paper goes if it is ours and holds nothing that a person typed; otherwise he is asked. */
function removedPaper(
  source: Case | Snapshot,
  record: RestoreRecord,
  form: string | null,
  answered: (ask: RestoreAsk) => boolean,
): readonly Edit[] {
  const snapshot = "snapshot" in source ? source.snapshot : source;
  const paper = record.addedSheet === null ? null : locateWorkingPaper(snapshot);
  if (paper === null || heirOf(snapshot, form) !== null) return [];
  const { name } = paper.sheet;
  const ask: RestoreAsk = {
    id: paperAskId,
    at: { sheet: name, row: 1, column: 1 },
    name,
    stands: "含手工填写的数据",
    before: "没有这张表",
    why: `“${name}”里有手工填写的数据，默认保留，是否删除？`,
  };
  // Without the form nobody can tell what came from it: rather ask.
  const isTyped = !("snapshot" in source) || holdsTypedFacts(source, paper);
  if (isTyped && !answered(ask)) return [];
  return [{ kind: "deleteSheet", sheet: name }];
}

function said(content: CellContent): string {
  if ("formula" in content) return content.formula;
  return content.value === null || content.value === "" ? "（空白）" : String(content.value);
}

/** The sheet of another form whose formulas look at the working paper too; null: the last form takes it along. */
function heirOf(snapshot: Snapshot, form: string | null): string | null {
  const id = formIdOf(snapshot, form);
  const heir = snapshot.sheets.find(
    ({ name }) => formIdOf(snapshot, name) !== id && keptValue(snapshot, "restore", name) !== null,
  );
  return heir?.name ?? null;
}

/** The records once those who share the working paper know that it is gone, or that it is left to them. */
function withPaper(
  snapshot: Snapshot,
  { addedSheet }: RestoreRecord,
  form: string | null,
  isGone: boolean,
): Snapshot["records"] {
  if (isGone) {
    return [form, ...snapshot.sheets.map(({ name }) => name)].reduce(
      (records, sheet) => withKept({ ...snapshot, records }, sheet, { extracted: null }),
      snapshot.records,
    );
  }
  const heir = addedSheet === null ? null : heirOf(snapshot, form);
  if (heir === null) return snapshot.records;
  const restore = keptRestore({ ...readRestoreRecord(snapshot, heir), addedSheet });
  return withKept(snapshot, heir, { restore });
}
