import type { ClauseReading } from "../clause/clauseReading";
import type { Ambiguity } from "../criteria/choices";
import type { Criterion } from "../criteria/criterion";
import type { FactSpec } from "../criteria/fact";
import type { Measure } from "../criteria/measure";
import type { ClauseKeys, EditionRow } from "../editions/edition";
import { isPlainObject, type PlainObject } from "../workbook/json";

export interface EditionFit {
  readonly criterion: Criterion;
  readonly specs: readonly FactSpec[];
  /** Of them, those that the edition does not have. */
  readonly own: readonly FactSpec[];
  /** What the text leaves open and the edition has no word for. */
  readonly settings: Readonly<Record<string, Ambiguity>>;
}

/**
 * A compiled criterion over the facts of a row of the edition: its numbers stay, what it measures and asks becomes what
 * the row measures and asks. null where something in it has no place in the row.
 */
export function withEditionFacts(
  { criterion, asks, settings: open }: Extract<ClauseReading, { state: "read" }>,
  row: EditionRow,
  keys: ClauseKeys,
  its: ClauseReading,
): EditionFit | null {
  const lost: string[] = [];
  const own: FactSpec[] = [];
  const nodes = objectsIn(row.criterion);
  const conditions = its.state === "read" ? objectsIn(its.criterion).map((node) => JSON.stringify(node)) : [];

  const editionKeys = (key: unknown): readonly string[] => {
    const known = typeof key === "string" ? keys[key] : undefined;
    if (typeof known === "string") return [known];
    return Array.isArray(known) ? (known as readonly string[]) : [];
  };
  /** The smallest part of the row's criterion that asks this. */
  const part = (key: unknown, isPart: (node: PlainObject) => boolean): PlainObject | null => {
    const [first] = editionKeys(key);
    const found =
      first === undefined ? undefined : nodes.filter((node) => isPart(node) && asksFor(node, first)).at(-1);
    if (found === undefined) lost.push(String(key));
    return found ?? null;
  };
  const measured = (measure: PlainObject): unknown => {
    const key = questionOf(measure);
    const known = typeof key === "string" ? keys[key] : undefined;
    const spec = asks.find((one) => one.key === key);
    if (typeof known === "object" && "part" in known && spec !== undefined) {
      if (!own.some((one) => one.key === key)) own.push({ ...spec, standIn: true });
      return {
        of: "ratio",
        name: spec.label,
        part: known.part,
        whole: known.whole,
        standIn: key,
        zeroWhole: "ask",
      };
    }
    const [fact] = editionKeys(key);
    const whole = nodes.filter((node) => isMeasure(node) && fact !== undefined && asksFor(node, fact)).at(-1);
    if (whole !== undefined) return whole;
    if (fact === undefined || measure["of"] !== "fact") lost.push(String(key));
    return { ...measure, key: fact };
  };
  const rewritten = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rewritten);
    if (!isPlainObject(value)) return value;
    if ("setting" in value)
      return { ...value, setting: editionKeys(value["setting"])[0] ?? value["setting"] };
    if (isMeasure(value)) return measured(value);
    switch (value["kind"] ?? value["of"]) {
      case "meet": {
        const { condition, clause } = value;
        // The bound of a measure is a number of the text.
        const [fact] = editionKeys(keyIn(condition));
        const isMeasured = nodes.some((node) => isMeasure(node) && fact !== undefined && asksFor(node, fact));
        if (isPlainObject(condition) && condition["of"] === "within" && isMeasured) break;
        // Another sign or bound than the edition prints: its own condition says something else.
        if (
          isPlainObject(condition) &&
          condition["of"] === "within" &&
          !conditions.includes(JSON.stringify(condition))
        )
          lost.push("condition");
        return { ...part(keyIn(condition), ({ kind }) => kind === "meet"), clause };
      }
      case "judgement":
        return {
          ...part(keyIn(value["questions"]), ({ kind }) => kind === "judgement"),
          clauses: value["clauses"],
        };
      case "deduct": {
        const items = (value["items"] as readonly PlainObject[]).flatMap((item) => {
          const found = editionKeys(item["key"]);
          if (found.length === 0) lost.push(String(item["key"]));
          const its = (key: string) => nodes.find((node) => node["key"] === key && "each" in node);
          return found.map((key) => ({ ...its(key), each: item["each"], clause: item["clause"] }));
        });
        const kept = part(keyIn(value["items"]), ({ kind }) => kind === "deduct")?.["kept"];
        return { ...value, ...("veto" in value ? { veto: rewritten(value["veto"]) } : {}), items, kept };
      }
      case "yes":
      case "none":
      case "atMost":
      case "days":
      case "says":
        return part(keyIn(value), (node) => isCondition(node));
      case "sum":
      case "levels":
        lost.push(String(value["kind"]));
        return value;
    }
    // A 是／否 in place of a figure is the edition's to ask, or not.
    const inner = Object.entries(value).filter(([name]) => name !== "standIn");
    return Object.fromEntries(
      inner.map(([name, one]) => {
        const [key] = name === "exempt" || name === "judged" ? editionKeys(one) : [rewritten(one)];
        if (key === undefined) lost.push(name);
        return [name, key];
      }),
    );
  };

  const made = rewritten(criterion) as Criterion;
  if (lost.length > 0) return null;
  const used = [...row.asks, ...own].filter(({ key }) => asksFor(made, key));
  const settings = Object.fromEntries(Object.entries(open).filter(([name]) => !Object.hasOwn(keys, name)));
  return { criterion: made, specs: used, own, settings };
}

/** Every measure that a question of this key gives. */
export function measuresIn(criterion: Criterion, key: string): readonly Measure[] {
  return objectsIn(criterion).filter(
    (node) => isMeasure(node) && questionOf(node) === key,
  ) as unknown as readonly Measure[];
}

/** What is asked for a measure: the fact itself, or that which stands in for its parts. */
function questionOf(measure: PlainObject): unknown {
  return measure["standIn"] ?? measure["key"];
}

function isMeasure(node: PlainObject): boolean {
  const { of } = node;
  return of === "fact" || of === "ratio" || of === "mean" || of === "items";
}

function isCondition(node: PlainObject): boolean {
  return typeof node["of"] === "string" && !isMeasure(node) && !("kind" in node);
}

/** The first question asked inside. */
function keyIn(value: unknown): unknown {
  const [first] = objectsIn(value).flatMap((node) => {
    const { key, counts, actual } = node;
    if (isMeasure(node)) return questionOf(node) ?? [];
    return key ?? (Array.isArray(counts) ? (counts[0] as unknown) : undefined) ?? actual ?? [];
  });
  return first;
}

/** All objects inside, the outer ones first. */
function objectsIn(value: unknown): readonly PlainObject[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (!isPlainObject(value)) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}

function asksFor(node: unknown, key: string): boolean {
  return JSON.stringify(node).includes(JSON.stringify(key));
}
