import { readFileSync } from "node:fs";
import { groupOf } from "../../src/findings/causes";
import { checks } from "../../src/findings/checks";
import type { Check, Finding } from "../../src/findings/finding";
import { examplesOf } from "../../tests/findings/checkExamples";
import { findingsOf } from "../../tests/findings/exampleContext";
import { viewExample, type ExampleView } from "./exampleView";

/** The three paragraphs that a person has written for a check. */
export interface CheckWords {
  /** 查什么. */
  readonly looks: string;
  /** 为什么：财政部门的通行做法. */
  readonly cares: string;
  /** 怎样答复. */
  readonly answer: string;
}

/** All that the page of one check says. */
export interface CheckDocument {
  readonly id: string;
  readonly title: string;
  readonly severity: Finding["severity"];
  /** The heading under which the list shows it. */
  readonly group: string;
  readonly words: CheckWords;
  readonly told: readonly ExampleView[];
  readonly silent: readonly ExampleView[];
}

/** By the id of the check. @throws SyntaxError */
export function checkWords(): Readonly<Record<string, CheckWords>> {
  return JSON.parse(readFileSync("scripts/docs/checkWords.json", "utf8")) as Record<string, CheckWords>;
}

/** The pages of all checks, in the order of the printed list. One without words is left out: a test says so. */
export function checkDocuments(): readonly CheckDocument[] {
  const written = checkWords();
  return checks.flatMap((check) => {
    const words = written[check.id];
    return words === undefined ? [] : documentOf(check, words);
  });
}

function documentOf(check: Check, words: CheckWords): CheckDocument {
  const examples = examplesOf(check.id).map((example) =>
    viewExample(
      example,
      findingsOf(check, example.book).map(({ what }) => what),
    ),
  );
  return {
    id: check.id,
    title: check.title,
    severity: check.severity,
    group: groupOf({ check: check.id }).title,
    words,
    told: examples.filter(({ finds }) => finds > 0),
    silent: examples.filter(({ finds }) => finds === 0),
  };
}
