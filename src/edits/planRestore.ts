import { paperNames } from "../facts/workingPaper";
import type { Case } from "../scorecard/case";
import { isOwnReason, isOwnScore } from "../scorecard/ownFormulas";
import { a1, cellKey, quoteSheet, type CellAddress } from "../workbook/cell";
import type { CellContent, Edit, EditPlan, Expectation } from "../workbook/edit";
import { isNewer, recordEdits, refusedPlan, withKept } from "../workbook/records";
import { findSheet, snapshotCell, type Snapshot } from "../workbook/snapshot";
import { contentOf, putBack, sameContent, type Ledger } from "./editLedger";
import { lookForTouched, type Located, type Whereabouts } from "./locateTouched";
import { isOwnHighlight } from "./ownMarks";
import { planClearFindings, planDropFindingsSheet } from "./clearFindings";
import { countUnsure, recordOf } from "./recoveredRecord";
import { planScoring } from "./planScoring";
import { readRestoreRecord } from "./copiedForm";
import { keptRestore, type RestoreRecord, type TouchedCell, type RestoreAsk } from "./restoreRecord";
import { restoreAnnexes } from "./restoreAnnexes";
import { askUnknown, type UnknownBefore } from "./restoreUnknown";
import { restorePrintArea, restoreWidth } from "./restoreLayout";
import { fateOfPaper, paperAskId, recordsAfter, type PaperFate } from "./restorePaper";

interface RestoreOptions {
  /** Asks that are to be put back, too. */
  readonly also?: ReadonlySet<string>;
  /** Asks that are to stay as they are and be forgotten. */
  readonly leave?: ReadonlySet<string>;
  /** Amounts from 项目台账 stay, drafts that were taken, and what was mended: 报送版. */
  readonly keepFigures?: true;
}

interface RestorePlan {
  readonly plan: EditPlan;
  readonly asks: readonly RestoreAsk[];
  readonly outcome: RestoreOutcome;
}

/** What is given back, what stays as it is, and what could not be found: to be said, so that nobody believes more. */
export interface RestoreOutcome {
  /** Cells that hold again what stood there before us. */
  readonly restored: number;
  /** Copies of our formulas that are emptied. */
  readonly emptied: number;
  readonly unknown: UnknownBefore;
  /** Results that stay, since nobody can tell whether they are ours or typed. */
  readonly unsure: number;
  /** Cells that were changed since, and are left as they are. */
  readonly kept: readonly RestoreAsk[];
  /** What stood in cells that are not found any more. */
  readonly missing: readonly RestoreAsk[];
  readonly paper: PaperFate;
}

const nothing: RestoreOutcome = {
  restored: 0,
  emptied: 0,
  unknown: { emptied: 0, unticked: 0, left: 0 },
  unsure: 0,
  kept: [],
  missing: [],
  paper: { kind: "none" },
};

/**
 * 恢复原表: everything that we wrote is taken back, each cell found again wherever it was moved. A workbook that holds no
 * readable form any more is restored from its record alone: then the snapshot is given instead of a Case.
 */
export function planRestore(source: Case | Snapshot, options: RestoreOptions = {}): RestorePlan {
  const formCase = "snapshot" in source ? source : null;
  const snapshot = "snapshot" in source ? source.snapshot : source;
  if (isNewer(snapshot)) return { plan: refusedPlan, asks: [], outcome: nothing };
  const form = formCase?.sheet ?? null;
  const record = formCase === null ? readRestoreRecord(snapshot, form) : recordOf(formCase, planScoring);
  const found = lookForTouched(snapshot, record.cells, form);
  const { located } = found;
  const edits: Edit[] = [];
  const expects: Expectation[] = [];
  const asks: RestoreAsk[] = [];
  const open: TouchedCell[] = [];
  const [kept, missing]: [RestoreAsk[], RestoreAsk[]] = [[], []];
  const answered = (ask: RestoreAsk): boolean => {
    if (options.also?.has(ask.id) === true) return true;
    if (options.leave?.has(ask.id) !== true) asks.push(ask);
    return false;
  };
  const isOpen = (id: string): boolean => asks.some((ask) => ask.id === id);
  const write = (ledger: Pick<Ledger, "edits" | "expects">): void => {
    edits.push(...ledger.edits);
    expects.push(...ledger.expects);
  };

  const copies = ownCopies(snapshot, found, paperNames(snapshot));
  const unknownAsk = askUnknown(located);
  const clears = unknownAsk !== null && answered(unknownAsk);
  const unknown = { emptied: 0, unticked: 0, left: 0 };
  for (const { touched, at } of located) {
    if (isFigure(touched.role) && options.keepFigures === true) continue;
    const place = at ?? found.placeOf(touched);
    const now = place === null ? null : contentOf(snapshotCell(snapshot, place));
    // A formula of ours was put over ours: pulled down, or of a record that was lost.
    if (at !== null) {
      const isUnknown = touched.beforeUnknown === true;
      if (isUnknown) unknown[!clears ? "left" : touched.role === "grade" ? "unticked" : "emptied"]++;
      if (isUnknown && !clears) {
        // Still ours, and asked about the next time.
        open.push({ ...touched, at });
        continue;
      }
      write(putBack(snapshot, touched, at, "恢复原表"));
      continue;
    }
    if (now !== null && sameContent(now, touched.before)) continue;
    if (now === null && isBlankContent(touched.before)) continue;
    const ask = cellAsk(touched, place, now);
    // Nobody knows what to give back instead.
    if (touched.beforeUnknown === true) kept.push(ask);
    else if (!answered(ask)) (place === null ? missing : kept).push(ask);
    else if (place === null || now === null) missing.push(ask);
    else {
      edits.push({ kind: "cell", at: place, content: touched.before, reason: "恢复原表（已经您确认）" });
      expects.push({ at: place, holds: now });
    }
    if (isOpen(ask.id)) open.push(touched);
  }
  for (const at of copies.values()) write(emptied(snapshot, at));

  const sheet = formSheetNow(record, found, form);
  const annexes = restoreAnnexes(snapshot, record, located);
  edits.push(
    ...touchedSheets(located, sheet).flatMap((name) => removedHighlights(snapshot, name)),
    ...restoreWidth(snapshot, record, located, sheet),
    ...annexes.edits,
  );
  const printed = restorePrintArea(snapshot, record, sheet);
  if (printed.kind === "edit") edits.push(printed.edit);
  if (printed.kind === "ask") {
    if (answered(printed.ask)) edits.push(printed.edit);
    else kept.push(printed.ask);
  }
  edits.push(...planClearFindings(snapshot).edits, ...planDropFindingsSheet(snapshot).edits);
  const paper = fateOfPaper(source, record, form, edits, answered);
  if (paper.kind === "deleted") edits.push({ kind: "deleteSheet", sheet: paper.sheet });

  const left: RestoreRecord = {
    cells: open,
    column: null,
    printArea: printed.kind === "ask" && isOpen(printed.ask.id) ? record.printArea : null,
    annexColumns: [],
    annexPrintAreas: [],
    addedSheet: isOpen(paperAskId) || paper.kind === "used" ? record.addedSheet : null,
    ...(open.length > 0 && record.valuesUnsure === true ? { valuesUnsure: true } : {}),
  };
  // What was not given back may still hold a draft: it stays no evidence.
  const hasDrafts = located.some(({ touched, at }) => touched.role === "basis" && at === null);
  const records = withKept(snapshot, form, {
    restore: keptRestore(left),
    rules: null,
    ...(hasDrafts ? {} : { basis: null }),
  });
  edits.push(...recordEdits(snapshot.records, recordsAfter(snapshot, records, record, form, paper)));
  const stays = ({ at }: Pick<Expectation, "at">): boolean =>
    paper.kind !== "deleted" || at.sheet !== paper.sheet;
  const written = edits.filter((edit) => edit.kind !== "cell" || stays(edit));
  const cleared = copies.size + unknown.emptied + unknown.unticked;
  const restored = written.filter(({ kind }) => kind === "cell").length - cleared;
  const unsure = formCase === null ? 0 : countUnsure(formCase, record, planScoring);
  return {
    plan: { edits: written, expects: expects.filter(stays) },
    asks,
    outcome: { restored, emptied: copies.size, unknown, unsure, kept, missing, paper },
  };
}

/** Formulas of ours that a person copied to other cells: they hold nothing of his. */
function ownCopies(
  snapshot: Snapshot,
  { copies }: Whereabouts,
  papers: readonly string[],
): Map<string, CellAddress> {
  const own = copies.filter((at) => {
    const formula = snapshotCell(snapshot, at)?.formula;
    return isOwnScore(formula, papers) || isOwnReason(formula) || formula?.includes("#REF!") === true;
  });
  return new Map(own.map((at) => [cellKey(at), at]));
}

function emptied(snapshot: Snapshot, at: CellAddress): Pick<Ledger, "edits" | "expects"> {
  const reason = "恢复原表（复制出来的公式）";
  return {
    edits: [{ kind: "cell", at, content: { value: null }, reason }],
    expects: [{ at, holds: contentOf(snapshotCell(snapshot, at)) }],
  };
}

function isFigure(role: TouchedCell["role"]): boolean {
  return role === "fund" || role === "basis" || role === "mend";
}

function isBlankContent(content: CellContent): boolean {
  return "value" in content && (content.value === null || content.value === "");
}

function cellAsk(touched: TouchedCell, place: CellAddress | null, now: CellContent | null): RestoreAsk {
  const what = touched.name === "" ? "扣分说明" : touched.name;
  return {
    id: `${touched.role}:${quoteSheet(touched.at.sheet)}!${a1(touched.at)}`,
    at: place,
    name: what,
    stands: now === null ? "" : said(now),
    before: touched.beforeUnknown === true ? "不知道" : said(touched.before),
    why:
      place === null
        ? `找不到“${what}”原来的单元格，无法恢复。`
        : "这个单元格在计算之后被改动过，是否仍恢复为原内容？",
  };
}

/** The form's sheet under the name that it has now. */
function formSheetNow(
  { cells }: RestoreRecord,
  { sheetNow }: Whereabouts,
  form: string | null,
): string | null {
  const written = cells.find(({ role }) => role !== "fact")?.at.sheet;
  return form ?? (written === undefined ? null : (sheetNow(written) ?? written));
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

function said(content: CellContent): string {
  if ("formula" in content) return content.formula;
  return content.value === null || content.value === "" ? "（空白）" : String(content.value);
}
