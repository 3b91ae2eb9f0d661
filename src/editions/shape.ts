import type { FactSpec } from "../criteria/fact";
import { patternDanger } from "../words/patternDanger";
import { compilePattern } from "../words/patternLanguage";
import type { Ambiguity } from "../criteria/choices";

/*
 * What data that a person wrote has to look like, as data itself. Not a library: each would have to be taught Chinese,
 * and the fields that name a fact or an ambiguity of their own file.
 */

/** Where something is not as it has to be ("criterion.bands[0].clause"), and how it should be, in Chinese. */
export interface Fault {
  readonly at: string;
  readonly says: string;
}

/** What stands around a value, by which the names in it are looked up. */
export interface Around {
  /** What the row asks. */
  readonly asks: ReadonlyMap<unknown, Partial<FactSpec>>;
  readonly ambiguities: Readonly<Partial<Record<string, Partial<Ambiguity>>>>;
  /** Which of both have been read so far: the others are of no use. */
  readonly read: Set<unknown>;
}

export type Test = (value: unknown, at: string, around: Around) => readonly Fault[];

/** A test; a list of at least one; or a shape for each field, where "name?" may be left out. */
type Shape = Test | readonly [Shape] | { readonly [name: string]: Shape };

/** A shape of T: no field, and no field that may be left out, is forgotten. */
type ShapeOf<T> =
  | Test
  | (T extends readonly (infer Item)[] ? readonly [ShapeOf<Item>] : T extends object ? Fields<T> : never);

export type Fields<T> = {
  readonly [Name in keyof T as object extends Pick<T, Name> ? `${Name & string}?` : Name]-?: ShapeOf<
    Exclude<T[Name], undefined>
  >;
};

type Plain = Readonly<Record<string, unknown>>;

export function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Everything that is not as the shape has it. */
export function faultsOf(shape: Shape, value: unknown, at: string, around: Around): readonly Fault[] {
  if (typeof shape === "function") return shape(value, at, around);
  if (isList(shape)) {
    if (!Array.isArray(value)) return [wrong(at, "用[ ]括起的一列", value)];
    if (value.length === 0) return [{ at, says: "至少要有一项" }];
    return value.flatMap((one, index) => faultsOf(shape[0], one, `${at}[${index}]`, around));
  }
  if (!isPlain(value)) return [wrong(at, "用{ }括起的一组", value)];
  // A criterion of criteria of criteria…: no clause needs as many, and no stack holds them all.
  if (at.length > 2000) return [{ at: at.slice(0, 60), says: "套得太深" }];
  const inside = (name: string): string => (at === "" ? name : `${at}.${name}`);
  const fields = Object.entries(shape).map(([name, of]) => ({
    name: name.replace("?", ""),
    of,
    field: name,
  }));
  const strange = Object.keys(value).filter((name) => !fields.some((one) => one.name === name));
  return [
    ...strange.map((name) => ({ at: inside(name), says: "没有这一项，请核对拼写" })),
    ...fields.flatMap(({ name, of, field }) => {
      if (Object.hasOwn(value, name)) return faultsOf(of, value[name], inside(name), around);
      return field.endsWith("?") ? [] : [{ at: inside(name), says: "缺这一项" }];
    }),
  ];
}

function isList(shape: Exclude<Shape, Test>): shape is readonly [Shape] {
  return Array.isArray(shape);
}

/** One value that a test accepts. */
export function leaf(should: string, accepts: (value: unknown) => boolean): Test {
  return (value, at) => (accepts(value) ? [] : [wrong(at, should, value)]);
}

const numbers = (should: string, accepts: (value: number) => boolean): Test =>
  leaf(should, (value) => typeof value === "number" && accepts(value));
export const number = numbers("一个数", () => true);
export const aboveZero = numbers("大于0的数", (value) => value > 0);
export const notBelowZero = numbers("0或大于0的数", (value) => value >= 0);
export const share = numbers("0到1的数", (value) => value >= 0 && value <= 1);
export const bound = leaf(
  "一个数，或者null（没有界限）",
  (value) => value === null || typeof value === "number",
);
export const yesOrNo = leaf("true或false", (value) => typeof value === "boolean");
export const flag = leaf("true，或者不写", (value) => value === true);
export const text = leaf("文字，4000字以内", (value) => typeof value === "string" && value.length <= 4000);
export const named = leaf("1到60个字", (value) => typeof value === "string" && /^\S.{0,59}$/u.test(value));
/** Kept in files: ASCII, and nothing that every object of JavaScript has anyway. */
export const id = leaf(
  "英文字母开头的字母、数字、连字符，40个以内",
  (value) => typeof value === "string" && /^[A-Za-z][\w-]{0,39}$/u.test(value) && !(value in {}),
);

export function texts<Name extends string>(...names: readonly Name[]): { readonly [One in Name]: Test } {
  return Object.fromEntries(names.map((name) => [name, text])) as { readonly [One in Name]: Test };
}

export function word(...words: readonly string[]): Test {
  const should = words.map((one) => `“${one}”`).join("或");
  return leaf(should, (value) => typeof value === "string" && words.includes(value));
}

/** A list that may be empty. */
export function anyOf<Item>(of: ShapeOf<Item>): Test {
  return (value, at, around) =>
    Array.isArray(value) && value.length === 0 ? [] : faultsOf([of], value, at, around);
}

/** Of any names. */
export function table<Item>(of: ShapeOf<Item>): Test {
  return (value, at, around) => {
    if (!isPlain(value)) return [wrong(at, "用{ }括起的一组", value)];
    return Object.entries(value).flatMap(([name, one]) => [
      ...id(name, `${at}.${name}`, around),
      ...faultsOf(of as Shape, one, `${at}.${name}`, around),
    ]);
  };
}

/** The member of the union U that has this tag. */
type Of<U, Tag extends string, Kind> = U extends { readonly [Name in Tag]: infer Tags }
  ? Kind extends Tags
    ? U
    : never
  : never;

/** One of a union that its members' own field tells apart, none of them forgotten. */
export function tagged<U extends { readonly [Name in Tag]: string }, Tag extends string>(
  tag: Tag,
  kinds: { readonly [Kind in U[Tag]]: Fields<Omit<Of<U, Tag, Kind>, Tag>> },
): Test {
  const shapes = new Map(Object.entries<object>(kinds));
  const which = word(...shapes.keys());
  return (value, at, around) => {
    if (!isPlain(value)) return [wrong(at, "用{ }括起的一组", value)];
    const kind = value[tag];
    const fields = typeof kind === "string" ? shapes.get(kind) : undefined;
    if (fields === undefined) return which(kind, `${at}.${tag}`, around);
    return faultsOf({ ...fields, [tag]: text }, value, at, around);
  };
}

/** The one shape for a value that has this field (of an empty name: any field), the other for what has not. */
export function either<One, Other>(field: string, one: ShapeOf<One>, other: ShapeOf<Other>): Test {
  return (value, at, around) => {
    const isOne = isPlain(value) && (field === "" || Object.hasOwn(value, field));
    return faultsOf(isOne ? one : other, value, at, around);
  };
}

/** What no field tells by itself is looked at once every field is as it has to be. */
export function sound<T>(
  of: ShapeOf<T>,
  atOdds: (value: T, at: string, around: Around) => readonly Fault[],
): Test {
  return (value, at, around) => {
    const faults = faultsOf(of, value, at, around);
    return faults.length > 0 ? faults : atOdds(value as T, at, around);
  };
}

/** The value itself, or one for each option of an ambiguity of the edition. */
export function chosen(of: Test): Test {
  const choice: Test = (value, at, around) => {
    const faults = faultsOf({ setting: id, options: table(of) }, value, at, around);
    if (faults.length > 0) return faults;
    const { setting, options } = value as { readonly setting: string; readonly options: Plain };
    const known = around.ambiguities[setting]?.options;
    around.read.add(around.ambiguities[setting]);
    if (!isPlain(known)) return [{ at: `${at}.setting`, says: `ambiguities里没有“${setting}”` }];
    const names = Object.keys(known);
    const same =
      Object.keys(options).length === names.length && names.every((name) => Object.hasOwn(options, name));
    return same ? [] : [{ at: `${at}.options`, says: `应与“${setting}”的各种读法相同：${names.join("、")}` }];
  };
  return either("setting", choice, of);
}

/** The key of something that the row asks, of one of these kinds. */
export function fact(...kinds: readonly FactSpec["kind"][]): Test {
  return (value, at, { asks, read }) => {
    const asked = asks.get(value);
    if (asked === undefined) return [{ at, says: `asks里没有数据项“${shown(value)}”` }];
    read.add(asked);
    if (kinds.length === 0 || kinds.some((kind) => kind === asked.kind)) return [];
    return [{ at, says: `数据项“${shown(value)}”的kind应当是${kinds.join("或")}，现为${shown(asked.kind)}` }];
  };
}

/** The same where nothing says what 不涉及 would come to. */
export function involved(...kinds: readonly FactSpec["kind"][]): Test {
  return sound<string>(fact(...kinds), (key, at, { asks }) => {
    const says = `数据项“${key}”可以填“不涉及”，用在这里没有规则可依，请去掉notApplicable或换一个数据项`;
    return asks.get(key)?.notApplicable === true ? [{ at, says }] : [];
  });
}

/** Words to be looked for: a regular expression, in the small language of words/patternLanguage where that is used. */
export function pattern(language: "words" | "plain"): Test {
  return (value, at) => {
    if (typeof value !== "string" || value === "" || value.length > 300)
      return [wrong(at, "样式，300个字符以内", value)];
    const danger = patternDanger(value);
    if (danger !== null) return [{ at, says: danger }];
    try {
      if (language === "plain") new RegExp(value, "u");
      else compilePattern(value);
      return [];
    } catch {
      return [
        { at, says: `不是正则表达式（括号没有配对、量词前面没有字，或者有不认得的写法）：${shown(value)}` },
      ];
    }
  };
}

function wrong(at: string, should: string, value: unknown): Fault {
  return { at, says: value === undefined ? "缺这一项" : `应当是${should}，现为${shown(value)}` };
}

function shown(value: unknown): string {
  const words = typeof value === "string" ? value : JSON.stringify(value) || String(value);
  return words.length > 40 ? `${words.slice(0, 40)}…` : words;
}
