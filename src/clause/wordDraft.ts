import { labelWords } from "./built";
import type { ClauseContext, ClauseReading } from "./clauseReading";
import type { Written } from "./drafts/draftForm";
import { formOf } from "./drafts/draftForms";
import type { DraftProblem, RuleDraft } from "./drafts/ruleDraft";
import { takeDraft } from "./drafts/takeDraft";
import { oneLine, thatWhich } from "./drafts/typedReader";
import { readClause } from "./readClause";

/**
 * What a person filled in, as a 评分标准 in the bureau's wording; else what is wrong. The words are read before they are
 * given: they say what was filled in, and nothing else.
 */
export function wordDraft(draft: RuleDraft, context: ClauseContext): Written {
  const back = readBack(draft, context);
  return "problems" in back ? back : { words: back.words };
}

type ReadBack =
  | { readonly words: string; readonly reading: ClauseReading }
  | { readonly problems: readonly DraftProblem[] };

/** The words of a draft with what they are read as. */
export function readBack(draft: RuleDraft, context: ClauseContext): ReadBack {
  const written = sentences(draft, context.weight);
  if ("problems" in written) return written;
  const { words } = written;
  const reading = readClause(words, context);
  const taken = takeDraft(words, reading, context.weight);
  const said = saying(draft, context.weight);
  if (taken !== null && said !== null && saying(named(taken, draft), context.weight) === said)
    return { words, reading };
  return { problems: [misread(draft, taken, reading)] };
}

/** The whole clause: what is measured, the rule, the veto. */
function sentences(draft: RuleDraft, weight: number | null): Written {
  const rule = formOf(draft.kind).write(draft, weight);
  if ("problems" in rule) return rule;
  const definition = "definition" in draft.fields ? oneLine(draft.fields.definition) : "";
  const veto = oneLine(draft.fields.veto);
  return {
    words: [
      definition === "" ? "" : `${definition}。`,
      rule.words,
      veto === "" ? "" : `${thatWhich(veto)}，本项得0分。`,
    ].join(""),
  };
}

/** A measure that is defined goes by the name of its definition (执行率: 预算执行率); here by that which was typed. */
function named(taken: RuleDraft, { fields }: RuleDraft): RuleDraft {
  if (!("measure" in fields && "measure" in taken.fields)) return taken;
  const [typed, read] = [labelWords(oneLine(fields.measure)), taken.fields.measure];
  const isSame = typed !== "" && (typed.includes(read) || read.includes(typed));
  return isSame ? ({ ...taken, fields: { ...taken.fields, measure: fields.measure } } as RuleDraft) : taken;
}

/** What a draft says, its names as a question shows them. */
function saying(draft: RuleDraft, weight: number | null): string | null {
  const labelled = (typed: Readonly<Record<string, string>>): object =>
    Object.fromEntries(
      Object.entries(typed).map(([key, text]) => [key, names.has(key) ? labelWords(oneLine(text)) : text]),
    );
  const { fields, rows } = draft;
  const written = sentences(
    { ...draft, fields: labelled(fields), rows: rows.map(labelled) } as RuleDraft,
    weight,
  );
  return "words" in written ? written.words : null;
}

const names = new Set(["thing", "condition", "name", "veto"]);

function misread(draft: RuleDraft, taken: RuleDraft | null, reading: ClauseReading): DraftProblem {
  const definition = "definition" in draft.fields ? oneLine(draft.fields.definition) : "";
  const isLost = taken !== null && "definition" in taken.fields && taken.fields.definition === "";
  if (definition !== "" && (isLost || reading.unread.some((words) => words.includes(definition))))
    return {
      at: "definition",
      problem: "没有读成计算公式，请写成“预算执行率=支出数/预算数×100%”的样子，或者空着。",
    };
  const [first] = reading.unread;
  const quoted = first === undefined ? "" : `（“${first.slice(0, 40)}”）`;
  return {
    at: null,
    problem: `填的名称或说法写进评分标准后读不准${quoted}。请换成简短的说法，不带分数、标点和“得”“扣”一类的字；还是不行的，请直接改写文字。`,
  };
}
