import { isOurState, sameFactValue, unusedWords, type GatheredFact } from "../facts/gatheredFact";
import type { UnusedLine } from "../facts/unusedLines";
import { isCitation, takenFrom } from "../facts/paperSource";
import { readPaperFact } from "../facts/readPaperFact";
import { rememberedFacts } from "../facts/gatherFacts";
import { monthLabel, paperColumns, type PaperCells, type PaperColumn } from "../facts/workingPaper";
import type { FactValue } from "../criteria/fact";
import { areaOf, quoteSheet, type CellAddress } from "../workbook/cell";
import type { CellLook, Edit, Expectation } from "../workbook/edit";
import { findSheet, snapshotCell, type CellValue, type Snapshot } from "../workbook/snapshot";
import { contentOf, entryAt, sameContent, type Ledger } from "./editLedger";
import type { Located } from "./locateTouched";
import { layOutLines, newPaper } from "./newPaper";
import { choicesOf, isWhereFound, paperFormat, sourceWords, stateWords, valuesOf } from "./paperCell";
import { cellIn, type NewLine, type PaperLayout } from "./paperLayout";
import type { TouchedCell } from "./restoreRecord";

/** Entries: figures of a person that his own newer answer replaced. */
interface PlannedPaper extends Ledger {
  /** What was read from words and now stands in the working paper, so that a figure that differs counts as typed. */
  readonly extracted: Readonly<Record<string, FactValue>> | null;
}

/**
 * Makes or completes 评分底稿: lines that are missing, blank cells, and what we once read from words ourselves. What a
 * person typed stays; only his own newer answer (a facts file, the pane) replaces it.
 */
export function planWorkingPaper(
  snapshot: Snapshot,
  formSheet: string,
  layout: PaperLayout,
  facts: readonly GatheredFact[],
  asked: ReadonlySet<string>,
  unused: readonly UnusedLine[],
  located: readonly Located[],
): PlannedPaper {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const edits: Edit[] = layout.isNew ? [...newPaper(layout)] : [];
  const remembered = rememberedFacts(snapshot, formSheet);
  const [expects, entries]: [Expectation[], TouchedCell[]] = [[], []];
  const writing: PaperWriting = { snapshot, layout, located, remembered, edits, expects, entries };
  for (const line of layout.lines) writeLine(line, writing);
  edits.push(...layout.lines.flatMap((line) => choicesIn(line, layout)));
  for (const [id, cells] of layout.cells) {
    const fact = byId.get(id);
    if (fact !== undefined) writeFact(fact, cells, asked.has(id), writing);
  }
  for (const { at: place, value } of unused) {
    const at = cellIn(layout, place.row, "state");
    writeState(at, value === null ? "" : unusedWords(textAt(at, writing)), writing);
  }
  edits.push(...layOutLines(layout, byId));
  return { edits, expects, entries, extracted: extractedNow(remembered, facts) };
}

/** Of a form whose figures all stand in its own cells nothing is asked, and it gets no working paper. */
export const noPaper: PlannedPaper = { edits: [], expects: [], entries: [], extracted: null };

/** Whether there is something that only a working paper can hold: a figure from elsewhere, or what a formula looks up. */
export function needsPaper(
  { sheet }: PaperLayout,
  facts: readonly GatheredFact[],
  formulas: readonly string[],
): boolean {
  const name = `${quoteSheet(sheet)}!`;
  return (
    facts.some(({ value, problem, reason }) => value !== null || problem !== null || reason !== "") ||
    formulas.some((formula) => formula.includes(name))
  );
}

interface PaperWriting {
  readonly snapshot: Snapshot;
  readonly layout: PaperLayout;
  readonly located: readonly Located[];
  readonly remembered: ReadonlyMap<string, FactValue>;
  readonly edits: Edit[];
  readonly expects: Expectation[];
  readonly entries: TouchedCell[];
}

/** The words of a new line and its number format; the figures come with the fact. */
function writeLine({ row, wish, spec, label }: NewLine, { layout, edits }: PaperWriting): void {
  const texts: Partial<Record<PaperColumn, string>> = { indicator: wish.title, item: label, unit: spec.unit };
  const format = paperFormat(spec, null);
  for (const name of paperColumns) {
    const cell = cellIn(layout, row, name);
    if (cell === null) continue;
    // A blank cell stays blank for COUNTA, but it shall take a typed 99.83 as 99.83 %.
    const look = name === "value" ? inputLook(format, spec.kind === "text") : lineLook;
    edits.push({ kind: "cell", at: cell, content: { value: texts[name] ?? null }, look, reason });
  }
}

/** The drop-down of a new line. All of them come after the words: cells that follow each other are written together. */
function choicesIn({ row, spec }: NewLine, { sheet, columns }: PaperLayout): readonly Edit[] {
  const items = choicesOf(spec);
  const area = areaOf({ row, column: columns.value ?? 4 });
  return items === null ? [] : [{ kind: "choices", sheet, area, items }];
}

function writeFact(fact: GatheredFact, cells: PaperCells, asked: boolean, writing: PaperWriting): void {
  const { spec, state } = fact;
  const stands = readPaperFact(writing.snapshot, cells, spec);
  const change = state !== "missing" && !sameFactValue(stands.value, fact.value);
  // What we once read from words goes again when a person has typed the figures that it stood in for, or when the words
  // are doubtful now; what a person wrote and cannot be used stays.
  const withdrawn = state === "missing" && (fact.problem === null || fact.source !== null) && !stands.blank;
  const remembered = writing.remembered.get(fact.id) ?? null;
  const typed = !stands.blank && !sameFactValue(stands.value, remembered);
  const values = change ? valuesOf(fact.value) : withdrawn ? [null] : [];
  const places: readonly (CellAddress | null)[] = cells.months ?? [cells.value];
  values.forEach((value, index) => {
    const at = places[index];
    if (at === undefined || at === null) return;
    const format = value === null ? null : paperFormat(spec, value);
    const label = cells.months === null ? spec.label : monthLabel(spec, index + 1);
    if (change && typed && state !== "extracted") replaced(at, value, label, writing);
    write(at, value, inputLook(format, typeof value === "string"), writing);
  });
  if (state !== "missing" || fact.problem !== null) unfold(cells.row, places.length, writing);
  const months = Array.isArray(fact.value) ? (fact.value as readonly (number | null)[]) : null;
  places.forEach((place, index) => {
    if (place === null) return;
    const used = months === null || months[index] !== null;
    writeState(cellIn(writing.layout, place.row, "state"), used ? stateWords(fact, asked) : "", writing);
    writeSource(cellIn(writing.layout, place.row, "source"), fact, writing);
  });
  // Only an answer from outside the sheet can bring other words than those that stand there.
  const reworded = stands.reason === "" || (state !== "extracted" && state !== "missing");
  if (reworded && fact.reason !== "" && fact.reason !== stands.reason) {
    write(cells.reason, fact.reason, lineLook, writing);
  }
}

/** What counts now is in sight, though it was folded away while nothing stood in it. */
function unfold(first: number, count: number, { snapshot, layout: { sheet }, edits }: PaperWriting): void {
  const isFolded = findSheet(snapshot, sheet)?.hiddenRows.has(first) === true;
  if (isFolded) edits.push({ kind: "showRows", sheet, first, last: first + count - 1 });
}

/** Remembers the figure that a newer answer replaces. */
function replaced(at: CellAddress, value: CellValue, name: string, writing: PaperWriting): void {
  const { snapshot, entries, located } = writing;
  const before = entryAt(located, at)?.before ?? contentOf(snapshotCell(snapshot, at));
  if (!sameContent(before, { value })) entries.push({ role: "fact", at, name, before, ours: { value } });
}

function writeState(at: CellAddress | null, words: string, writing: PaperWriting): void {
  const now = textAt(at, writing);
  const value = words === "" ? null : words;
  if (now === "" || isOurState(now)) write(at, value, lineLook, writing);
}

function writeSource(at: CellAddress | null, fact: GatheredFact, writing: PaperWriting): void {
  const now = textAt(at, writing);
  // What was confirmed keeps the words that it was read from.
  const kept = fact.state === "confirmed" || (fact.state === "notApplicable" && fact.source !== null);
  if (kept && now.startsWith(takenFrom)) return;
  const ours = now === "" || isWhereFound(now, fact) || isCitation(now);
  const words = sourceWords(fact);
  if (ours) write(at, words === "" ? null : words, lineLook, writing);
}

function textAt(at: CellAddress | null, { snapshot }: PaperWriting): string {
  return at === null ? "" : String(snapshotCell(snapshot, at)?.value ?? "");
}

function inputLook(format: string | null, isWords: boolean): CellLook {
  return { role: "input", ...(format === null ? {} : { format }), ...(isWords ? { wrap: true } : {}) };
}

const lineLook: CellLook = { role: "line", wrap: true };
const reason = "补充评分底稿";

/** Nothing where the sheet has no such column. */
function write(at: CellAddress | null, value: CellValue, look: CellLook, writing: PaperWriting): void {
  if (at === null) return;
  const content = { value };
  const holds = contentOf(snapshotCell(writing.snapshot, at));
  if (sameContent(holds, content)) return;
  writing.edits.push({ kind: "cell", at, content, look, reason });
  writing.expects.push({ at, holds });
}

function extractedNow(
  remembered: ReadonlyMap<string, FactValue>,
  facts: readonly GatheredFact[],
): PlannedPaper["extracted"] {
  const kept = new Map(remembered);
  for (const { id, state, value } of facts) {
    if (state === "extracted" && value !== null) kept.set(id, value);
    else if (state !== "missing") kept.delete(id);
  }
  return kept.size === 0 ? null : Object.fromEntries(kept);
}
