import { oncePerText } from "./oncePerText";
import { readTokens, type Token } from "./readTokens";
import { readWords, type Sentence, type WordCell } from "./readWords";

/** What a clause is there for. */
export type Meaning =
  /** Says something about the department: 已按要求进行盘点. */
  | "states"
  /** There is none of what one would rather not have: 未发现违规问题. */
  | "absence"
  /** Says that something was not done, or not wholly, or not as it should be. */
  | "denies"
  /** Not yet: 拟于年底建立. */
  | "plans"
  /** A rule for somebody: 各单位应当进行盘点, 每发现1次扣0.5分. */
  | "rules"
  /** 得2分, 扣0.5分. */
  | "scores"
  /** Why: 因系统故障; what stands behind 未达标原因：. */
  | "explains"
  /** What will be done about it: behind 改进措施：, 下一步. */
  | "remedies";

/** A stretch of a cell between commas, or what stands in one pair of brackets. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  readonly meaning: Meaning;
  readonly tokens: readonly Token[];
  /** Those of them that change what is said, negations of something bad left out. */
  readonly marks: readonly Token[];
  /** Which sentence it stands in. */
  readonly sentence: number;
  /** It stands in brackets, behind this place. */
  readonly remark: boolean;
  /** The labels with a colon that it stands under, the nearest first: "局本级：". */
  readonly labels: readonly Clause[];
}

/** A cell of words as it is understood. */
export interface ReadCell extends WordCell {
  readonly clauses: readonly Clause[];
  /** The same, sentence by sentence. */
  readonly bySentence: readonly (readonly Clause[])[];
}

/** A label under more of them belongs to none. */
const mostLabels = 3;

/** Reads a whole cell: once, however many ask about it. Never throws; time grows with its length. */
export const readCell = oncePerText((content: string): ReadCell => {
  const cell = readWords(content);
  const tokens = readTokens(cell.text);
  const bySentence: Clause[][] = [];
  let section: "explains" | "remedies" | null = null;
  let next = 0;
  let labels: readonly Clause[] = [];
  for (const [index, sentence] of cell.sentences.entries()) {
    const clauses: Clause[] = [];
    let inline: "explains" | "remedies" | null = null;
    for (const stretch of stretchesOf(cell.text, sentence)) {
      const own: Token[] = [];
      while ((tokens[next]?.from ?? Infinity) < stretch.from) next += 1;
      while ((tokens[next]?.from ?? Infinity) < stretch.to) {
        const token = tokens[next];
        if (token !== undefined) own.push(token);
        next += 1;
      }
      const opens = stretch.remark ? null : openedBy(own, stretch.from);
      const heading = opens !== null && cell.text.charAt(stretch.to) === ":";
      if (heading) section = opens;
      inline = opens ?? inline;
      const marks = marksOf(cell.text, own, stretch.to);
      const meaning = inline ?? section ?? meaningOf(cell.text.slice(stretch.from, stretch.to), own, marks);
      const clause = { ...stretch, meaning, tokens: own, marks, sentence: index, labels };
      clauses.push(clause);
      if (!stretch.remark && cell.text.charAt(stretch.to) === ":") {
        labels = [clause, ...labels.filter((label) => label.sentence === index)].slice(0, mostLabels);
      }
    }
    bySentence.push(clauses);
  }
  return { ...cell, clauses: bySentence.flat(), bySentence };
});

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly remark: boolean;
}

/** The clauses of a sentence and its remarks in brackets, in the order in which they begin. */
function stretchesOf(text: string, { from, to, places }: Sentence): readonly Stretch[] {
  const found: Stretch[] = [];
  let start = from;
  for (const [index, place] of places.entries()) {
    const before = places[index - 1] ?? from - 1;
    const close = (upTo: number): void => {
      if (upTo > start) found.push({ from: start, to: upTo, remark: false });
    };
    if (place > before + 1) {
      close(before + 1);
      found.push({ from: before + 1, to: place, remark: true });
      start = place;
    }
    if (place === to || isComma(text, place)) {
      close(place);
      start = place + 1;
    }
  }
  return found;
}

/** A comma or a colon of the sentence, no separator of thousands. */
function isComma(text: string, at: number): boolean {
  const sign = text.charAt(at);
  return sign === ":" || (sign === "," && !/^\d,\d{3}(?!\d)/u.test(text.slice(at - 1, at + 5)));
}

/** 未达标原因：, 因…, 下一步… at the beginning of a clause open what follows. */
function openedBy(tokens: readonly Token[], from: number): "explains" | "remedies" | null {
  const first = tokens.find((token) => token.is !== "word" || token.kind !== "plain");
  if (first?.is !== "word" || first.from > from + 3) return null;
  if (first.kind === "reason") return "explains";
  return first.kind === "remedy" ? "remedies" : null;
}

const loud: ReadonlySet<string> = new Set([
  "not",
  "none",
  "limit",
  "slip",
  "bad",
  "upheld",
  "plan",
  "duty",
  "draft",
]);
/** Behind it a negation has said all it has to say: "没有超期签订的情况", "无盘盈盘亏". */
const tail = /^(?:的|等|之类|方面){0,3}(?:情况|情形|现象|问题|行为|事项|记录|业务|事件)?$/u;

/** The words that change what a clause says. One negation of what is bad, up to the end of its clause, is none. */
function marksOf(text: string, tokens: readonly Token[], to: number): readonly Token[] {
  const marks = tokens.filter((token) => token.is === "word" && loud.has(token.kind));
  const kept: Token[] = [];
  for (let index = 0; index < marks.length; index += 1) {
    const mark = marks[index];
    if (mark === undefined) continue;
    const kind = kindOf(mark);
    const behind = marks.slice(index + 1);
    if ((kind === "not" || kind === "none") && !/[尚仍]/u.test(text.slice(mark.from, mark.to))) {
      if (behind.length > 0 && absent(text, behind, mark.to, to)) return kept;
      const next = behind[0];
      if (next !== undefined && next.from <= mark.to + 1 && isNegatable(kindOf(next))) {
        index += 1;
        continue;
      }
    }
    kept.push(mark);
  }
  return kept;
}

function kindOf(token: Token): string {
  return token.is === "word" ? token.kind : token.is;
}

function isNegatable(kind: string): boolean {
  return kind === "slip" || kind === "bad" || kind === "upheld";
}

const farthest = 16;

/** Whether all that follows a negation is what one would rather not have. */
function absent(text: string, behind: readonly Token[], from: number, to: number): boolean {
  const [first] = behind;
  const last = behind.at(-1);
  if (first === undefined || last === undefined || first.from - from > farthest) return false;
  const rest = text.slice(last.to, to);
  const plainlyBad = behind.every((token) => isNegatable(kindOf(token)));
  if (plainlyBad) return tail.test(rest) || behind.length === 1;
  return /的(?:情况|情形|现象|问题|行为|事项)$/u.test(text.slice(first.from, to)) && rest.length <= 12;
}

const scoreOnly =
  /^(?:本|该|此)?(?:项|指标|项指标|部分)?(?:自评|应|故|可|按规定|按满分|合计|共|综合)*(?:不?得|扣|计|记|评)?(?:满分|零分|[\d.]+分|分)*(?:[\d.]+分)?$/u;
const copied =
  /否则|扣完为止|扣至0|减至0|每发现|每增加|得分=(?![\d(])|的,?(?:不得分|(?:得|扣|可得|计)[\d.满]{1,4}分)|酌情/u;

function meaningOf(words: string, tokens: readonly Token[], marks: readonly Token[]): Meaning {
  if (scoreOnly.test(words)) return "scores";
  if (copied.test(words)) return "rules";
  const has = (kind: string): boolean => marks.some((mark) => kindOf(mark) === kind);
  if (has("plan")) return "plans";
  if (has("duty")) return "rules";
  if (marks.length > 0) return "denies";
  return tokens.some((token) => kindOf(token) === "none" || kindOf(token) === "not") ? "absence" : "states";
}
