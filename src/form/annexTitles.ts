import { oncePerText } from "../words/oncePerText";
import { normalizeName } from "./normalizeName";

/** What a header cell of an annex can announce; "sentence" holds name and target in one, "ours" is never theirs. */
export type AnnexTitle =
  | "level1"
  | "level2"
  | "name"
  | "weight"
  | "operator"
  | "target"
  | "adjusted"
  | "sentence"
  | "unit"
  | "actual"
  | "rate"
  | "score"
  | "ourScore"
  | "shortfall"
  | "ours";

/** The heading of the score column that we add where an annex has none. */
export const ownScoreHeading = "计算得分";

/** Titles as offices print them, the usual one first: of two columns with the same kind the earlier title wins. */
const synonyms: readonly (readonly [AnnexTitle, readonly string[]])[] = [
  ["level1", ["一级指标", "一级指标名称", "一级", "指标分类", "指标类别", "分类", "类别", "指标类型"]],
  ["level2", ["二级指标", "二级指标名称", "二级"]],
  [
    "name",
    [
      "三级指标",
      "三级指标名称",
      "三级",
      "指标名称",
      "具体指标",
      "指标项",
      "绩效指标",
      "绩效指标名称",
      "考核指标",
      "评价指标",
      "指标",
      "指标内容",
    ],
  ],
  [
    "weight",
    ["分值", "权重", "指标分值", "指标权重", "标准分", "标准分值", "权重分值", "满分", "权重分", "分数"],
  ],
  ["operator", ["指标性质", "指标方向", "运算符号", "计算符号", "符号", "比较符号", "指标属性"]],
  ["unit", ["度量单位", "计量单位", "计算单位", "单位"]],
  ["rate", ["完成率", "指标完成率", "完成比例", "完成比率", "目标完成率", "达成率", "实现率"]],
  [
    "score",
    ["得分", "自评得分", "自评分", "指标得分", "得分/自评分", "自评分数", "单位自评得分", "部门自评得分"],
  ],
  ["ourScore", [ownScoreHeading]],
  ["ours", ["扣分说明"]],
];

const exact = new Map<string, { readonly kind: AnnexTitle; readonly rank: number }>(
  synonyms.flatMap(([kind, names]) => names.map((name, rank) => [name, { kind, rank }] as const)),
);

/** Words inside longer titles, tried in this order. */
const words: readonly (readonly [AnnexTitle, RegExp])[] = [
  ["sentence", /指标(?:内容)?(?:及|和|与|、)[^,。]{0,8}(?:目标值|实现值|指标值|预期值)/u],
  ["shortfall", /原因|改进措施/u],
  ["rate", /(?:完成|达成|实现)率/u],
  ["adjusted", /调整[^,。]{0,6}(?:目标|指标|预期|计划)值?|(?:目标|指标|预期|计划)值[^,。]{0,4}调整/u],
  ["actual", /(?:实际|全年|年度|本年|自评)[^,。]{0,4}(?:完成|实现|达到)[^,。]{0,3}(?:值|情况|数)|实际值/u],
  ["actual", /^(?:指标)?(?:完成|实现)(?:值|情况|数|结果)$/u],
  ["target", /(?:目标|指标|预期|计划|任务)值|预期目标|年度目标|年初目标|绩效目标$/u],
];

/** Figures that others gave, or of other years, stand beside the department's own in checked forms. */
const strangers = /复核|复评|评审|财政|第三方|审核|抽查|专家|上年|上一年|系数|偏差率|历史/u;
/** Of a part of the year (1-7月, 上半年), or of what is only expected: no figure of the year. */
export const partOfYear =
  /(?<!\d)(?:1[-—–~～至到])?(?!12)\d{1,2}月|上半年|半年度|季度|截[至止](?!.{0,8}12月)|预计|预测/u;
const longest = 30;

/** What a header text announces, and how usual the words are (0 is the most usual); null for any other text. */
export function annexTitle(text: string): RankedTitle | null {
  return text === "" || text.length > longest + 10 ? null : titleOf(text);
}

interface RankedTitle {
  readonly kind: AnnexTitle;
  readonly rank: number;
}

const titleOf = oncePerText((text): RankedTitle | null => {
  const name = normalizeName(text)
    .replace(/^[*★]+/u, "")
    .replace(/(?<![*★::])[*★::]+$/u, "")
    .replace(/^\d{4}年度?/u, "")
    .replace(/[([][^()[\]]{0,8}[)\]]/gu, "");
  if (name === "" || name.length > longest || strangers.test(name) || partOfYear.test(name)) return null;
  const known = exact.get(name);
  if (known !== undefined) return known;
  const found = words.findIndex(([, pattern]) => pattern.test(name));
  const kind = words[found]?.[0];
  return kind === undefined ? null : { kind, rank: 20 + found };
});
