import { tidy } from "../quantity/tidy";
import { percentWords } from "./words";
import type { Fact, FactSet, FactSpec } from "./fact";
import type { Step } from "./rule";

/** What became of one fact. */
export type Reading<T> =
  | { readonly state: "given"; readonly value: T; readonly fact: Fact; readonly step: Step }
  | { readonly state: "notApplicable"; readonly because: string; readonly step: Step }
  | { readonly state: "blank" }
  | { readonly state: "unusable"; readonly problem: string };

/** The facts of a row by key; asking for one that the row does not have is our own mistake. */
export function specOf(specs: readonly FactSpec[], key: string): FactSpec {
  const spec = specs.find((one) => one.key === key);
  if (spec === undefined) throw new Error(`no fact ${key} in this row`);
  return spec;
}

/** The largest number that is taken as a fraction: 99.83 is 99.83% mistyped, never 9983 %. */
export const largestRate = 10;

/** A count, amount, rate or points. Rates are fractions: above 10 is 99.83 where 99.83% is meant. */
export function readNumber(facts: FactSet, spec: FactSpec, signed = false): Reading<number> {
  return read(facts, spec, (value) => {
    if (typeof value !== "number" || !Number.isFinite(value)) return `应填${wanted(spec)}`;
    if (value < 0 && !signed) return "不能小于0";
    if (spec.kind === "rate" && Math.abs(value) > largestRate)
      return `是${value}，请按百分比填写（如99.83%）`;
    if (spec.kind === "count" && !Number.isInteger(tidy(value))) return "应填整数";
    return { value, words: spec.kind === "rate" ? percentWords(value) : value };
  });
}

/** 是 or 否. */
export function readAnswer(facts: FactSet, spec: FactSpec): Reading<boolean> {
  return read(facts, spec, (value) =>
    value === "是" || value === "否" ? { value: value === "是", words: value } : "应填“是”或“否”",
  );
}

/** 是 is 1, 否 is 0, or where the fact allows it a completeness above 0 up to 1. */
export function readShare(facts: FactSet, spec: FactSpec): Reading<number> {
  return read(facts, spec, (value) => {
    if (value === "是" || value === "否") return { value: value === "是" ? 1 : 0, words: value };
    if (typeof value !== "number" || value <= 0 || tidy(value) > 1)
      return "应填“是”“否”或大于0、不超过100%的完整度";
    return spec.kind === "answer"
      ? "应填“是”或“否”"
      : { value: Math.min(1, value), words: percentWords(value) };
  });
}

/** An Excel day number. */
export function readDay(facts: FactSet, spec: FactSpec): Reading<number> {
  return read(facts, spec, (value) => {
    if (value === "未公开") return "应填日期";
    return typeof value === "number" && value >= 1 && value < 2958466
      ? { value: Math.floor(value), words: value }
      : "应填日期；没有公开的填“未公开”";
  });
}

/** Reads one fact by its own check: 不涉及 first, which needs a reason and must be allowed. */
export function read<T>(
  facts: FactSet,
  spec: FactSpec,
  check: (value: Fact["value"]) => { readonly value: T; readonly words: string | number } | string,
): Reading<T> {
  const fact = facts[spec.key];
  if (fact === undefined || fact.value === "") return { state: "blank" };
  if (fact.value === "不涉及") {
    if (spec.notApplicable !== true) return { state: "unusable", problem: `“${spec.label}”不能填“不涉及”。` };
    if (fact.reason.trim() === "") {
      return { state: "unusable", problem: `“${spec.label}”填了“不涉及”，请在口径说明里写明理由。` };
    }
    return { state: "notApplicable", because: fact.reason.trim(), step: stepOf(spec, fact, "不涉及") };
  }
  const checked = check(fact.value);
  if (typeof checked === "string") return { state: "unusable", problem: `“${spec.label}”${checked}。` };
  return { state: "given", value: checked.value, fact, step: stepOf(spec, fact, checked.words) };
}

/** A fact as one step of an explanation, in these words. */
export function stepOf({ label, unit }: FactSpec, { at }: Fact, value: string | number): Step {
  const known = { label, value, unit: typeof value === "number" ? unit : "" };
  return at === null ? { ...known, inputs: [] } : { ...known, at, inputs: [] };
}

function wanted(spec: FactSpec): string {
  if (spec.kind === "rate") return "百分比";
  return spec.unit === "" ? "数字" : `数字（${spec.unit}）`;
}
