import type { Ambiguity } from "../criteria/choices";
import type { Criterion } from "../criteria/criterion";
import type { FactKind, FactSpec } from "../criteria/fact";
import type { ClauseQuestion } from "./clauseReading";
import { questionKey } from "../words/questionKey";
import { bareWords } from "./bareWords";
import { withoutEnds } from "./trim";

/** A criterion with what it asks: what every reader of a piece gives. */
export interface Built {
  readonly criterion: Criterion;
  readonly asked: Asked;
}

/** Questions with their facts, in the order of the text. */
export interface Asked {
  readonly asks: readonly FactSpec[];
  readonly questions: readonly ClauseQuestion[];
  readonly settings: Readonly<Record<string, Ambiguity>>;
}

/** The same question twice is asked once. */
export function merged(...all: readonly Asked[]): Asked {
  const asks = new Map<string, FactSpec>();
  const questions = new Map<string, ClauseQuestion>();
  for (const one of all) {
    for (const spec of one.asks) if (!asks.has(spec.key)) asks.set(spec.key, spec);
    for (const question of one.questions) {
      const known = questions.get(question.key);
      const instead = Array.from(new Set([...(known?.instead ?? []), ...question.instead]));
      questions.set(question.key, { key: question.key, instead });
    }
  }
  // What stands in for a figure somewhere is no question of its own.
  const nested = new Set([...questions.values()].flatMap(({ instead }) => instead));
  return {
    asks: [...asks.values()],
    questions: [...questions.values()].filter(({ key }) => !nested.has(key)),
    settings: Object.assign({}, ...all.map(({ settings }) => settings)) as Asked["settings"],
  };
}

/** One question, asked by the clause's own words. */
export function asking(
  kind: FactKind,
  label: string,
  unit: string,
  options: Partial<Pick<FactSpec, "choices" | "standIn" | "range" | "signed" | "agrees">> & {
    readonly question?: string;
  } = {},
): { readonly key: string; readonly asked: Asked } {
  const { question, ...rest } = options;
  const key = questionKey(label);
  const spec: FactSpec = {
    key,
    label,
    kind,
    unit,
    source: "",
    question: question ?? questionOf(kind, label, unit),
    ...rest,
  };
  const asked: Asked = {
    asks: [spec],
    questions: rest.standIn === true ? [] : [{ key, instead: [] }],
    settings: {},
  };
  return { key, asked };
}

function questionOf(kind: FactKind, label: string, unit: string): string {
  switch (kind) {
    case "answer":
      return /^(?:是否|有无)/u.test(label) ? `${label}？` : `是否“${label}”？`;
    case "count":
      return `“${label}”有几${unit === "" ? "个" : unit}？`;
    case "amount":
      return `${label}是多少${unit}？`;
    case "tier":
      return `${label}属于哪一种？`;
    case "points":
      return `请评定得分，并写明理由。`;
    case "rate":
    case "weight":
    case "months":
    case "answerOrShare":
    case "date":
    case "figure":
    case "text":
      return `${label}是多少？`;
  }
}

/** What may be given in place of a figure. */
export function insteadOf(asked: Asked, key: string, instead: Asked): Asked {
  const keys = instead.asks.map((spec) => spec.key);
  const questions = asked.questions.map((one) =>
    one.key === key ? { key, instead: [...one.instead, ...keys] } : one,
  );
  const asks = [
    ...asked.asks,
    ...instead.asks.filter((spec) => !asked.asks.some((one) => one.key === spec.key)),
  ];
  return { ...asked, asks, questions };
}

const signs = [",", "，", ";", ":", "。", "、"];

/** As a label shows it: no 的 at its end, no list mark. */
export function labelWords(text: string): string {
  return bareWords(withoutEnds(text.replaceAll("\n", ""), signs, signs));
}
