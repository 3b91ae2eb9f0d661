import { isPlainObject, type PlainObject } from "./json";

const isText = (value: unknown): boolean => typeof value === "string";

/** How we write what we keep of a form; members that we do not know are not ours to judge. */
const shapes: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ["sheet", isText],
  ["restore", (value: unknown) => isPlainObject(value) && Array.isArray(value["cells"])],
  ["settings", isPlainObject],
  ["extracted", isPlainObject],
  ["reviewed", (value: unknown) => isPlainObject(value) && Array.isArray(value["reviewed"])],
  ["rules", isPlainObject],
  ["basis", isPlainObject],
  ["paper", isText],
  ["beside", Array.isArray],
  ["edition", (value: unknown) => isText(value) || isPlainObject(value)],
]);

/** Whether a member of a form's entry is as we write it, or absent: what is not can only be read as nothing. */
export function isSound(key: string, value: unknown): boolean {
  return value === undefined || value === null || shapes.get(key)?.(value) !== false;
}

/** The entries of the forms without what is damaged, so that what is written next is sound again. */
export function soundForms(forms: unknown): Map<string, PlainObject> {
  const entries = Object.entries(isPlainObject(forms) ? forms : {});
  return new Map(
    entries.flatMap(([id, entry]) => {
      if (!isPlainObject(entry)) return [];
      const members = Object.entries(entry).filter(([key, value]) => isSound(key, value));
      return [[id, Object.fromEntries(members)] as const];
    }),
  );
}

/** Whether soundForms reads everything of the envelope, and the texts kept as damaged are a list. */
export function isSoundEnvelope({ forms, damaged }: PlainObject): boolean {
  const isKept = damaged === undefined || Array.isArray(damaged);
  if (forms === undefined || !isKept) return isKept;
  return isPlainObject(forms) && Object.values(forms).every(isSoundEntry);
}

function isSoundEntry(entry: unknown): boolean {
  return isPlainObject(entry) && Object.entries(entry).every(([key, value]) => isSound(key, value));
}
