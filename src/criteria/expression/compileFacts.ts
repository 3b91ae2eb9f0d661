import { plainDigits } from "../words";
import { largestRate, specOf } from "../readFact";
import { allOf, joined, ours, quoted, shortened } from "../formulaText";
import type { MeanMeasure } from "../measure";
import { type Formula, type FormulaScope, blank, ifThen, needing, operandOf, valueOf } from "./formulaTree";
import type { FactCell } from "../rule";
import type { NodeOf } from "./expression";
import { type AskedCell, countOf, sumOf, waitingFor } from "./askedCells";
import { sameRate } from "./readOutcome";

/** The cell of a fact; a working paper without it is our own mistake. */
export function cellOf({ cells }: FormulaScope, key: string): FactCell {
  const cell = cells[key];
  if (cell === undefined) throw new Error(`no cell for fact ${key}`);
  return cell;
}

/** The cell as one that has to be filled first; none where it is filled already. */
export function askedCell(
  scope: FormulaScope,
  key: string,
  holds: AskedCell["holds"],
  mayBeNone = false,
): readonly AskedCell[] {
  const cell = cellOf(scope, key);
  return scope.filled.includes(cell.value) ? [] : [{ ...cell, holds, mayBeNone }];
}

/** 不涉及 stands first, unless it only earns a part. */
function unlessNone(scope: FormulaScope, key: string, of: Formula): Formula {
  const { value, reason } = cellOf(scope, key);
  const mayBe = specOf(scope.specs, key).notApplicable === true && !scope.filled.includes(value);
  return mayBe ? ifThen(`${value}="不涉及"`, { kind: "exempt", reason }, of) : of;
}

export function factFormula(scope: FormulaScope, { key, signed }: NodeOf<"fact">): Formula {
  const { value } = cellOf(scope, key);
  const { kind, range } = specOf(scope.specs, key);
  const text = kind === "date" ? `INT(${value})` : value;
  // Our functions read "92%" where it stands as text.
  const words = kind === "rate" && (range === true || scope.context.dialect === "addin");
  const holds = words ? "words" : "number";
  const stretch = kind === "rate" && range === true ? "range" : undefined;
  const number =
    kind === "rate" ? withinRate(scope, value, valueOf(text, stretch), signed === true) : valueOf(text);
  return unlessNone(scope, key, needing(askedCell(scope, key, holds), number));
}

/** 99.83 for 99.83% and a rate below 0 are mistakes, never a score. Our own functions refuse them themselves. */
function withinRate(
  { context, isChecked }: FormulaScope,
  cell: string,
  of: Formula,
  signed = false,
): Formula {
  if (context.dialect === "addin" && isChecked === true) return of;
  const beyond = signed ? `ABS(N(${cell}))>${largestRate}` : `OR(N(${cell})<0,N(${cell})>${largestRate})`;
  return ifThen(beyond, blank, of);
}

export function answerFormula(op: "share" | "failures", scope: FormulaScope, key: string): Formula {
  const { value } = cellOf(scope, key);
  const { kind, notApplicable } = specOf(scope.specs, key);
  if (op === "failures" && kind !== "answer") {
    const mayBeNone = notApplicable === true;
    return needing(askedCell(scope, key, "number", mayBeNone), valueOf(mayBeNone ? `N(${value})` : value));
  }
  const [yes, no] = op === "share" ? ["1", "0"] : ["0", "1"];
  const words = `IF(${value}="是",${yes},IF(${value}="否",${no},NA()))`;
  const share = kind === "answerOrShare" && op === "share";
  const text = share
    ? `IF(ISNUMBER(${value}),IF(AND(${value}>0,${value}<=1),${value},NA()),${words})`
    : words;
  return unlessNone(scope, key, needing(askedCell(scope, key, "words"), valueOf(text)));
}

/** Without the count itself all of the answers, each of them 是 or 否; with it those that are given must allow it. */
export function countedFormula(
  { key, items, word }: NodeOf<"counted">,
  scope: FormulaScope,
  given: Formula,
): Formula {
  const answers = items.map((item) => cellOf(scope, item).value);
  const answered = `${countOf(answers, "是")}+${countOf(answers, "否")}<${answers.length}`;
  const counted = ifThen(answered, blank, valueOf(countOf(answers, word)));
  const { value } = cellOf(scope, key);
  if (specOf(scope.specs, key).agrees !== true) return ifThen(`${value}<>""`, given, counted);
  const [yes, no] = [countOf(answers, "是"), countOf(answers, "否")];
  const [found, other] = word === "是" ? [yes, no] : [no, yes];
  const differ = `AND(${yes}+${no}>0,OR(${value}<${found},${value}>${answers.length}-${other}))`;
  const possible = ifThen(differ, blank, given);
  return ifThen(`${value}<>""`, possible, counted);
}

export function tallyFormula(scope: FormulaScope, keys: readonly string[]): Formula {
  const mayBeNone = keys.some((key) => specOf(scope.specs, key).notApplicable === true);
  const cells = keys.flatMap((key) =>
    askedCell(scope, key, "number", specOf(scope.specs, key).notApplicable === true),
  );
  const values = keys.map((key) => cellOf(scope, key).value);
  const [only = "0"] = values;
  const alone = mayBeNone ? `N(${only})` : only;
  const text = values.length === 1 ? alone : mayBeNone ? sumOf(values) : `SUM(${joined(values)})`;
  return needing(cells, valueOf(text));
}

/** So many as were notified, with none blank below a filled one: those are the last months of the year. */
export function meanFormula(measure: MeanMeasure, scope: FormulaScope): Formula {
  const first = cellOf(scope, measure.first).value;
  const count = cellOf(scope, measure.count).value;
  const rates = cellOf(scope, measure.series).value;
  const gaps = `SUMPRODUCT((${shortened(rates, 0, 1)}<>"")*(${shortened(rates, 1, 0)}=""))`;
  const cap = plainDigits(measure.cap);
  const capped = `SUMIF(${rates},"<=${cap}")+COUNTIF(${rates},">${cap}")${measure.cap === 1 ? "" : `*${cap}`}`;
  const mean =
    scope.context.dialect === "addin" && measure.cap === 1
      ? // Months that all say 0 are blanks to our function.
        `IF(SUM(${rates})=0,0,${ours("EXECRATE", rates, count)})`
      : `(${capped})/${count}`;
  const waiting = [
    `COUNT(${count})=0`,
    `COUNT(${rates})<>${count}`,
    `${gaps}>0`,
    `AND(${first}<>"",${first}<>13-${count})`,
  ];
  return ifThen(waiting, blank, valueOf(mean));
}

export function insteadFormula(
  { key, signed, absolute }: NodeOf<"instead">,
  scope: FormulaScope,
  of: Formula,
): Formula {
  const { value } = cellOf(scope, key);
  const builtIn = scope.context.dialect === "builtIn";
  const { kind, range, agrees } = specOf(scope.specs, key);
  if (kind !== "rate") {
    // One figure in one place: a formula that is read by people asks for it many times.
    const { cells, unknown, text } = operandOf(of, scope.weight);
    const waits = allOf("OR", [...waitingFor(cells), ...(unknown === null ? [] : [unknown])]);
    const unfilled = allOf("OR", waitingFor(askedCell(scope, key, "number")));
    return ifThen(
      `IF(${value}<>"",${unfilled},${waits})`,
      blank,
      valueOf(`IF(${value}<>"",${value},${text})`),
    );
  }
  const typed = range === true ? "range" : undefined;
  // MIN and MAX would take "92%" as text for nothing.
  const given = valueOf(builtIn && typed === undefined ? `VALUE(${value})` : value, typed);
  const within = withinRate(scope, value, given, signed);
  if (agrees !== true) return ifThen(`${value}<>""`, within, of);
  const parts = operandOf(of, scope.weight);
  const [one, other] = absolute ? [`ABS(${given.text})`, `ABS(${parts.text})`] : [given.text, parts.text];
  // What no rate can be says nothing against the one that is typed.
  const unlikely = `(${parts.text})>10`;
  const unknown = [...waitingFor(parts.cells), ...(parts.unknown === null ? [] : [parts.unknown]), unlikely];
  const differ = `ROUND(ABS(${one}-(${other})),12)>=${sameRate}`;
  const known = unknown.reduceRight((rest, condition) => `IF(${condition},FALSE,${rest})`, differ);
  return ifThen(`${value}<>""`, ifThen(known, blank, within), of);
}

/** Any word but the ones that may stand there waits to be put right, as a blank does that has to be answered. */
export function saysFormula({ key, word, asked }: NodeOf<"says">, scope: FormulaScope): Formula {
  const { value, reason } = cellOf(scope, key);
  const { kind, notApplicable } = specOf(scope.specs, key);
  const holds = valueOf(`${value}=${quoted(word)}`);
  if (kind !== "answer") return asked === true ? needing(askedCell(scope, key, "words"), holds) : holds;
  const unusable = [
    ...["是", "否", ...(asked === true ? [] : [""])].map((may) => `${value}<>${quoted(may)}`),
    ...(notApplicable === true ? [`OR(${value}<>"不涉及",${reason}="")`] : []),
  ];
  return ifThen(`AND(${unusable.join(",")})`, blank, holds);
}

export function wordsFormula(scope: FormulaScope, key: string): Formula {
  const { value } = cellOf(scope, key);
  return unlessNone(scope, key, needing(askedCell(scope, key, "words"), valueOf(value, "answer")));
}
