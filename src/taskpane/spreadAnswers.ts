import { tierNames } from "../criteria/kinds/levels";
import { readClipboardText } from "../workbook/clipboardText";
import type { GatheredFact } from "../facts/gatheredFact";
import type { FactDraft } from "./factDraft";

/** A field in sight, with what stands in it. */
interface OpenField {
  readonly fact: GatheredFact;
  readonly draft: FactDraft;
}

interface Spread {
  readonly drafts: Readonly<Record<string, FactDraft>>;
  /** What was filled in and what was not, in Chinese. */
  readonly said: string;
}

/**
 * A column of a sheet that was pasted into the first of the fields: a line into each, twelve into the months of one; a blank
 * line leaves its field as it is. Null for a single cell: that is left to the field itself.
 */
export function spreadAnswers(pasted: string, fields: readonly OpenField[]): Spread | null {
  const grid = readClipboardText(pasted).map((cells) => cells.map((cell) => cell.trim()));
  if (grid.length === 1 && grid[0]?.length === 1) return null;
  if (grid.some((cells) => cells.slice(1).some((cell) => cell !== ""))) {
    return { drafts: {}, said: "复制的内容有几列，没有填入：请只复制数值一列再粘贴。" };
  }
  const lines = grid.map(([cell = ""]) => cell);
  const drafts: Record<string, FactDraft> = {};
  const unfit: string[] = [];
  let [at, filled] = [0, 0];
  for (const { fact, draft } of fields) {
    if (at >= lines.length) break;
    const room = fact.spec.kind === "months" ? draft.months.length : 1;
    const own = lines.slice(at, at + room);
    at += room;
    const texts = own.filter((line) => line !== "");
    if (texts.length === 0) continue;
    const next = room === 1 ? filledIn(fact, draft, texts[0] ?? "") : withMonths(draft, own);
    if (next === null) unfit.push(`“${(texts[0] ?? "").slice(0, 12)}”（${fact.spec.label}）`);
    else {
      drafts[fact.id] = next;
      filled += texts.length;
    }
  }
  const over = lines.slice(at).filter((line) => line !== "").length;
  return {
    drafts,
    said: [
      filled === 0 ? "没有填入。" : `已依次填入${filled}格，还没有写入底稿，请核对。`,
      unfit.length === 0 ? "" : `不是可选的答案，没有填入：${unfit.join("、")}。`,
      over === 0 ? "" : `另有${over}行没有格子可填。`,
    ].join(""),
  };
}

function filledIn({ spec }: GatheredFact, draft: FactDraft, text: string): FactDraft | null {
  const chosen = spec.kind === "answer" || spec.kind === "answerOrShare" || spec.kind === "tier";
  if (text === "不涉及" && spec.notApplicable === true) {
    return { ...draft, notApplicable: true, text: chosen ? text : "" };
  }
  const given = { ...draft, notApplicable: false };
  if (!chosen) return { ...given, text };
  const words = spec.kind === "tier" ? tierNames(spec) : ["是", "否"];
  if (words.includes(text)) return { ...given, text };
  // A completeness: "90%".
  return spec.kind === "answerOrShare" && /^[\d.]+%?$/u.test(text)
    ? { ...given, text: text.replace("%", "") }
    : null;
}

function withMonths(draft: FactDraft, lines: readonly string[]): FactDraft {
  return { ...draft, months: draft.months.map((month, at) => (lines[at] ?? "") || month) };
}
