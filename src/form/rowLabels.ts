import { oncePerText } from "../words/oncePerText";
import { normalizeName } from "./normalizeName";

/** What a row below the header is by its label, when it is not an indicator. */
export type RowLabel = "total" | "subtotal" | "grade" | "note";

const totals =
  "自评总得分 自评得分合计 总分合计 合计总分 得分合计 自评总分 总得分 总评分 总分值 总分数 总分 总计 合计".split(
    " ",
  );
const total = new RegExp(`^(?:${totals.join("|")})$`, "u");
const grade =
  /^(?:评价等级|等级|自评等级|绩效等级|评定等级|评价结果|自评结果|自评结论|绩效评价等级|绩效自评等级|评价结论)$/u;
const pointsBehind = /(?:\((?:\d{1,4}分?|分)\)|\d{1,4}分?)?[::]?$/u;
const note =
  /^(?:注|备注|说明|填表说明|填报说明|填表人|填报人|制表人|经办人|联系人|审核人|复核人|负责人|部门负责人|单位负责人|联系电话|填报日期|填表日期)[::\d]/u;

/** In brackets, which a long text does not close here: 总分（60%（含）以上按完成率计分…. */
const remark = /\((?:[^()]|\(不?含\))*\)?[::]?$/u;

const spaced = totals.map((word) => Array.from(word).join("\\s*")).join("|");
const summed = new RegExp(`^(?:(?:${spaced})|(\\p{Script=Han}{0,6}小\\s*计))(?:\\s*\\([^()]*\\))*`, "u");
/** Words of a label end here, and a remark may begin. */
const apart = /^\s*[^\p{Script=Han}\d\s(]|^\s|^\s*(?:注|备注|说明)/u;

/**
 * What stands behind 总分 (合计, 小计) without round brackets: "总分\n注：…", "总计（100分）注：…", "合计[未完成不得分]";
 * null: nothing of four words does, or the text begins with no such label.
 */
export function behindTotal(text: string): { readonly label: RowLabel; readonly words: string } | null {
  const plain = text.normalize("NFKC").trim();
  const found = summed.exec(plain);
  const words = plain.slice(found?.[0].length ?? 0);
  if (found === null || !apart.test(words) || !/\p{Script=Han}{4}/u.test(words)) return null;
  return {
    label: found[1] === undefined ? "total" : "subtotal",
    words: words.replace(/^[^\p{L}\d]+|[\]】〕}]$/gu, ""),
  };
}

/** "总  分", "合计（100分）", "小计", "评价等级：", "注：…"; null for anything else. */
export function rowLabel(text: string): RowLabel | null {
  return text === "" ? null : labelOf(text);
}

const labelOf = oncePerText((text): RowLabel | null => {
  const name = normalizeName(text.slice(0, 80));
  if (note.test(name)) return "note";
  const sum = behindTotal(text);
  if (sum !== null) return sum.label;
  if (name.length > 40) return total.test(name.replace(remark, "")) ? "total" : null;
  const bare = name.replace(pointsBehind, "");
  // What stands in brackets is no part of the label: 总分（未完成的不得分）.
  if (total.test(bare) || total.test(name.replace(remark, ""))) return "total";
  // 管理效率合计 closes a group, not the form.
  if (/[小合]计$/u.test(bare)) return "subtotal";
  // The boxes may stand in the same cell: 评价等级：□优 □良 □中 □差
  return grade.test(bare) || /^(?:评价|自评|绩效)等级[::]/u.test(name) ? "grade" : null;
});
