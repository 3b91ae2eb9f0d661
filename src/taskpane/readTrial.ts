import type { FactSpec, FactValue } from "../criteria/fact";
import { readDraft, type FactDraft } from "./factDraft";

/** What was typed to try a rule: the values that can be used, and by key what is wrong with the others. */
export function readTrial(
  specs: readonly FactSpec[],
  drafts: Readonly<Record<string, FactDraft>>,
  weight: number | null,
): {
  readonly values: ReadonlyMap<string, FactValue>;
  readonly problems: Readonly<Record<string, string>>;
} {
  const values = new Map<string, FactValue>();
  const problems: Record<string, string> = {};
  for (const spec of specs) {
    const draft = drafts[spec.key];
    if (draft === undefined || isBlank(draft)) continue;
    // A trial is no record: nobody has to say why.
    const read = readDraft(spec, { ...draft, reason: "试算" }, weight);
    if ("problem" in read) problems[spec.key] = read.problem;
    else values.set(spec.key, read.value);
  }
  return { values, problems };
}

function isBlank({ text, months, notApplicable }: FactDraft): boolean {
  return text.trim() === "" && months.every((month) => month.trim() === "") && !notApplicable;
}
