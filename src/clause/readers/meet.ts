import type { Condition } from "../../criteria/condition";
import type { Criterion } from "../../criteria/criterion";
import type { Interval } from "../../criteria/interval";
import { asking, insteadOf, labelWords, merged, type Asked, type Built } from "../built";
import { figureMeasure, judgedLabel, measureOf, prefixed, type Around } from "../measures";
import type { Piece } from "../pieces";
import type { RangeCondition } from "../readCondition";
import { apartCase, openBetween, type Held } from "./apartCase";
import { plain, stanceOf, stanceOfWords } from "./denial";
import { isWhole } from "./formula";
import { answered } from "./headline";
import { isTimeUnit } from "../units";
import { isLessBetter } from "../../criteria/lessIsBetter";

/** G6: …的，得满分，否则不得分; and 否则酌情扣分, where a person goes on. */
export function meetOf(pieces: readonly Piece[], around: Around): Built | null {
  const [first, second, third] = pieces;
  if (first === undefined || third !== undefined || first.each !== null) return null;
  if (second === undefined && first.statement.what.gives === "judged" && around.title !== undefined) {
    const { title } = around;
    const praise = { words: title, clause: title, sentence: 0 };
    return isOfHead(first, title)
      ? judgedUnless(first, title, around)
      : apartCase(praise, first, titledCondition(around), around);
  }
  if (second === undefined && isMissing(first, around)) return titledMeet(first, around);
  if (!isWhole(first, around.weight)) return null;
  if (first.condition.of === "else") return null;
  const told = holding(first, around);
  if (told === null) return null;
  const { condition, asked } = told;
  if (second === undefined) {
    // （2分） alone: what is printed is what has to be so. "得满分" alone says nothing of the rest.
    return first.statement.what.gives === "own" || (around.isPart === true && isOfTitle(first, around))
      ? { criterion: { kind: "meet", condition, clause: first.clause }, asked }
      : null;
  }
  const { what } = second.statement;
  const clause = `${first.clause}，${second.clause}`;
  if (second.each !== null || !(what.gives === "judged" || (what.gives === "share" && what.share === 0)))
    return nothingOtherwise(second) ? { criterion: { kind: "meet", condition, clause }, asked } : null;
  const stance = stanceOf(first, second);
  if (stance === "apart")
    return second.condition.of === "words" && isCase(second.words)
      ? apartCase({ ...first, ...first.statement }, second, told, around)
      : null;
  if (what.gives === "judged") return judgedOtherwise(first, second, around);
  if (stance === "denied") return { criterion: { kind: "meet", condition, clause }, asked };
  if (second.condition.of !== "words" || !/^(?:未|没有|不|无)/u.test(plain(second.words))) return null;
  // 未进行盘点的，不得分 after 盘点并完成结果处理的: neither of the two is left open.
  const said = labelWords(second.words);
  const unmet = asking("answer", said, "是／否", { standIn: true });
  const problem = openBetween(first.words, said);
  const criterion: Criterion = {
    kind: "meet",
    condition,
    clause,
    unmet: { key: unmet.key, said, clause: second.clause, problem },
  };
  return { criterion, asked: merged(asked, unmet.asked) };
}

/** 规范性（1分）：符合规定的得1分; behind a head that says what has to be so, full marks for a case are of that case. */
function isOfTitle({ statement: { what } }: Piece, { title = "" }: Around): boolean {
  return (
    title === "" || what.gives !== "share" || /(?:[率性度]|情况|得分|公开|管理|建设|编制|执行)$/u.test(title)
  );
}

function nothingOtherwise({ statement: { what }, condition }: Piece): boolean {
  return what.gives === "points" && what.points === 0 && condition.of === "else";
}

/** What must hold, as a figure within its bound, one figure against another, or 是. */
function holding(piece: Piece, around: Around): Held | null {
  if (piece.condition.of === "range" && !isEitherWay(piece.condition, piece.words))
    return within(piece.condition, titled(piece, around), around);
  if (piece.condition.of === "against") {
    const against = amounts(piece.condition, around);
    if (against !== null) return against;
  }
  const label = answered(titled(piece, around), piece.context);
  if (label === null) return null;
  const shown = prefixed(requirement.test(label) ? around.name : label, around);
  if (shown === "") return null;
  const { key, asked } = asking(
    "answer",
    shown,
    "是／否",
    requirement.test(label) ? { question: `是否${label}？` } : {},
  );
  return {
    condition: { of: "yes", name: shown, answers: [{ key, met: shown, missed: `未做到“${shown}”` }] },
    asked,
  };
}

/** 制度健全（2分），不健全不得分: what the head of the item says has to be so. */
function isMissing({ statement: { what }, condition, words }: Piece, { title = "" }: Around): boolean {
  if (title === "" || what.gives !== "share" || what.share !== 0) return false;
  return condition.of === "else" || (condition.of === "words" && stanceOfWords(title, words) === "denied");
}

/** Something missed or found: 成效一般 is a grade. */
function isCase(words: string): boolean {
  return /[未没不无非违逾超误漏缺失迟被]|存在|发[生现]|出现|^有/u.test(words);
}

function titledMeet(first: Piece, around: Around): Built {
  const { condition, asked } = titledCondition(around);
  return { criterion: { kind: "meet", condition, clause: `${around.title ?? ""}，${first.clause}` }, asked };
}

function titledCondition(around: Around): Held {
  const shown = prefixed(around.title ?? "", around);
  const { key, asked } = asking("answer", shown, "是／否");
  return {
    condition: {
      of: "yes",
      name: shown,
      answers: [{ key, met: shown, missed: `未做到“${shown}”` }],
    },
    asked,
  };
}

/** 落实情况（1分），落实不到位的: of what the head of the item looks at, or praises. */
function isOfHead({ words }: Piece, title: string): boolean {
  if (stanceOfWords(title, words) !== "apart") return true;
  const said = plain(words);
  return (
    /(?:情况|[性度]|质量|效果|管理|建设|执行|工作)$/u.test(title) &&
    Array.from(title.slice(1), (_, at) => title.slice(at, at + 2)).some((pair) => said.startsWith(pair))
  );
}

/** The words of a condition behind the head of their item. */
function titled({ words }: Piece, { title }: Around): string {
  const label = labelWords(words);
  if (title === undefined || title === "" || label.includes(title)) return label;
  return label === "" ? title : `${title}：${label}`;
}

/** 落实情况（1分），落实不到位的酌情扣分: full marks unless a person takes some off. */
function judgedUnless(piece: Piece, title: string, around: Around): Built {
  const answer = asking("answer", prefixed(title, around), "是／否", {
    question: `是否做到“${title}”，没有“${labelWords(piece.words)}”的情形？`,
  });
  const points = asking("points", judgedLabel(around), "分", { standIn: true });
  const clauses = { full: title, judged: piece.clause };
  return {
    criterion: {
      kind: "judgement",
      questions: [{ key: answer.key, missed: labelWords(piece.words) }],
      judged: points.key,
      clauses,
    },
    asked: merged(answer.asked, points.asked),
  };
}

const requirement = /^(?:符合|满足|达到)(?:上述|以上)?(?:规定|要求|标准|条件)?$/u;

function within(
  range: RangeCondition,
  label: string,
  around: Around,
): { readonly condition: Condition; readonly asked: Asked } {
  const name =
    range.name === "" || /率(?:\([^()]*\))?$/u.test(range.name) || range.unit !== "" || !range.percent
      ? range.name
      : `${range.name}率`;
  const { measure, asked } = measureOf(name, range, around);
  const answer = asking("answer", label, "是／否", { standIn: true });
  const [question] = asked.questions;
  const key = question?.key ?? asked.asks[0]?.key ?? "";
  const condition: Condition = {
    of: "within",
    measure,
    interval: reached(range.interval),
    standIn: answer.key,
    met: label,
    missed: `未做到“${label}”`,
  };
  return {
    condition,
    asked: insteadOf(
      asked.questions.length > 0 ? asked : { ...asked, questions: [{ key, instead: [] }] },
      key,
      answer.asked,
    ),
  };
}

/** 5个工作日办结, 差错率1%, 单位成本100元: a bare figure of which less may be better; a person says whether it was so. */
function isEitherWay({ interval: { from, to }, unit, name }: RangeCondition, words: string): boolean {
  if (from === null || from !== to || from === 0) return false;
  return isTimeUnit(unit) || /^(?:小时|分钟|元|万元)/u.test(unit) || isLessBetter(`${name}${words}`);
}

/** 100%公开, 达100%: as much or more. */
function reached(interval: Interval): Interval {
  return interval.from !== null && interval.from === interval.to && interval.from > 0
    ? { ...interval, to: null, toIncluded: false }
    : interval;
}

export function amounts(
  { name, sign, other }: Extract<Piece["condition"], { of: "against" }>,
  around: Around,
): { readonly condition: Condition; readonly asked: Asked } | null {
  const measured = figureMeasure(name, other, around);
  if (measured === null) return null;
  const interval: Interval =
    sign === "≤" || sign === "<"
      ? { from: null, fromIncluded: false, to: 0, toIncluded: sign === "≤" }
      : { from: 0, fromIncluded: sign !== ">", to: sign === "=" ? 0 : null, toIncluded: sign === "=" };
  return { condition: { of: "within", measure: measured.measure, interval }, asked: measured.asked };
}

function judgedOtherwise(first: Piece, second: Piece, around: Around): Built | null {
  const label = answered(titled(first, around), first.context);
  if (label === null) return null;
  const answer = asking("answer", prefixed(label === "" ? around.name : label, around), "是／否");
  const points = asking("points", judgedLabel(around), "分", { standIn: true });
  return {
    criterion: {
      kind: "judgement",
      questions: [{ key: answer.key, missed: `未做到“${label}”` }],
      judged: points.key,
      clauses: { full: first.clause, judged: second.clause },
    },
    asked: merged(answer.asked, points.asked),
  };
}
