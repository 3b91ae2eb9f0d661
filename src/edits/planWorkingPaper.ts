import { factStateWords, sameFactValue, type GatheredFact } from "../facts/gatheredFact";
import { readPaperFact } from "../facts/readPaperFact";
import { rememberedFacts } from "../facts/gatherFacts";
import { monthLabel, type PaperCells, type PaperColumn } from "../facts/workingPaper";
import type { FactSpec, FactValue } from "../criteria/fact";
import type { CellAddress } from "../workbook/cell";
import type { CellContent, CellLook, Edit, Expectation } from "../workbook/edit";
import { snapshotCell, type CellValue, type Snapshot } from "../workbook/snapshot";
import { contentOf, entryAt, sameContent } from "./editLedger";
import type { Located } from "./locateTouched";
import { newPaper } from "./newPaper";
import { choicesOf, paperFormat, sourceWords, stateWords, takenFrom, valuesOf } from "./paperCell";
import type { NewLine, PaperLayout } from "./paperLayout";
import type { TouchedCell } from "./restoreRecord";

interface PlannedPaper {
  readonly edits: readonly Edit[];
  readonly expects: readonly Expectation[];
  /** Figures of a person that his own newer answer replaced. */
  readonly entries: readonly TouchedCell[];
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
  located: readonly Located[],
): PlannedPaper {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const edits: Edit[] = layout.isNew ? [...newPaper(layout)] : [];
  const remembered = rememberedFacts(snapshot, formSheet);
  const written: PaperWriting = { edits, expects: [], entries: [], located, remembered };
  for (const line of layout.lines) writeLine(snapshot, layout, line, written);
  for (const [id, cells] of layout.cells) {
    const fact = byId.get(id);
    if (fact !== undefined) writeFact(snapshot, layout, fact, cells, asked.has(id), written);
  }
  return { ...written, extracted: extractedNow(remembered, facts) };
}

interface PaperWriting {
  readonly edits: Edit[];
  readonly expects: Expectation[];
  readonly entries: TouchedCell[];
  readonly located: readonly Located[];
  readonly remembered: ReadonlyMap<string, FactValue>;
}

/** The words of a new line, its drop-down and its number format; the figures come with the fact. */
function writeLine(snapshot: Snapshot, layout: PaperLayout, line: NewLine, writing: PaperWriting): void {
  const { row, wish, spec, label } = line;
  const { sheet, columns } = layout;
  const texts: Partial<Record<PaperColumn, string>> = { indicator: wish.title, item: label, unit: spec.unit };
  for (const [name, value] of Object.entries(texts) as [PaperColumn, string][]) {
    const column = columns[name];
    if (column === undefined) continue;
    write(snapshot, { sheet, row, column }, { value }, { wrap: true }, writing);
  }
  const column = columns.value ?? 4;
  const format = paperFormat(spec, null);
  // Nothing is written: a blank cell must stay blank for COUNTA, but it shall take a typed 99.83 as 99.83 %.
  if (format !== null) {
    const at = { sheet, row, column };
    writing.edits.push({ kind: "format", at, format, reason: `“${label}”的数值格式` });
  }
  const items = choicesOf(spec);
  const area = { top: row, bottom: row, left: column, right: column };
  if (items !== null) writing.edits.push({ kind: "choices", sheet, area, items });
}

function writeFact(
  snapshot: Snapshot,
  layout: PaperLayout,
  fact: GatheredFact,
  cells: PaperCells,
  asked: boolean,
  writing: PaperWriting,
): void {
  const { spec, state } = fact;
  const stands = readPaperFact(snapshot, cells, spec);
  const change = state !== "missing" && !sameFactValue(stands.value, fact.value);
  // What we once read from words goes again when a person has typed the figures that it stood in for.
  const withdrawn = state === "missing" && fact.problem === null && !stands.blank;
  const remembered = writing.remembered.get(fact.id) ?? null;
  const typed = !stands.blank && !sameFactValue(stands.value, remembered);
  const values = change ? valuesOf(fact.value) : withdrawn ? [null] : [];
  const places: readonly (CellAddress | null)[] = cells.months ?? [cells.value];
  values.forEach((value, index) => {
    const at = places[index];
    if (at === undefined || at === null) return;
    const format = value === null ? null : paperFormat(spec, value);
    if (change && typed && state !== "extracted")
      replaced(snapshot, at, value, labelOf(spec, cells, index), writing);
    write(snapshot, at, { value }, { role: "input", ...(format === null ? {} : { format }) }, writing);
  });
  const months = Array.isArray(fact.value) ? (fact.value as readonly (number | null)[]) : null;
  places.forEach((place, index) => {
    if (place === null) return;
    const used = months === null || months[index] !== null;
    const at = (name: PaperColumn): CellAddress | null => {
      const column = layout.columns[name];
      return column === undefined ? null : { ...place, column };
    };
    writeState(snapshot, at("state"), used ? stateWords(fact, asked) : "", writing);
    writeSource(snapshot, at("source"), sourceWords(fact), fact, writing);
  });
  // Only an answer from outside the sheet can bring other words than those that stand there.
  const reworded = stands.reason === "" || (state !== "extracted" && state !== "missing");
  if (cells.reason !== null && reworded && fact.reason !== "" && fact.reason !== stands.reason) {
    write(snapshot, cells.reason, { value: fact.reason }, { wrap: true }, writing);
  }
}

function labelOf(spec: FactSpec, cells: PaperCells, index: number): string {
  return cells.months === null ? spec.label : monthLabel(spec, index + 1);
}

/** Remembers the figure that a newer answer replaces. */
function replaced(
  snapshot: Snapshot,
  at: CellAddress,
  value: CellValue,
  name: string,
  { entries, located }: PaperWriting,
): void {
  const before = entryAt(located, at)?.before ?? contentOf(snapshotCell(snapshot, at));
  if (!sameContent(before, { value })) entries.push({ role: "fact", at, name, before, ours: { value } });
}

const ourStates: readonly string[] = Object.values(factStateWords);

function writeState(snapshot: Snapshot, at: CellAddress | null, words: string, writing: PaperWriting): void {
  if (at === null) return;
  const now = snapshotCell(snapshot, at)?.value ?? "";
  if (now !== "" && !ourStates.includes(String(now))) return;
  write(snapshot, at, { value: words === "" ? null : words }, { wrap: true }, writing);
}

function writeSource(
  snapshot: Snapshot,
  at: CellAddress | null,
  words: string,
  fact: GatheredFact,
  writing: PaperWriting,
): void {
  if (at === null) return;
  const now = String(snapshotCell(snapshot, at)?.value ?? "");
  // What was confirmed keeps the words that it was read from.
  if (fact.state === "confirmed" && now.startsWith(takenFrom)) return;
  const ours = now === "" || now === fact.spec.source || now.startsWith(takenFrom);
  if (ours) write(snapshot, at, { value: words === "" ? null : words }, { wrap: true }, writing);
}

function write(
  snapshot: Snapshot,
  at: CellAddress,
  content: { readonly value: CellValue },
  look: CellLook,
  { edits, expects }: Pick<PaperWriting, "edits" | "expects">,
): void {
  const cell = snapshotCell(snapshot, at);
  if (sameContent(contentOf(cell), content satisfies CellContent)) return;
  edits.push({ kind: "cell", at, content, look, reason: "补充评分底稿" });
  expects.push({ at, holds: contentOf(cell) });
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
