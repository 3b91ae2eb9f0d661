import { tokenize } from "@cj-tech-master/excelts/formula";
import { a1, parseArea, type Area } from "../../workbook/cell";
import { is, kindOf, spelling, type Token } from "./formulaTokens";
import { argumentKind, readsDates } from "./knownFunctions";
import { isArea, readAreas, type Names } from "./references";
import { isKnownFormat } from "./textFormat";
import { oncePerText } from "../../words/oncePerText";

export interface EngineFormula {
  /** As the engine works it out as Excel would, without "=". */
  readonly text: string;
  /** Every function in it is one that the engine gets right. */
  readonly known: boolean;
  /** No area stands where Excel takes one cell of it, or all of them, as the file's age decides. */
  readonly plain: boolean;
  readonly readsDates: boolean;
  /** How many cells it looks at. */
  readonly cells: number;
}

interface Surroundings {
  readonly sheet: string;
  readonly names: Names;
  /** The last row and column of a sheet that hold anything. */
  readonly used: (sheet: string) => { readonly bottom: number; readonly right: number };
}

/** Larger areas are cut down to the used part of their sheet, where the function asks for nothing else. */
const largeArea = 20_000;

interface Frame {
  /** Empty for mere brackets. */
  readonly call: string;
  argument: number;
}

/** Reads a formula for the engine. A single cell among the arguments of SUM and its like is written as an area:
 * the engine would take a text in it for one typed into the formula. */
export function engineFormula(formula: string, around: Surroundings): EngineFormula {
  const known = around.names.size > 0 ? null : withoutNames(formula);
  return known === null || known.looksFar ? readFormula(formula, around) : known.read;
}

/** The same formulas stand in every form of a batch. looksFar: how much is used of the sheets matters. */
const withoutNames = oncePerText((formula) => {
  let looksFar = false;
  const used = () => {
    looksFar = true;
    return { bottom: 1, right: 1 };
  };
  const read = readFormula(formula, { sheet: "", names: new Map(), used });
  return { read, looksFar };
});

function readFormula(formula: string, around: Surroundings): EngineFormula {
  const whole = formula.slice(1);
  let tokens: readonly Token[];
  try {
    tokens = tokenize(whole);
  } catch {
    return { text: whole, known: false, plain: false, readsDates: false, cells: 0 };
  }
  const frames: Frame[] = [];
  let [known, plain, dates, changed, cells] = [true, true, false, false, 0];
  let sheet = around.sheet;
  const written = tokens.map((token, index) => {
    const frame = frames.at(-1);
    const kind = frame === undefined || frame.call === "" ? "s" : argumentKind(frame.call, frame.argument);
    const before = kindOf(tokens[index - 1]) === is.sheet ? tokens[index - 2] : tokens[index - 1];
    const direct = opens(kindOf(before)) && closes(kindOf(tokens[index + 1]));
    const text = spelling(token);
    switch (kindOf(token)) {
      case is.call: {
        const name = plainName((token as { readonly name: string }).name);
        known &&= argumentKind(name, 0) !== undefined;
        dates ||= readsDates(name);
        frames.push({ call: name, argument: 0 });
        return text;
      }
      case is.text:
        // Without anything behind it ("=", but also ">"&A1) it counts otherwise in Excel than in the engine.
        plain &&=
          !isCriterion(frame) || !/^(?:[<>]=?|=|<>)$/.test((token as { readonly value: string }).value);
        return text;
      case is.open:
        if (kindOf(tokens[index - 1]) !== is.call) frames.push({ call: "", argument: 0 });
        return text;
      case is.close:
        frames.pop();
        return text;
      case is.comma:
        if (
          frame?.call === "" ||
          (kind === "l" && (opens(kindOf(before)) || closes(kindOf(tokens[index + 1]))))
        )
          known = false;
        if (frame !== undefined && frame.call !== "{") frame.argument++;
        if (frame?.call === "TEXT") known &&= hasKnownFormat(tokens, index);
        return text;
      case is.array:
        plain &&= within(frames, "lxaw");
        frames.push({ call: "{", argument: 0 });
        return text;
      case is.arrayEnd:
        frames.pop();
        return text;
      case is.colon:
      case is.table:
      case is.at:
      case is.cut:
        known = false;
        return text;
      case is.sheet: {
        const { sheetName, endSheetName } = token as { sheetName: string; endSheetName?: string };
        known &&= endSheetName === undefined;
        sheet = sheetName;
        return text;
      }
      case is.name: {
        const behind = around.names.get(text.toLowerCase());
        if (behind === undefined || !isArea(behind)) return text;
        const area = readAreas(behind)[0];
        const alone = area !== undefined && !behind.includes(":");
        plain &&= alone || (direct && !single(kind)) || within(frames, "x");
        cells += area === undefined ? 0 : sizeOf(area);
        if (!alone || !direct || kind !== "l") return text;
        changed = true;
        return `${behind}:${a1({ row: area.top, column: area.left })}`;
      }
      case is.cell: {
        sheet = around.sheet;
        cells++;
        if (!direct || (kind !== "l" && kind !== "o")) return text;
        changed = true;
        if (kind === "l") return `${text}:${text}`;
        // Only a cell of the same sheet can be asked so.
        if (kindOf(tokens[index - 1]) !== is.sheet) return `IF(ISBLANK(${text}),0,${text})`;
        plain = false;
        return text;
      }
      case is.area:
      case is.columns:
      case is.rows: {
        const on = sheet;
        sheet = around.sheet;
        const area = areaBehind(text);
        if (area === null) {
          known = false;
          return text;
        }
        plain &&= (direct && !single(kind)) || within(frames, "x");
        if (sizeOf(area) <= largeArea) {
          cells += sizeOf(area);
          return text;
        }
        const { bottom, right } = around.used(on);
        const cut = cutTo(area, bottom, right);
        const cutting =
          direct && (kind === "l" || kind === "a" || (kind === "c" && countsFilled(tokens, index)));
        plain &&= cutting;
        cells += sizeOf(cutting ? cut : area);
        if (!cutting) return text;
        changed = true;
        return `${a1({ row: cut.top, column: cut.left })}:${a1({ row: cut.bottom, column: cut.right })}`;
      }
      default:
        return text;
    }
  });
  return { text: changed ? written.join("") : whole, known, plain, readsDates: dates, cells };
}

function single(kind: string | undefined): boolean {
  return kind === "s" || kind === "o";
}

function isCriterion(frame: Frame | undefined): boolean {
  return frame !== undefined && /^(?:COUNT|SUM|AVERAGE)IFS?$/.test(frame.call);
}

/** The format after the comma is written out, and one that is known. */
function hasKnownFormat(tokens: readonly Token[], comma: number): boolean {
  const format = tokens[comma + 1];
  return (
    format !== undefined &&
    kindOf(format) === is.text &&
    "value" in format &&
    closes(kindOf(tokens[comma + 2])) &&
    isKnownFormat(format.value)
  );
}

function plainName(name: string): string {
  return name.replace(/^_XLFN\.(?:_XLWS\.)?/, "");
}

/** In an argument of these kinds, with nothing but brackets between. */
function within(frames: readonly Frame[], kinds: string): boolean {
  const call = frames.filter((frame) => frame.call !== "").pop();
  return call !== undefined && kinds.includes(argumentKind(call.call, call.argument) ?? "-");
}

function opens(type: number | undefined): boolean {
  return type === is.open || type === is.comma;
}

function closes(type: number | undefined): boolean {
  return type === is.close || type === is.comma;
}

/** Blank cells beyond the used ones are not what is counted: ">0", 5, "甲". */
function countsFilled(tokens: readonly Token[], index: number): boolean {
  const criterion = tokens[index + 2];
  if (criterion === undefined || !closes(kindOf(tokens[index + 3]))) return false;
  if (!("value" in criterion)) return false;
  if (kindOf(criterion) !== is.text) return /^\d/.test(criterion.value);
  return /^(?!<>)./u.test(criterion.value) && criterion.value !== "=";
}

function areaBehind(text: string): Area | null {
  return /^[$A-Za-z\d]+:[$A-Za-z\d]+$/.test(text) ? (readAreas(`A!${text}`)[0] ?? null) : parseArea(text);
}

function sizeOf({ top, left, bottom, right }: Area): number {
  return (bottom - top + 1) * (right - left + 1);
}

function cutTo({ top, left, bottom, right }: Area, lastRow: number, lastColumn: number): Area {
  return {
    top,
    left,
    bottom: Math.max(top, Math.min(bottom, lastRow)),
    right: Math.max(left, Math.min(right, lastColumn)),
  };
}
