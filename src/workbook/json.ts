/** Somebody's JSON object before it is known what it holds. */
export type PlainObject = Readonly<Partial<Record<string, unknown>>>;

/** null for what is no JSON: whatever is damaged is left out, never an error. */
export function parsedJson(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? "null");
  } catch {
    return null;
  }
}

export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value if it is an object, else an empty one. */
export function plainObject(value: unknown): PlainObject {
  return isPlainObject(value) ? value : {};
}

export function plainList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
