import type { Phrase } from "../rules/phrase";
import { bands, figure, statement } from "./phraseWords";

const sum = "(?:总额|总数|合计|金额|数额|数|额){0,2}";
const signedPercent = "(-?\\d{1,4}(?:\\.\\d{1,6})?%)(?!以[上下内]|及以|[*×÷/])";

/** The two amounts of a row, each by its label, in whatever order; the measure may be named once for both. */
function amounts(row: string, measure: string, others: string): readonly Phrase[] {
  const between = `(?:(?!${others})[^:;]){0,60}?`;
  return [
    figure(
      `${row}.actual`,
      `实际(?:支出|发生|执行)(?:的)?${measure}${sum}{is}{amt}`,
      `实际支出${measure}总额为42,458.37万元`,
    ),
    figure(
      `${row}.actual`,
      `${measure}(?:实际)?(?:支出|决算|执行)(?:决算)?${sum}{is}{amt}`,
      `${measure}实际支出数为330.98万元`,
    ),
    figure(
      `${row}.actual`,
      `${measure}${between}[,、;](?:实际支出|实际发生|实际执行|决算)${sum}{is}{amt}`,
      `${measure}预算安排51,356.63万元，实际支出42,458.37万元`,
    ),
    figure(
      `${row}.budget`,
      `预算(?:安排)?(?:的)?${measure}${sum}{is}{amt}`,
      `预算安排${measure}总额为51,356.63万元`,
    ),
    figure(
      `${row}.budget`,
      `${measure}(?:年初|全年|调整)?预算(?:安排)?${sum}{is}{amt}`,
      `${measure}预算安排数383.32万元`,
    ),
    figure(
      `${row}.budget`,
      `${measure}${between}[,、;](?:年初|全年)?预算(?:安排)?${sum}{is}{amt}`,
      `${measure}实际支出42,458.37万元，预算安排51,356.63万元`,
    ),
  ];
}

/** 运行成本: rows 27 and 28. */
export const costPhrases: readonly Phrase[] = [
  ...amounts("overhead", "公用经费", "三公|人员经费|项目"),
  figure("overhead.rate", `控制率{is}${signedPercent}`, "公用经费控制率为-17.33%"),
  figure("overhead.rate", "控制率{is}(0)(?![\\d.%])", "公用经费控制率为0"),
  ...bands("overhead.rate", "控制率", "公用经费控制率≤0"),
  ...amounts("threePublic", "三公经费", "公用经费|人员经费|项目|会议|培训"),
  statement(
    "threePublic.within",
    "是",
    "(?:^|[,、]|三公经费)(?:实际)?支出(?:决算)?(?:数|总额|金额)?(?:≤|<=|<|=|小于|低于|等于|少于|小于等于|小于或等于)(?:年初)?预算",
    "“三公”经费实际支出数≤预算安排的“三公”经费数",
  ),
  statement(
    "threePublic.within",
    "是",
    "三公经费[^,未没无不]{0,8}支出(?:决算)?(?:数|总额|金额)?(?:未|没有|不)(?:超过?|超出|大于|高于)(?:年初)?预算",
    "“三公”经费实际支出数未超过预算安排数",
  ),
  statement(
    "threePublic.within",
    "否",
    "三公经费[^,未没无不]{0,8}支出(?:决算)?(?:数|总额|金额)?(?:>|大于|超过|超出|高于)(?:年初)?预算",
    "“三公”经费实际支出数超过预算安排数",
  ),
];
