import type { DeductItem, EachByTotal } from "../../criteria/criterion";
import { asking, labelWords, merged, type Asked, type Built } from "../built";
import { figureMeasure, prefixed, type Around } from "../measures";
import { isTarget } from "../readCondition";
import type { Piece } from "../pieces";
import { begunSetting, begunStep } from "../begunStep";
import { allOf, endOf, takesAll, vetoOf } from "./countEnd";
import { isMeasureUnit } from "../units";
import { countsTwice } from "./countsTwice";
import { isWhole } from "./formula";
import { isOfUnmet } from "./listedFaults";
import { onceOrEach, onceSaid } from "./onceOrEach";
import { conditioned, isApart, isNothingFound } from "./kept";

/** G3: 每发现一项扣P分，扣完为止; several kinds with their own P; 如无，扣0.5分. */
export function deductOf(pieces: readonly Piece[], around: Around): Built | null {
  const cuts = pieces.filter(
    (piece) =>
      (piece.statement.what.gives === "cut" || piece.statement.what.gives === "cutShare") &&
      !takesAll(piece, around),
  );
  if (cuts.length === 0) return null;
  const byTotal = byTotalOf(cuts, pieces.length - cuts.length);
  if (byTotal !== null) return byTotal;
  if (countsTwice(cuts)) return null;
  const end = endOf(cuts, pieces);
  const [all, ...others] = pieces.filter((piece) => takesAll(piece, around));
  if (others.length > 0 || (all !== undefined && end !== null)) return null;
  const kept = pieces.filter((piece) => !cuts.includes(piece) && piece !== end?.piece && piece !== all);
  // Beside the deductions only what is kept without them: 全部符合得5分.
  if (!kept.every((piece) => isWhole(piece, around.weight) && isPlain(piece, around) && piece.each === null))
    return null;
  const isOther = (piece: Piece): boolean => isExempt(piece, pieces[0] === piece) || isApart(piece, around);
  if (kept.length > 1 || kept.some(isOther)) return null;
  const bySteps = stepsOf(cuts, kept, end !== null || all !== undefined, around);
  const [full] = kept;
  const guarded = (built: Built): Built | null =>
    full === undefined || isNothingFound(full, cuts, around.text) ? built : conditioned(full, built, around);
  if (bySteps !== null) return guarded(bySteps);
  const items: DeductItem[] = [];
  const asked: Asked[] = [];
  const flat: DeductItem[] = [];
  for (const piece of cuts) {
    const item = itemOf(piece, around);
    if (item === null) return null;
    items.push(item.item);
    if (piece.each === null && item.asked.asks.some(({ kind }) => kind === "count")) flat.push(item.item);
    asked.push(item.asked);
  }
  const keys = new Set(items.map(({ key }) => key));
  if (keys.size < items.length) return null;
  const veto = all === undefined ? null : allOf(all, around);
  const said = kept[0]?.clause ?? cuts.map(({ clause }) => clause).join("；");
  const built: Built = {
    criterion: {
      kind: "deduct",
      items,
      ...vetoOf(end, items),
      ...(veto === null ? {} : { veto: veto.veto }),
      kept: { measured: kept[0]?.words ?? "没有应扣分的情形", clause: said },
    },
    asked: merged(...asked, ...(veto === null ? [] : [veto.asked])),
  };
  const [only] = cuts;
  const some = full === undefined || end !== null || only === undefined ? [] : onceSaid(items, only);
  return guarded(onceOrEach(built, [...flat, ...some]));
}

/** 每2项扣1分: of what is counted only so many together cost something. */
function stepsOf(
  cuts: readonly Piece[],
  kept: readonly Piece[],
  hasEnd: boolean,
  around: Around,
): Built | null {
  const [only, ...more] = cuts;
  if (only?.each == null || more.length > 0 || hasEnd) return null;
  const { each, statement, condition, clause } = only;
  const { what } = statement;
  const measured = isMeasureUnit(each.unit);
  if (each.unit === "%" || (each.size === 1 && !measured) || isBound(condition, around)) return null;
  if (what.gives !== "cut" && what.gives !== "cutShare") return null;
  const label = labelWords(each.words) || `扣分的${each.unit}数`;
  if (holdsOwnUnit(label, each.unit)) return null;
  // How far beyond which bound is said by more than 超.
  if (measured && label.length < 2) return null;
  const kind = /元$/u.test(each.unit) ? "amount" : measured || each.size < 1 ? "figure" : "count";
  const { key, asked } = asking(kind, prefixed(label, around), each.unit);
  return {
    criterion: {
      kind: "stepped",
      measure: { of: "fact", key },
      percent: false,
      direction: "above",
      from: 0,
      step: each.size,
      each: what.gives === "cut" ? { points: what.points } : { share: what.share },
      rounding: begunStep,
      clauses: { kept: kept[0]?.clause ?? clause, lost: clause },
    },
    asked: merged(asked, { asks: [], questions: [], settings: begunSetting(clause) }),
  };
}

/** 计划完成20场，实际完成每少1场: how many were done, or how many too few? */
function holdsOwnUnit(label: string, unit: string): boolean {
  const pieces = label.replace(/(?:以上|上述)\d{1,2}项/u, "").split(unit);
  return pieces.slice(1).some((after, index) => /\d$/u.test(pieces[index] ?? "") && !term.test(after));
}

/** 2个工作日: no two of what is counted. */
const term = /^(?:工作|自然|日历|小时|月|年|季|星期|百分)/u;

/** 涉密的不扣分, 新设单位得满分: a case of its own, not what is kept without deductions. */
function isExempt({ words, condition }: Piece, isFirst: boolean): boolean {
  if (condition.of === "else") return false;
  return isFirst ? /涉密|新设|新成立|新组建/u.test(words) : !/[未无没不全均]/u.test(words);
}

/** What is kept says no bound of its own: 达到序时进度的得满分. */
function isPlain({ condition }: Piece, around: Around): boolean {
  return (
    condition.of === "words" ||
    (condition.of === "against" &&
      !isTarget(condition.other) &&
      figureMeasure(condition.name, condition.other, around) === null)
  );
}

function itemOf(piece: Piece, around: Around): { readonly item: DeductItem; readonly asked: Asked } | null {
  const { each, statement, clause, condition } = piece;
  const { what } = statement;
  if (what.gives !== "cut" && what.gives !== "cutShare") return null;
  const price = what.gives === "cut" ? what.points : { share: what.share };
  if (each !== null) {
    // A bound before it belongs to another kind: 应评估项目超过3个的，1项扣0.5分.
    if (each.unit === "%" || each.size !== 1 || isMeasureUnit(each.unit) || isBound(condition, around))
      return null;
    const label = prefixed(labelWords(each.words) || `扣分的${each.unit}数`, around);
    if (holdsOwnUnit(label, each.unit)) return null;
    const items = around.items ?? [];
    const own = items.length > 0 && isOfUnmet(piece) ? answers(items) : null;
    const { key, asked } = asking("count", label, each.unit, own === null ? {} : { agrees: true });
    const item = { key, each: price, clause, ...(own === null ? {} : { items: own.keys }) };
    return { item, asked: own === null ? asked : withItems(asked, key, own.asked) };
  }
  return absence(piece, condition.of === "words" ? condition.text : "", price as number, clause);
}

/** 应评估项目超过3个的，1项扣0.5分；3个以内的，1项扣1分. */
function byTotalOf(cuts: readonly Piece[], others: number): Built | null {
  const [one, two, three] = cuts;
  if (one?.condition.of !== "range" || two?.condition.of !== "range" || three !== undefined || others > 0)
    return null;
  const [many, few] = one.condition.interval.to === null ? [one, two] : [two, one];
  if (
    many.condition.of !== "range" ||
    few.condition.of !== "range" ||
    many.each === null ||
    few.each === null
  )
    return null;
  const limit = few.condition.interval.to;
  const { interval, unit, name } = many.condition;
  const fits =
    limit !== null &&
    few.condition.interval.from === null &&
    few.condition.interval.toIncluded &&
    interval.from === limit &&
    interval.to === null &&
    !interval.fromIncluded;
  if (!fits || unit === "" || few.condition.unit !== unit || many.each.size !== 1 || few.each.size !== 1)
    return null;
  const [price, dear] = [many.statement.what, few.statement.what];
  if (price.gives !== "cut" || dear.gives !== "cut") return null;
  const words = missedWords(many, few);
  if (words === null) return null;
  const total = asking("count", labelWords(name), unit);
  const missed = asking("count", words, many.each.unit);
  const each: EachByTotal = {
    total: [total.key],
    name: labelWords(name),
    unit,
    limit,
    many: { points: price.points, clause: many.clause },
    few: { points: dear.points, clause: few.clause },
    none: `没有${labelWords(name)}`,
  };
  const kept = { measured: `没有${words}`, clause: `${many.clause}；${few.clause}` };
  return {
    criterion: { kind: "deduct", items: [{ key: missed.key, each, clause: kept.clause }], kept },
    asked: merged(total.asked, missed.asked),
  };
}

/** What is counted, in the words behind both bounds. */
function missedWords({ each: one }: Piece, { each: other }: Piece): string | null {
  const last = (words: string): string => labelWords(words.split(/[,，]/u).at(-1) ?? "");
  const [left, right] = [last(one?.words ?? ""), last(other?.words ?? "")];
  return left !== "" && left === right ? left : null;
}

/** A bound of what is measured; 2个工作日内备案公开 only says what is found wanting. */
function isBound(condition: Piece["condition"], { items = [] }: Around): boolean {
  if (condition.of !== "range") return false;
  const { from, to } = condition.interval;
  // 以上5项，每缺少1项扣1分: the printed items themselves.
  if (items.length > 0 && from === items.length && to === from && /^[项个条]$/u.test(condition.unit))
    return false;
  return !/^(?:日|天|工作日|自然日|个月)$/u.test(condition.unit);
}

const eitherWay = /有无([^,;。]{2,60})[;,。]*(?:如|若)?(?:无|没有|未有)$/u;
const missing = /^(?:如|若|对)?(?:没有|未|无|不)([^,;。]{2,60})$/u;

/** 有无X；如无，扣P: a yes or no whose 否 costs so much. */
function absence(
  piece: Piece,
  text: string,
  price: number,
  clause: string,
): { readonly item: DeductItem; readonly asked: Asked } | null {
  const either = eitherWay.exec(piece.context + text);
  if (either !== null) {
    const label = labelWords(`有${either[1] ?? ""}`);
    const { key, asked } = asking("answer", label, "是／否");
    return { item: { key, each: price, clause, missed: label.replace(/^有/u, "没有") }, asked };
  }
  const plain = missing.exec(labelWords(text));
  if (plain === null || typeof price !== "number") return null;
  const label = labelWords(text);
  // Asked as it is printed, and counted where it holds.
  const { key, asked } = asking("count", label, "次");
  return /^(?:如|若)?(?:没有|无)/u.test(text) ? null : { item: { key, each: price, clause }, asked: asked };
}

function answers(items: readonly string[]): { readonly keys: readonly string[]; readonly asked: Asked } {
  const each = items.map((item) => asking("answer", labelWords(item), "是／否", { standIn: true }));
  return { keys: each.map(({ key }) => key), asked: merged(...each.map(({ asked }) => asked)) };
}

function withItems(asked: Asked, key: string, items: Asked): Asked {
  return {
    ...asked,
    asks: [...asked.asks, ...items.asks],
    questions: asked.questions.map((one) =>
      one.key === key ? { key, instead: items.asks.map((spec) => spec.key) } : one,
    ),
  };
}
