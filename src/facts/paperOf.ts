import { readForms } from "../form/readForms";
import { originalOf } from "../workbook/copiedSheet";
import { cellsNamedIn, sheetsNamedIn } from "../workbook/formulaShape";
import { formIdOf, formSheets, keptPapers } from "../workbook/records";
import { findSheet, type SheetSnapshot, type Snapshot } from "../workbook/snapshot";
import { readLines, workingPaperName, workingPapers, type WorkingPaper } from "./workingPaper";

/** The working paper of one form. */
export interface FormPaper extends WorkingPaper {
  /** Before the 指标 of every line of this form, where an earlier version had several forms share one paper: "表2·". */
  readonly mark: string;
}

/**
 * The working paper of the form on a sheet; null: it has none yet. It is the one that the form's formulas of ours look
 * at, else the one that was kept as its own, else the one that is called after it; one that is nobody's belongs to the first
 * form without any. Never one of another form, whose figures it holds, be that form deleted. Everything that reads or
 * writes a working paper asks here. sheet null: of the form in which something of ours stands.
 */
export function paperOf(snapshot: Snapshot, sheet: string | null): FormPaper | null {
  const papers = workingPapers(snapshot);
  if (papers.length === 0) return null;
  const known = knownOwners(snapshot);
  const id = formIdOf(snapshot, sheet);
  const home = sheet ?? formSheets(snapshot).get(id) ?? null;
  const kept = isSure(snapshot, id, home) ? known.byForm.get(id) : undefined;
  const name = kept ?? (home === null ? null : unrecorded(snapshot, home, known)) ?? null;
  const paper =
    papers.find((one) => one.sheet.name === name) ?? leftOver(snapshot, { id, home, known, papers });
  return paper === null ? null : { ...paper, mark: markOf(snapshot, paper, id, home) };
}

/** Of a form that was not scored when its sheet was renamed only its being the one that is left over tells. */
function isSure(snapshot: Snapshot, id: string, home: string | null): boolean {
  if (home === null || formSheets(snapshot).get(id) === home) return true;
  const heirs = readForms(snapshot).forms.filter(({ sheet }) => formIdOf(snapshot, sheet) === id);
  return heirs.length === 1;
}

/** The form whose scored sheet a sheet is a copy of, as far as it looks at that form's figures; null: it is no copy. */
export function copiedFrom(snapshot: Snapshot, sheet: string): string | null {
  const original = originalOf(snapshot, sheet);
  if (original !== null) return original.isBound ? original.sheet : null;
  if (isHome(snapshot, sheet)) return null;
  const lost = lostTwin(snapshot, sheet, looksAt(snapshot, sheet));
  return lost ?? null;
}

/** By the entries of our record. */
interface Owners {
  /** Form → its paper. */
  readonly byForm: ReadonlyMap<string, string>;
  /** Forms whose paper is not there under the name that was kept: renamed, and nothing looks at it. */
  readonly astray: ReadonlySet<string>;
}

/** A snapshot is asked many times. */
const owners = new WeakMap<Snapshot["sheets"], Owners & { readonly records: Snapshot["records"] }>();

function knownOwners(snapshot: Snapshot): Owners {
  const before = owners.get(snapshot.sheets);
  if (before?.records === snapshot.records) return before;
  const homes = formSheets(snapshot);
  const names = new Set(workingPapers(snapshot).map(({ sheet }) => sheet.name));
  const byForm = new Map<string, string>();
  const astray = new Set<string>();
  for (const [id, kept] of keptPapers(snapshot)) {
    const home = homes.get(id);
    const isCopy = home !== undefined && originalOf(snapshot, home)?.isBound === true;
    const seen = home === undefined || isCopy || !kept.isScored ? null : looksAt(snapshot, home);
    const name = seen ?? kept.names.find((one) => names.has(one));
    if (name !== undefined) byForm.set(id, name);
    else if (kept.names.length > 0 && !isCopy) astray.add(id);
  }
  const known = { byForm, astray, records: snapshot.records };
  owners.set(snapshot.sheets, known);
  return known;
}

/** The paper that the formulas of a sheet look at which no record knows; null where it is another form's. */
function unrecorded(snapshot: Snapshot, sheet: string, { byForm }: Owners): string | null {
  if (isHome(snapshot, sheet) || originalOf(snapshot, sheet)?.isBound === true) return null;
  const name = looksAt(snapshot, sheet);
  if (name === null || Array.from(byForm.values()).includes(name)) return null;
  return lostTwin(snapshot, sheet, name) === null ? name : null;
}

function isHome(snapshot: Snapshot, sheet: string): boolean {
  return Array.from(formSheets(snapshot).values()).includes(sheet);
}

/** "自评表 (2)": as a product calls a copy. */
const numbered = /\(\d+\)$/u;

/** Where the records were lost: the sheet that looks at the very lines, of which this one is more likely the copy. */
function lostTwin(snapshot: Snapshot, sheet: string, paper: string | null): string | null {
  if (paper === null) return null;
  const lines = linesLookedAt(snapshot, sheet, paper);
  const twins = snapshot.sheets
    .map(({ name }) => name)
    .filter((name) => name === sheet || !isHome(snapshot, name))
    .filter((name) => linesLookedAt(snapshot, name, paper).some((row) => lines.includes(row)))
    .sort((one, other) => Number(numbered.test(one)) - Number(numbered.test(other)));
  return twins[0] === undefined || twins[0] === sheet ? null : twins[0];
}

interface Asked {
  readonly id: string;
  readonly home: string | null;
  readonly known: Owners;
  readonly papers: readonly WorkingPaper[];
}

/** A paper that is nobody's, if it is this form's turn. */
function leftOver(snapshot: Snapshot, { id, home, known, papers }: Asked): WorkingPaper | null {
  const others = snapshot.sheets.map(({ name }) => name).filter((name) => name !== home);
  const taken = new Set([
    ...known.byForm.values(),
    ...others.flatMap((name) => [unrecorded(snapshot, name, known) ?? [], paperNameOf(name)].flat()),
  ]);
  const free = papers.filter(({ sheet }) => !taken.has(sheet.name));
  const [first = null] = free;
  if (first === null || home === null) return first;
  if (copiedFrom(snapshot, home) !== null) return null;
  const named = free.find(({ sheet }) => sheet.name === paperNameOf(home));
  if (named !== undefined) return named;
  if (known.astray.size > 0) return known.astray.size === 1 && known.astray.has(id) ? first : null;
  const { forms } = readForms(snapshot);
  const without = forms.find(
    ({ sheet }) =>
      sheet === home ||
      (!known.byForm.has(formIdOf(snapshot, sheet)) &&
        unrecorded(snapshot, sheet, known) === null &&
        copiedFrom(snapshot, sheet) === null),
  );
  return without === undefined || without.sheet === home ? first : null;
}

/** Sheet names may have so many characters. */
const longestName = 31;

/** How the paper of a form is called where another form of the workbook has the plain name. */
export function paperNameOf(sheet: string, count = 1): string {
  const end = `${count === 1 ? "" : String(count)}）`;
  const room = longestName - workingPaperName.length - 1 - end.length;
  const letters = Array.from(sheet);
  while (letters.join("").length > room) letters.pop();
  const cut = letters.join("");
  const shown = cut === sheet ? sheet : `${Array.from(cut).slice(0, -1).join("")}…`;
  return `${workingPaperName}（${shown}${end}`;
}

/** The paper that most formulas of ours on a sheet look at. */
function looksAt(snapshot: Snapshot, name: string): string | null {
  const sheet = findSheet(snapshot, name);
  const counts = new Map(workingPapers(snapshot).map((paper) => [paper.sheet.name, 0]));
  if (sheet === undefined || counts.size === 0 || counts.has(name)) return null;
  for (const formula of ownFormulas(sheet)) {
    for (const one of sheetsNamedIn(formula)) {
      const count = counts.get(one);
      if (count !== undefined) counts.set(one, count + 1);
    }
  }
  const [most] = Array.from(counts).sort(([, one], [, other]) => other - one);
  return most === undefined || most[1] === 0 ? null : most[0];
}

/** Rows of a paper that the formulas of ours on a sheet look at. */
function linesLookedAt(snapshot: Snapshot, name: string, paper: string): readonly number[] {
  const sheet = findSheet(snapshot, name);
  if (sheet === undefined || name === paper) return [];
  return ownFormulas(sheet).flatMap((formula) => cellsNamedIn(formula, paper).map(({ row }) => row));
}

/** Formulas that may be scores of ours over a paper; a person looks at single cells. */
function ownFormulas({ rows }: SheetSnapshot): readonly string[] {
  return Array.from(rows.values()).flatMap((cells) =>
    Array.from(cells.values()).flatMap(({ formula }) =>
      formula?.includes("!") === true && /^=IF\(|\bJX\.|_xldudf_JX_/u.test(formula) ? formula : [],
    ),
  );
}

const shared = /^表\d+·/u;

/** By the lines that the form's formulas look at, else by its number in our record. */
function markOf(snapshot: Snapshot, paper: WorkingPaper, id: string, home: string | null): string {
  const marks = new Map(
    readLines(paper).map(({ row, indicator }) => [row, shared.exec(indicator)?.[0] ?? ""]),
  );
  const own = `表${id}·`;
  const values = Array.from(marks.values());
  if (values.every((mark) => mark === "")) return "";
  const lines = home === null ? [] : linesLookedAt(snapshot, home, paper.sheet.name);
  const seen = lines.map((row) => marks.get(row)).find((mark) => mark !== undefined);
  return seen ?? (values.includes(own) ? own : "");
}
