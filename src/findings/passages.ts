import { oncePerObject } from "../criteria/oncePerObject";
import { oncePerText } from "../words/oncePerText";
import type { FindingContext, Place } from "./finding";
import { inCell } from "./finding";

/** A stretch of the department's own words. */
export interface Passage {
  readonly at: Place;
  /** Where it stands, as a sentence names it: "整体绩效目标完成情况", "“结转结余率”的评分依据", "自评报告". */
  readonly label: string;
  readonly text: string;
  /** One of these: the head block, a row's 评分依据, the report. */
  readonly from: "head" | "basis" | "report";
}

/** The free texts of the form's head block. */
export const headPassages = oncePerObject(({ form }: FindingContext): readonly Passage[] => {
  const { goal, goalResult, shortfall } = form.head;
  const cells = [
    [goal, "年度整体绩效目标"],
    [goalResult, "整体绩效目标完成情况"],
    [shortfall, "未能完成原因"],
  ] as const;
  return cells.flatMap(([cell, label]) =>
    cell === null || cell.value.trim() === ""
      ? []
      : { at: inCell(cell.at), label, text: cell.value, from: "head" },
  );
});

function basisPassages({ rows }: FindingContext): readonly Passage[] {
  return rows.flatMap(({ indicator, basis }) =>
    basis === null || basis === "" || indicator.basis === null
      ? []
      : {
          at: inCell(indicator.basis.at),
          label: `“${indicator.name.value}”的评分依据`,
          text: basis,
          from: "basis",
        },
  );
}

/** All that the form says in words. */
export const formPassages = oncePerObject((context: FindingContext): readonly Passage[] => [
  ...headPassages(context),
  ...basisPassages(context),
]);

/** The report, sentence by sentence. */
export const reportPassages = oncePerObject(({ report }: FindingContext): readonly Passage[] =>
  report.map(({ text, line }): Passage => ({
    at: inReport(line, text),
    label: "自评报告",
    text,
    from: "report",
  })),
);

/** All that the form and the report say in words. */
export const allPassages = oncePerObject((context: FindingContext): readonly Passage[] => [
  ...formPassages(context),
  ...reportPassages(context),
]);

export function inReport(line: number, text: string): Place {
  return { kind: "report", line, quote: shortened(text, 60) };
}

/** At most so many characters, the rest as "…". */
export function shortened(text: string, most = 40): string {
  const flat = text.replace(/\s+/gu, " ").trim();
  if (flat.length <= most) return flat;
  // A character takes two places at most.
  const characters = Array.from(flat.slice(0, 2 * most + 2));
  return characters.length <= most ? flat : `${characters.slice(0, most - 1).join("")}…`;
}

/** At most so many characters of a text, to stand in quotation marks: those that its edges tore apart are whole again. */
export function excerpt(text: string, most = 40): string {
  const words = shortened(text, most);
  let open = 0;
  let torn = 0;
  for (const sign of words) {
    if (sign === "“") open += 1;
    else if (sign === "”" && open > 0) open -= 1;
    else if (sign === "”") torn += 1;
  }
  return `${"“".repeat(torn)}${words}${"”".repeat(open)}`;
}

/** Sentences of a passage, cut at 。！？； and line breaks; linear. */
export const sentencesOf = oncePerText((text): readonly string[] =>
  text
    .split(/[。！？；;!?\n\r]+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== ""),
);

/** Nothing but a dash, a stroke, "无" or a blank. */
export function isNil(text: string): boolean {
  return /^[\s\-—–_/\\.。、]*(?:(?:无|暂无|没有)[\s。.]*)?$/u.test(text);
}

/** “ inside “…” becomes ‘: “‘三公’经费”. A text whose quotation marks do not pair up stays as it is. */
export function nestQuotes(text: string): string {
  let depth = 0;
  let nested = "";
  for (const c of text) {
    if (c === "”") depth -= 1;
    if (depth < 0) return text;
    const inner = depth >= 1;
    nested += inner && c === "“" ? "‘" : inner && c === "”" ? "’" : c;
    if (c === "“") depth += 1;
  }
  return depth === 0 ? nested : text;
}

const documentNumber = /[〔【[(（]\s*(?:19|20)\d{2}\s*[〕】\])）]\s*\d{1,4}\s*号|批复|文号|第\d{1,4}号/u;

/** Whether the words name the paper by which something was approved. */
export function namesDocument(words: string): boolean {
  return documentNumber.test(words);
}

/** Whether the words give the number of a paper, and not only that there is one. */
export function statesNumber(words: string): boolean {
  return /[〔【[(（]\s*(?:19|20)\d{2}\s*[〕】\])）]\s*\d{1,4}\s*号|第\d{1,4}号|文号\s*[:：为是]/u.test(words);
}

/** Whether they name the paper by which goals were changed. */
export function changesGoals(words: string): boolean {
  return namesDocument(words) && /调整|变更|修改|调减|调增|取消/u.test(words);
}
