import { isBare, listedAt } from "./barePoints";
import { isOfCase, remarkEnd } from "./endMarks";
import type { Formula } from "./formula";
import { readFormula } from "./formula";
import type { Consequence, Token } from "./token";

/** One sentence part of a clause: under which condition, how many points. */
export interface Statement {
  /** The words of its own condition, from the last sentence end or consequence on. */
  readonly condition: readonly Token[];
  readonly what:
    | Consequence
    | { readonly gives: "formula"; readonly formula: Formula }
    | { readonly gives: "own"; readonly points: number };
  readonly from: number;
  readonly to: number;
  /** Statements of one number stand between the same two of ；。 */
  readonly sentence: number;
  /** 最多扣3分, said of this one. */
  readonly most?: number;
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
  /** The last one that gives or takes points otherwise than by （2分）. */
  let stated = -1;
  const listed = listedAt(all, text);
  const lastOfPoints = all.reduce((last, token, index) => (speaksOfPoints(token) ? index : last), -1);
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
  const endLast = (most: number): void => {
    const last = statements.at(-1);
    if (last?.sentence === sentence) statements[statements.length - 1] = { ...last, most };
  };
  /** 按执行率计分，得分=执行率×10分: the formula says how. */
  const announced = (): void => {
    const last = statements.at(-1);
    if (last?.what.gives !== "proportion" || last.sentence !== sentence || withoutEdges(condition).length > 0)
      return;
    statements.pop();
    condition = [...last.condition];
  };
  const state = (what: Statement["what"], { from, to }: Pick<Token, "from" | "to">): void => {
    const trimmed = withoutEdges(condition);
    statements.push({ condition: trimmed, what, from: trimmed[0]?.from ?? from, to, sentence });
    if (what.gives !== "own") stated = sentence;
    condition = [];
  };
  for (let index = 0; index < all.length; index += 1) {
    const token = all[index];
    if (token === undefined) break;
    const next = all[index + 1];
    const remark = condition.length === 0 ? remarkEnd(all, index) : 0;
    if (remark > 0) {
      const inner = all.slice(index, remark);
      contexts.push({ from: token.from, to: inner.at(-1)?.to ?? token.to, tokens: inner });
      index = remark - 1;
      continue;
    }
    const product = condition.length === 0 ? readProduct(all, index, text) : null;
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
        const read = readFormula(all, index + 1, text);
        if (read === null) condition.push(token);
        else {
          announced();
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
          if (stated === sentence) own = token.points;
          // A head with its points and more behind it: 绩效监控得分（2分）.
          else if (!listed[index] && condition.length > 0 && all.length > index + 2 && index < lastOfPoints)
            entitle(token.points);
          else state({ gives: "own", points: token.points }, token);
        } else if (
          (next.is === "comma" || next.is === "dot") &&
          listed[index] === true &&
          condition.length > 0
        )
          state({ gives: "own", points: token.points }, token);
        else if (statements.length === 0 && own === null) entitle(token.points);
        else condition.push(token);
        break;
      case "number":
        if (isBare(all, index, text))
          state(
            token.value === 0 ? { gives: "share", share: 0 } : { gives: "points", points: token.value },
            token,
          );
        else condition.push(token);
        break;
      case "end":
      case "cap":
      case "mostCut":
      case "shares":
        // 存在虚报的扣完该项分值, 有投诉的最多扣3分: of a case of its own.
        if (token.is !== "shares" && isOfCase(token, condition, text)) {
          condition.push(token);
          break;
        }
        if (token.is === "mostCut") endLast(token.points);
        marks.push(token);
        dropContext();
        break;
      case "stop":
      case "line":
        dropContext();
        sentence += 1;
        break;
      case "colon":
        // "优秀：5分" keeps its word; "按以下标准计分：" is only said, and "区级部门：" is of some of them.
        if (
          next === undefined ||
          /(?:部门|单位|企业|学校|地区)$/u.test(text.slice(Math.max(0, token.from - 2), token.from)) ||
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
function readProduct(all: readonly Token[], from: number, text: string): ReturnType<typeof readFormula> {
  const before = all[from - 1];
  if (all[from]?.is !== "word" || (before !== undefined && !["stop", "line", "colon"].includes(before.is)))
    return null;
  const read = readFormula(all, from, text);
  if (read?.formula.of !== "*") return null;
  const { right } = read.formula;
  return right.of === "weight" || (right.of === "number" && right.unit === "分") ? read : null;
}

function speaksOfPoints({ is }: Token): boolean {
  return is === "consequence" || is === "own" || is === "score" || is === "number";
}

function withoutEdges(condition: readonly Token[]): readonly Token[] {
  const isEdge = (token: Token | undefined): boolean =>
    token !== undefined &&
    (token.is === "comma" || token.is === "dot" || (token.is === "operator" && token.sign === "-"));
  let [from, to] = [0, condition.length];
  while (isEdge(condition[from])) from += 1;
  while (to > from && isEdge(condition[to - 1])) to -= 1;
  return condition.slice(from, to);
}
