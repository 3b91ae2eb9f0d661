import type { Formula } from "./formula";
import { readFormula } from "./formula";
import type { Consequence, Token } from "./token";

type Begun = Extract<Token, { is: "begun" }>;

/** One sentence part of a clause: under which condition, how many points. */
export interface Statement {
  /** The words of its own condition, from the last sentence end or consequence on. */
  readonly condition: readonly Token[];
  readonly what:
    | Consequence
    | { readonly gives: "formula"; readonly formula: Formula }
    | { readonly gives: "own"; readonly points: number };
  /** 不足1%的按1%计, beside what a step costs. */
  readonly begun?: Begun;
  readonly from: number;
  readonly to: number;
  /** Statements of one number stand between the same two of ；。 */
  readonly sentence: number;
}

/** What a stretch of a clause says, in the order of the text. */
export interface Reading {
  readonly statements: readonly Statement[];
  /** Sentences without points. */
  readonly contexts: readonly {
    readonly from: number;
    readonly to: number;
    readonly tokens: readonly Token[];
  }[];
  /** Signs of points beside the statements: caps, ends, vetoes, shares. */
  readonly marks: readonly Token[];
  /** （2分） in the head, before anything is stated. */
  readonly own: number | null;
  /** The words that have them: 资金支出规范性（1分）. */
  readonly title: string;
}

/** Divides the words of one item at what gives or takes points. */
export function readStatements(all: readonly Token[], text: string): Reading {
  const statements: Statement[] = [];
  const contexts: { from: number; to: number; tokens: readonly Token[] }[] = [];
  const marks: Token[] = [];
  let own: number | null = null;
  let title = "";
  let condition: Token[] = [];
  let sentence = 0;
  let begun: Begun | null = null;
  const dropContext = (): void => {
    const words = condition.filter(({ is }) => is !== "comma");
    const [first, last] = [words[0], words.at(-1)];
    if (first !== undefined && last !== undefined)
      contexts.push({ from: first.from, to: last.to, tokens: words });
    condition = [];
  };
  const entitle = (points: number): void => {
    const [first, last] = [condition[0], condition.at(-1)];
    own = points;
    title = first === undefined || last === undefined ? "" : text.slice(first.from, last.to);
    condition = [];
  };
  const state = (what: Statement["what"], { from, to }: Pick<Token, "from" | "to">): void => {
    const trimmed = withoutEdges(condition);
    const step = begun === null ? {} : { begun };
    statements.push({ condition: trimmed, what, ...step, from: trimmed[0]?.from ?? from, to, sentence });
    condition = [];
    begun = null;
  };
  for (let index = 0; index < all.length; index += 1) {
    const token = all[index];
    if (token === undefined) break;
    const next = all[index + 1];
    const product = condition.length === 0 ? readProduct(all, index) : null;
    if (product !== null) {
      state(
        { gives: "formula", formula: product.formula },
        { from: token.from, to: all[product.next - 1]?.to ?? token.to },
      );
      index = product.next - 1;
      continue;
    }
    switch (token.is) {
      case "consequence":
        state(token.what, token);
        break;
      case "veto":
        state({ gives: "share", share: 0 }, token);
        marks.push(token);
        break;
      case "score": {
        const read = readFormula(all, index + 1);
        if (read === null) condition.push(token);
        else {
          state(
            { gives: "formula", formula: read.formula },
            { from: token.from, to: all[read.next - 1]?.to ?? token.to },
          );
          index = read.next - 1;
        }
        break;
      }
      case "own":
        if (next === undefined || next.is === "stop" || next.is === "line") {
          if (statements.some((one) => one.sentence === sentence && one.what.gives !== "own"))
            own = token.points;
          else if (isTitle(condition, all, index)) entitle(token.points);
          else state({ gives: "own", points: token.points }, token);
        } else if (statements.length === 0 && own === null) entitle(token.points);
        else condition.push(token);
        break;
      case "number":
        if (token.unit === "分" && isBare(all, index)) state({ gives: "points", points: token.value }, token);
        else condition.push(token);
        break;
      case "begun": {
        // Within the brackets of its step, or behind what that costs.
        marks.push(token);
        const last = statements.map(({ what }) => what.gives.startsWith("cut")).lastIndexOf(true);
        const step = statements[last];
        if (condition.some(({ is }) => is === "each")) begun = token;
        else if (step?.begun === undefined && step !== undefined)
          statements[last] = { ...step, begun: token };
        break;
      }
      case "end":
      case "cap":
      case "mostCut":
      case "shares":
        marks.push(token);
        dropContext();
        break;
      case "stop":
      case "line":
        dropContext();
        sentence += 1;
        break;
      case "colon":
        // "优秀：5分" keeps its word; "按以下标准计分：" is only said.
        if (
          next === undefined ||
          !(next.is === "consequence" || (next.is === "number" && next.unit === "分"))
        )
          dropContext();
        break;
      case "behind":
      case "comma":
      case "compare":
      case "dot":
      case "each":
      case "else":
      case "included":
      case "operator":
      case "plusMinus":
      case "to":
      case "weight":
      case "word":
        condition.push(token);
    }
  }
  dropContext();
  return { statements, contexts, marks, own, title };
}

/** 验收合格率×10分 with nothing before it: what is given is the product. */
function readProduct(all: readonly Token[], from: number): ReturnType<typeof readFormula> {
  const before = all[from - 1];
  if (all[from]?.is !== "word" || (before !== undefined && !["stop", "line", "colon"].includes(before.is)))
    return null;
  const read = readFormula(all, from);
  if (read?.formula.of !== "*") return null;
  const { right } = read.formula;
  return right.of === "weight" || (right.of === "number" && right.unit === "分") ? read : null;
}

/** A head with its points and more behind it: 绩效监控得分（2分）. */
function isTitle(condition: readonly Token[], all: readonly Token[], index: number): boolean {
  return (
    all.length > index + 2 &&
    condition.length > 0 &&
    all
      .slice(index + 1)
      .some(({ is }) => is === "consequence" || is === "own" || is === "score" || is === "number")
  );
}

/** "一般3分；", "，2分": points without 得. */
function isBare(all: readonly Token[], index: number): boolean {
  const [before, next] = [all[index - 1], all[index + 1]];
  const ends = next === undefined || ["stop", "line", "comma", "else", "end"].includes(next.is);
  return (
    ends &&
    before !== undefined &&
    (before.is === "word" ||
      before.is === "comma" ||
      before.is === "else" ||
      before.is === "colon" ||
      before.is === "behind" ||
      before.is === "included")
  );
}

function withoutEdges(condition: readonly Token[]): readonly Token[] {
  const isEdge = (token: Token | undefined): boolean =>
    token !== undefined && (token.is === "comma" || token.is === "dot");
  let [from, to] = [0, condition.length];
  while (isEdge(condition[from])) from += 1;
  while (to > from && isEdge(condition[to - 1])) to -= 1;
  return condition.slice(from, to);
}
