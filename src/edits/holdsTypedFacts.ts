import { locateHelperLines } from "../facts/helperLines";
import {
  locateFactCells,
  monthLabel,
  paperColumns,
  tight,
  workingPaperHeading,
  workingPaperScope,
  workingPaperTitles,
  type PaperColumn,
  type WorkingPaper,
} from "../facts/workingPaper";
import {
  factStateWords,
  unusable,
  sameFactValue,
  type FactWish,
  type GatheredFact,
} from "../facts/gatheredFact";
import { rememberedFacts } from "../facts/gatherFacts";
import type { Case } from "../scorecard/case";
import type { CellSnapshot } from "../workbook/snapshot";
import { isOwnSource, valuesOf } from "./paperCell";
import { planBuiltIn } from "./planConvert";
import { planScoring } from "./planScoring";

/** What of a line is ours, by column; nothing else in the line is. */
type OwnLine = Readonly<Partial<Record<PaperColumn, (cell: CellSnapshot) => boolean>>>;

/**
 * Whether a person has put anything into the working paper: any cell, wherever it stands, that does not hold what we
 * would have written there ourselves for one of the forms. What cannot be told counts as his.
 */
export function holdsTypedFacts(forms: readonly Case[], paper: WorkingPaper): boolean {
  const { sheet, headerRow, columns } = paper;
  const lines = new Map(forms.flatMap((formCase) => Array.from(ownLines(formCase, paper))));
  const names = new Map(paperColumns.map((name) => [columns[name], name]));
  const isOurs = (row: number, column: number, cell: CellSnapshot): boolean => {
    if (row < headerRow) return holds(workingPaperHeading)(cell) || holds(workingPaperScope)(cell);
    const name = names.get(column);
    return name !== undefined && lines.get(row)?.[name]?.(cell) === true;
  };
  return Array.from(sheet.rows).some(([row, cells]) =>
    Array.from(cells).some(([column, cell]) => !isBlank(cell) && !isOurs(row, column, cell)),
  );
}

function isBlank({ value, formula }: CellSnapshot): boolean {
  return formula === undefined && String(value ?? "").trim() === "";
}

function holds(words: string): (cell: CellSnapshot) => boolean {
  return ({ value, formula }) => formula === undefined && value === words;
}

/** The titles, each fact's line (of months twelve), and the parts of long formulas, by row. */
function ownLines(formCase: Case, paper: WorkingPaper): ReadonlyMap<number, OwnLine> {
  const titles = paperColumns.map((name) => [name, holds(workingPaperTitles[name])]);
  const lines = new Map<number, OwnLine>([[paper.headerRow, Object.fromEntries(titles) as OwnLine]]);
  const cells = locateFactCells(paper, formCase.wishes);
  const remembered = rememberedFacts(formCase.snapshot, formCase.sheet);
  for (const wish of formCase.wishes) {
    for (const { key } of wish.specs) {
      const id = `${wish.id}.${key}`;
      const [at, fact] = [cells.get(id), formCase.facts.get(id)];
      if (at === undefined || fact === undefined) continue;
      // As it was read when it was written, and as it is read now.
      const read = [remembered.get(id) ?? null, fact.state === "extracted" ? fact.value : null];
      for (const [index, place] of (at.months ?? [at.value]).entries()) {
        if (place === null) continue;
        const label = at.months === null ? fact.spec.label : monthLabel(fact.spec, index + 1);
        const values = read.map((value) => valuesOf(value)[index] ?? null);
        lines.set(place.row, { ...factLine(wish, fact, label), value: holdsOneOf(values) });
      }
    }
  }
  for (const row of ownHelpers(formCase, paper)) {
    lines.set(row, { indicator: isAnything, item: isAnything, value: isAnything });
  }
  return lines;
}

/** The words of a fact's line. 佐证材料 and 提供科室 are only ever filled in by people; the quoted reason is ours. */
function factLine({ title }: FactWish, fact: GatheredFact, label: string): OwnLine {
  const { spec, source, state, value } = fact;
  return {
    indicator: holds(title),
    item: holds(label),
    unit: holds(spec.unit),
    source: ({ value: words, formula }) => formula === undefined && isOwnSource(words, fact),
    ...(state === "extracted" && value === "不涉及" && source !== null
      ? { reason: holds(source.quote) }
      : {}),
    state: (cell) => isMissing(cell) || holds(factStateWords.extracted)(cell),
  };
}

function isMissing({ value, formula }: CellSnapshot): boolean {
  const words = String(value);
  return formula === undefined && (words === factStateWords.missing || words.startsWith(unusable("")));
}

function holdsOneOf(values: ReturnType<typeof valuesOf>): (cell: CellSnapshot) => boolean {
  return ({ value, formula }) =>
    formula === undefined &&
    typeof value !== "boolean" &&
    values.some((one) => typeof one !== "boolean" && sameFactValue(one, value));
}

const isAnything = (): boolean => true;

/** Rows of formula parts that scoring anew, or converting anew, would leave as they are. */
function ownHelpers(formCase: Case, paper: WorkingPaper): readonly number[] {
  const lines = locateHelperLines(paper).filter(({ of }) => of === tight(formCase.sheet));
  if (lines.length === 0) return [];
  const changed = [planScoring(formCase), planBuiltIn(formCase)].map(
    ({ edits }) =>
      new Set(
        edits.flatMap((edit) =>
          edit.kind === "cell" && edit.at.sheet === paper.sheet.name ? edit.at.row : [],
        ),
      ),
  );
  return lines.flatMap(({ row }) => (changed.some((rows) => !rows.has(row)) ? row : []));
}
