import { oncePerObject } from "./oncePerObject";

/** One ambiguity as a named choice; the first option is the default (no name may look like a number). */
export interface Ambiguity {
  readonly title: string;
  /** The row whose own text leaves it open, by its name; absent where it is the whole edition's. */
  readonly row?: string;
  /** Which clause is ambiguous, and why. */
  readonly clause: string;
  readonly options: Readonly<Record<string, string>>;
}

/** A parameter that an ambiguous clause leaves open: the settings say which of the options counts. */
export interface Choice<T> {
  /** Name of an ambiguity of the edition: its options have the same names. */
  readonly setting: string;
  readonly options: Readonly<Record<string, T>>;
}

export type Chosen<T> = T | Choice<T>;

/** Options by the name of their ambiguity. */
export type ChosenOptions = Readonly<Record<string, string>>;

function isChoice(value: unknown): value is Choice<unknown> {
  return typeof value === "object" && value !== null && "setting" in value && "options" in value;
}

/** The parameter that the settings pick; an option that nobody knows is the first one. */
export function chosen<T>(parameter: Chosen<T>, options: ChosenOptions): T {
  if (!isChoice(parameter)) return parameter;
  const { setting, options: values } = parameter;
  const picked = options[setting];
  const known = picked !== undefined && Object.hasOwn(values, picked) ? picked : Object.keys(values)[0];
  if (known === undefined) throw new Error(`no options for ${setting}`);
  return values[known] as T;
}

/** The same data with every choice made. */
export type Settled<T> =
  T extends Choice<infer Option>
    ? Settled<Option>
    : T extends readonly (infer Item)[]
      ? readonly Settled<Item>[]
      : T extends object
        ? { readonly [Name in keyof T]: Settled<T[Name]> }
        : T;

/** Data in which every parameter is settled: a criterion, or how the rows of an annex are scored. */
export function settled<T extends object>(data: T, options: ChosenOptions): Settled<T> {
  const choices = choicesOf(data);
  const picked = Array.from(choices.keys(), (name) => options[name] ?? "").join("\n");
  const known = settledBefore(data);
  if (!known.has(picked)) known.set(picked, settle(data, options));
  return known.get(picked) as Settled<T>;
}

/** One annex asks for the same scoring row after row. */
const settledBefore = oncePerObject(() => new Map<string, unknown>());

function settle(value: unknown, options: ChosenOptions): unknown {
  if (Array.isArray(value)) return value.map((one) => settle(one, options));
  if (typeof value !== "object" || value === null) return value;
  if (isChoice(value)) return settle(chosen(value, options), options);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, settle(part, options)]));
}

/** The ambiguities that data depends on, with the names of their options. */
export const choicesOf = oncePerObject((data): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>();
  collect(data, found);
  return found;
});

function collect(value: unknown, found: Map<string, readonly string[]>): void {
  if (typeof value !== "object" || value === null) return;
  if (isChoice(value)) found.set(value.setting, Object.keys(value.options));
  for (const part of Object.values(value)) collect(part, found);
}
