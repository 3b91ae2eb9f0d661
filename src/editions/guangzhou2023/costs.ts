import { ask, figures, rangeStandIn, repeatedBand, rowsUnder, standIn, statements } from "../describe";
import type { WordPattern } from "../edition";
import { zeroWhole } from "./ambiguities";

const sum = "(?:总额|总数|合计|金额|数额|数|额){0,2}";
const signedPercent = "(-?\\d{1,4}(?:\\.\\d{1,6})?%)(?!以[上下内]|及以|[*×÷/])";

/** The two amounts of a row, each by its label, in whatever order; the measure may be named once for both. */
function amounts(measure: string, others: string): readonly WordPattern[] {
  const between = `(?:(?!${others})[^:;]){0,60}?`;
  return [
    figures("actual", {
      [`实际支出${measure}总额为42,458.37万元`]: `实际(?:支出|发生|执行)(?:的)?${measure}${sum}{is}{amt}`,
      [`${measure}实际支出数为330.98万元`]: `${measure}(?:实际)?(?:支出|决算|执行)(?:决算)?${sum}{is}{amt}`,
      [`${measure}预算安排51,356.63万元，实际支出42,458.37万元`]: `${measure}${between}[,、;](?:全年|年度|本年)?(?:实际支出|实际发生|实际执行|决算)(?:支出)?${sum}{is}{amt}`,
    }),
    figures("actual", {
      [`${measure}预算260万元，支出251万元`]: `${measure}(?:年初|全年)?预算(?:安排)?${sum}{is}[^,;:]{1,16}元,(?:实际)?支出${sum}{is}{amt}`,
    }),
    figures("budget", {
      [`预算安排${measure}总额为51,356.63万元`]: `预算(?:安排)?(?:的)?${measure}${sum}{is}{amt}`,
      [`${measure}预算安排数383.32万元`]: `${measure}(?:年初|全年|调整)?预算(?:安排)?${sum}{is}{amt}`,
      [`${measure}实际支出42,458.37万元，预算安排51,356.63万元`]: `${measure}${between}[,、;]占?(?:年初|全年|调整后?)?预算(?:安排)?${sum}{is}{amt}`,
    }),
  ].flat();
}

/** 运行成本: overheads and “三公” expenses against their budgets. */
export const costRows = rowsUnder("管理效率", "运行成本", [
  {
    id: "overhead",
    name: "公用经费控制率",
    aliases: ["公用经费控制情况"],
    weight: 2,
    clause:
      "公用经费控制率=（实际支出公用经费总额-预算安排公用经费总额）/预算安排公用经费总额×100%。控制率≤0，得满分；控制率﹥0时，每增加5%（含）扣减0.5分，减至0分为止。",
    criterion: {
      kind: "stepped",
      measure: {
        of: "ratio",
        name: "公用经费控制率",
        part: "actual",
        whole: ["budget"],
        standIn: "rate",
        excess: true,
        zeroWhole,
        aboveWhole: "remark",
      },
      direction: "above",
      from: 0,
      step: 0.05,
      each: { points: 0.5 },
      rounding: { setting: "overheadRounding", options: { floor: "floor", ceiling: "ceiling" } },
      clauses: { kept: "控制率≤0，得满分", lost: "控制率>0时，每增加5%（含）扣减0.5分，减至0分为止" },
    },
    clauseKeys: { 公用经费控制率: "rate", begunStep: "overheadRounding" },
    asks: [
      ask("amount", "actual", "公用经费实际支出数", "决算基本支出明细表", "实际支出公用经费总额是多少万元？"),
      ask(
        "amount",
        "budget",
        "公用经费预算安排数",
        "预算批复",
        "预算安排公用经费总额是多少万元？（请注明口径）",
      ),
      ask("rate", "rate", "公用经费控制率（直接填写）", "决算报表", null, rangeStandIn),
    ],
    words: [
      amounts("公用经费", "三公|人员经费|项目"),
      figures("rate", {
        "公用经费控制率为-17.33%": `控制率{is}${signedPercent}`,
        公用经费控制率为0: "控制率{is}(0)(?![\\d.%])",
      }),
      repeatedBand("rate", "控制率", ["公用经费控制率≤0", "0%<控制率≤5%"]),
    ],
  },
  {
    id: "threePublic",
    name: "“三公”经费控制情况",
    aliases: ["三公经费控制情况", "“三公”经费控制率", "三公经费控制率", "三公经费"],
    weight: 2,
    clause: "“三公”经费实际支出数≤预算安排的“三公”经费数，符合要求的得满分，不符合要求的不得分。",
    criterion: {
      kind: "meet",
      condition: {
        of: "atMost",
        name: "“三公”经费控制情况",
        actual: "actual",
        limit: "budget",
        standIn: "within",
        met: "“三公”经费实际支出数不超过预算安排数",
        missed: "“三公”经费实际支出数超过预算安排数",
      },
      clause: "“三公”经费实际支出数≤预算安排的“三公”经费数，符合要求的得满分，不符合要求的不得分",
    },
    clauseKeys: {
      三公经费实际支出数超出预算安排的三公经费数的比例: "within",
      三公经费控制率: { part: "actual", whole: ["budget"] },
    },
    asks: [
      ask("amount", "actual", "“三公”经费实际支出数", "决算“三公”经费表"),
      ask(
        "amount",
        "budget",
        "“三公”经费预算安排数",
        "预算批复",
        "预算安排的“三公”经费数是多少万元？（请注明口径）",
      ),
      ask(
        "answer",
        "within",
        "实际支出数是否不超过预算安排数",
        "决算“三公”经费表",
        "“三公”经费实际支出数是否不超过预算安排数？",
        standIn,
      ),
    ],
    words: [
      amounts("三公经费", "公用经费|人员经费|项目|会议|培训"),
      statements("within", "是", {
        "“三公”经费实际支出数≤预算安排的“三公”经费数":
          "(?:^|[,、]|三公经费)(?:实际)?支出(?:决算)?(?:数|总额|金额)?(?:≤|<=|<|=|小于|低于|等于|少于|小于等于|小于或等于)(?:年初)?预算",
        "“三公”经费实际支出数未超过预算安排数":
          "(?:三公经费[^,未没无不]{0,8}|^|[,、]|实际)支出(?:决算)?(?:数|总额|金额)?(?:未|没有|不)(?:超过?|超出|大于|高于)(?:年初)?预算",
      }),
      statements("within", "是", {
        "“三公”经费支出控制在预算内":
          "三公经费(?:实际)?支出(?:均|全部)?控制在(?:年初)?预算(?:安排)?(?:数|额度|范围)?(?:以|之)?内",
      }),
      statements("within", "否", {
        "“三公”经费实际支出数超过预算安排数":
          "三公经费[^,未没无不]{0,8}支出(?:决算)?(?:数|总额|金额)?(?:>|大于|超过|超出|高于)(?:年初)?预算",
      }),
    ],
  },
]);
