import type { Around } from "../measures";
import type { Piece } from "../pieces";
import { isSameFigure } from "../sameMeasure";

const proportion =
  /^按照?([^,;。]{0,24}?)(比例|比率|比重|占比|进度|[\u4e00-\u9fff]率)(?:进行|予以)?(?:量化)?(?:折算|换算|计算|核算)?并?(?:得分|计分|给分|赋分|记分|评分)$/u;
/** 按实际完成比例, 按其完成情况的相应比例: of the same figure. */
const same =
  /^(?:其|该|各自|实际|相应|对应|一定|同等|等|同|任务|目标|指标|工作|项目|计划|年度|绩效|完成|达成|达到|实现|执行|落实|情况|程度|数量?|值|的)*$/u;
/** 按实际完成值与目标值的比例. */
const quotient = /^[\u4e00-\u9fff]{1,12}?(?:与|占|和|\/|除以)[\u4e00-\u9fff]{2,12}$/u;

/** 按满意度比例得分 beside bands of 完成率: a proportion of another figure than all the others are of. */
export function isOtherProportion(piece: Piece, pieces: readonly Piece[], around: Around): boolean {
  const { clause, statement, words } = piece;
  if (statement.what.gives !== "proportion") return false;
  const said = clause.slice(Math.max(words.length, clause.lastIndexOf("按")));
  const [, of = "", rate = ""] = proportion.exec(said) ?? [];
  if (same.test(of) && !rate.endsWith("率")) return false;
  if (/平均|超[过出]|剩余|差额|未完成|各/u.test(of)) return true;
  if (quotient.test(of)) return false;
  const name = (of + rate).replace(/^(?:其|该|实际)|的|(?:比例|比率|比重|占比)$/gu, "");
  if (name === "" || same.test(name.replace(/率$/u, ""))) return false;
  const others = pieces.flatMap(({ condition }) => (condition.of === "range" ? [condition.name] : []));
  const named = [...others, around.name].filter((other) => other !== "");
  return !named.some((other) => isSameFigure(name, other, around) || other.includes(name));
}
