import { figureOfWords, type Figure } from "../quantity/figure";
import { readQuantity, type QuantityReading } from "../quantity/readQuantity";
import { tidy } from "../quantity/tidy";
import { plainText } from "../quantity/plainText";
import { secondConditions } from "./secondCondition";
import { besideChosen } from "./besideChosen";
import { asNone, isAbsenceMet, isAllDone } from "./absence";
import { asChange, withAdded, withNamedChange, withYearsBefore, levelDoubt } from "./changes";
import { chooseActual, type Years } from "./chooseActual";
import { oncePerText } from "../words/oncePerText";
import { isInTime } from "./deadline";
import { isStep, readRoles, type FigureRole, type SideRoles } from "./figureRoles";
import { figureRate, type CompletionPart, type TargetKind } from "./figureRate";
import { noFigure, pairParts, type PairedParts } from "./pairParts";
import { remarkDoubts } from "./remarkPairs";
import { yearDoubts, yearsOf } from "./reportedYear";
import {
  ofYear,
  periodDoubt,
  targetParts,
  yearlyRemarks,
  type TargetPart,
  type TargetParts,
} from "./targetParts";
import { directionDoubt, withLoweredTarget } from "./targetWords";
import { textDoubts, unreadWords } from "./unreadWords";

/** What a row of the annex gives: how target and actual were read, and the rate that follows. */
export type CompletionRate = {
  readonly target: QuantityReading;
  readonly actual: QuantityReading;
  /** Chinese sentences without a full stop, for the reader. */
  readonly remarks: readonly string[];
} & (
  | {
      readonly outcome: "rate";
      /** A fraction of 12 significant digits; not capped, except that several parts are capped one by one. */
      readonly rate: number;
      readonly kind: TargetKind;
      /** The target is reached; for a setting that reads a missed at-most target otherwise. */
      readonly met: boolean;
      readonly parts: readonly [CompletionPart, ...CompletionPart[]];
      readonly certainty: "sure" | "unsure";
      /** Chinese; what to ask when unsure, else null. */
      readonly question: string | null;
    }
  /** No quantity in the target: a person picks tier and share. */
  | { readonly outcome: "qualitative" }
  /** Nothing to divide. reason: Chinese, what was found and what to do. */
  | {
      readonly outcome: "missing";
      readonly missing: "target" | "actual" | "quantity";
      readonly reason: string;
    }
);

/**
 * 完成率 = actual ÷ target as the form writes them. At-most: met → 1 (0 of 0 too), missed →
 * target ÷ actual. A range met → 1, missed → by the nearer bound. Several parts: each capped at 1, then the mean.
 * Never throws.
 * @param name the indicator's name, which may explain a number
 * @param year the form's: an actual that speaks of another one is asked about; null: nobody knows it
 */
export function completionRate(...[target, actual, name = "", year = null]: Texts): CompletionRate {
  return rateOfTexts(JSON.stringify([target, actual, name, year]));
}

type Written = string | number | null;
type Texts = [target: Written, actual: Written, name?: string, year?: number | null];
const rateOfTexts = oncePerText((texts) => workOut(...(JSON.parse(texts) as Required<Texts>)));

function workOut(...[target, actual, name, year]: Required<Texts>): CompletionRate {
  const wanted = readQuantity(target, name);
  const done = readQuantity(actual, name);
  const read = { target: wanted, actual: done, remarks: [] };
  const missing = (what: "target" | "actual" | "quantity", reason: string): CompletionRate => {
    return { ...read, outcome: "missing", missing: what, reason };
  };
  if (wanted.kind === "nil") return missing("target", "没有年度目标值，请填写");
  if (done.kind === "nil") return missing("actual", "没有实际完成值，请填写；确实为0的填“0”");
  const targetText = String(target ?? "");
  const text = String(actual ?? "");
  if (wanted.kind !== "quantity") return inWords(read, targetText, text, name);
  const plain = {
    target: plainText(targetText).text,
    actual: plainText(text).text,
    name: plainText(name).text,
  };
  const none = done.kind === "quantity" ? null : asNone(targetText, wanted.figures);
  if (none !== null && isAbsenceMet(none, text, plain.name)) return inWords(read, none, text, name);
  if (done.kind !== "quantity" && isAllDone(targetText, wanted.figures, text, plain.name))
    return inWords(read, targetText, text, name);
  const asked = readRoles(wanted.statements, plain.actual + plain.name);
  const given = readRoles(done.statements, plain.target + plain.name);
  const parts = targetParts(rolesOf(asked.roles, wanted.figures), asked.roles, plain.actual);
  const years = yearsOf(asked, given, plain.name, year);
  const pairs = pair(parts, given, done, plain, years);
  if ("problem" in pairs) return missing("quantity", pairs.problem);
  const rated: CompletionPart[] = [];
  const remarks: string[] = [];
  let capped = 0;
  const doubts = [...wanted.doubts, ...parts.doubts, ...pairs.doubts];
  doubts.push(...yearDoubts(plain.actual, parts.parts, year, doubts));
  doubts.push(...textDoubts(targetText, text));
  for (const { part, role } of pairs.pairs) {
    const named = { ...part, role: withAdded(withNamedChange(part.role, role, plain.name), role) };
    const rates = rateOf(named, role, `${plain.name} ${plain.target}`);
    if ("problem" in rates) return missing("quantity", rates.problem);
    rated.push(rates.part);
    capped += Math.min(rates.rate, 1);
    remarks.push(...rates.remarks);
    doubts.push(...rates.doubts);
  }
  const [first, ...more] = rated;
  if (first === undefined) return missing("quantity", "没有可以计算的数值");
  const met = rated.every((part) => part.met);
  doubts.push(...besideChosen(asked, given, pairs.pairs, parts.standards));
  doubts.push(...secondConditions(wanted.statements, plain.actual, plain.name));
  doubts.push(...unreadWords(asked, given, pairs.pairs, met, plain, years.own));
  const used = new Set(pairs.pairs.flatMap(({ part, role }) => [part.role.figure, role.figure]));
  doubts.push(...remarkDoubts(wanted.statements, done.statements, used));
  const questions = [...new Set(doubts)];
  return {
    ...read,
    remarks,
    outcome: "rate",
    rate: more.length > 0 ? tidy(capped / rated.length) : first.rate,
    kind: more.length > 0 ? "parts" : first.kind,
    met,
    parts: [first, ...more],
    certainty: questions.length === 0 ? "sure" : "unsure",
    question: questions.length === 0 ? null : `请确认：${questions.join("；")}？`,
  };
}

type Sides = Pick<CompletionRate, "target" | "actual" | "remarks">;

/** A date that was kept, "none" that there was none, "全部完成" of 100%; all else a person judges. */
function inWords(read: Sides, target: string, actual: string, name: string): CompletionRate {
  const absent = isAbsenceMet(target, actual, plainText(name).text);
  const inTime = read.target.kind === "date" && isInTime(target, actual);
  const all = read.target.kind === "quantity" && !absent;
  if (absent || inTime || all) {
    const [wanted, done] = [target, actual].map(figureOfWords);
    if (wanted === undefined || done === undefined) throw new Error("two sides");
    const compared = { target: wanted.value, actual: done.value };
    const reached = { kind: "atMost", rate: 1, met: true } as const;
    const part: CompletionPart = { target: wanted, actual: done, ...reached, compared };
    const none = absent ? "目标为“无”，实际写明没有，按达标计算" : null;
    const date = "实际完成的日期在目标日期以内，按达标计算";
    const remark = none ?? (all ? "目标为100%，实际写明全部完成，按达标计算" : date);
    const sure = { outcome: "rate", certainty: "sure", question: null } as const;
    return { ...read, ...reached, ...sure, remarks: [remark], parts: [part] };
  }
  const remarks = read.target.mentions.map((figure) => `目标值文字中的“${figure.text}”未作为量化目标`);
  return { ...read, outcome: "qualitative", remarks };
}

const rolesOf = (roles: readonly FigureRole[], figures: readonly Figure[]): readonly FigureRole[] =>
  roles.filter(({ figure }) => figures.includes(figure));

function pair(
  { parts, standards }: TargetParts,
  given: SideRoles,
  done: QuantityReading,
  plain: { readonly target: string; readonly name: string },
  years: Years,
): PairedParts {
  const [first, ...more] = parts;
  const roles = first !== undefined && isStep(first.role) ? withYearsBefore(given.roles) : given.roles;
  const written = done.kind === "quantity" ? rolesOf(roles, done.figures) : [];
  const yearly = new Map(roles.map((role) => [role, parts.length === 1 ? ofYear(parts[0], role) : role]));
  const counted = written.map((role) => yearly.get(role) ?? role);
  // "每人500元" that both sides write alike is a standard that was kept.
  const kept = standards.map((standard) => ({
    standard,
    own: counted.find((role) => role.per.join("") === standard.per.join("")),
  }));
  const broken = kept.filter(
    ({ standard, own }) => own !== undefined && own.figure.value !== standard.figure.value,
  );
  const open = kept.filter(({ own }) => own === undefined && counted.length > parts.length);
  const doubts = [...broken, ...open].map(
    ({ standard }) => `“${standard.statement.text}”的标准没有照目标执行，应怎样计算`,
  );
  const left = counted.filter((role) => !kept.some(({ own }) => own === role));
  if (first === undefined) return { problem: "没有可以计算的数值" };
  if (more.length > 0) {
    if (done.kind !== "quantity") return { problem: noFigure(first.figure, done) };
    const besides = roles.filter((role) => !written.includes(role));
    const paired = pairParts(parts, left, years, besides);
    return "problem" in paired ? paired : { ...paired, doubts: [...doubts, ...paired.doubts] };
  }
  const words = plain.name + plain.target;
  const rest = Array.from(yearly.values()).filter((role) => !kept.some(({ own }) => own === role));
  const chosen = chooseActual(first, rest, left, words, years);
  if (chosen === null) return { problem: noFigure(first.figure, done) };
  doubts.push(...chosen.doubts);
  const { role } = chosen;
  if (!counted.includes(role)) doubts.push(`实际完成值是否为“${role.figure.text}”`);
  return { pairs: [{ part: first, role }], doubts };
}

function rateOf(
  part: TargetPart,
  role: FigureRole,
  words: string,
):
  | { readonly problem: string }
  | {
      readonly part: CompletionPart;
      /** Not rounded. */
      readonly rate: number;
      readonly remarks: readonly string[];
      readonly doubts: readonly string[];
    } {
  const samePeriod = part.role.per.join("") === role.per.join("");
  const lowered = withLoweredTarget(samePeriod ? part.role.figure : part.figure, part.role);
  const change = asChange(part.role, role, words);
  const result = figureRate(lowered.target, change.actual, words);
  if ("problem" in result) return result;
  const doubts = [
    ...lowered.doubts,
    change.doubt,
    periodDoubt(part, role, words),
    directionDoubt(lowered.target, change.actual, words),
    result.met ? null : levelDoubt(part.role, role),
    // -12% of a 降幅: a fall of 12%, or a rise?
    !result.met && role.figure.value < 0 && /[降减]/u.test(words) ? `“${role.figure.text}”是升是降` : null,
    ...result.doubts,
  ];
  return {
    rate: result.rate,
    part: {
      target: lowered.target,
      actual: change.actual,
      kind: result.kind,
      rate: tidy(result.rate),
      met: result.met,
      compared: result.compared,
    },
    remarks: [
      ...[...(samePeriod ? [] : yearlyRemarks(part, role)), change.remark].filter(
        (remark) => remark !== null,
      ),
      ...result.remarks,
    ],
    doubts: doubts.filter((doubt) => doubt !== null),
  };
}
