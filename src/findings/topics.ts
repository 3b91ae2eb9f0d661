import type { CheckedRow } from "./finding";

/** What a sentence about a loss or a problem may be about, and the rubric rows that it touches. */
export interface Topic {
  readonly title: string;
  readonly words: RegExp;
  readonly rows: readonly string[];
}

export const topics: readonly Topic[] = [
  {
    title: "专项资金支出进度",
    words: /专项资金[^，。；]{0,8}(?:支出率|支出进度|执行率)/u,
    rows: ["specialExecution"],
  },
  {
    title: "预算支出进度",
    words: /支出率|支出进度|执行率|序时进度|执行进度|支出滞后|支出缓慢/u,
    rows: ["budgetExecution", "specialExecution"],
  },
  {
    title: "绩效指标完成情况",
    words: /(?:产出|效益|绩效)?指标[^，。；]{0,8}(?:未完成|未达|没有完成|未能完成|完成率)/u,
    rows: ["output", "benefit", "specialResult"],
  },
  { title: "结转结余", words: /结转|结余/u, rows: ["carryover"] },
  { title: "预决算公开", words: /(?:预算|决算)[^，。；]{0,6}公开/u, rows: ["budgetDisclosure"] },
  { title: "绩效信息公开", words: /绩效[^，。；]{0,8}公开/u, rows: ["performanceDisclosure"] },
  { title: "绩效管理制度", words: /绩效管理[^，。；]{0,6}(?:制度|规定|办法)/u, rows: ["systemBuilding"] },
  { title: "采购合同备案", words: /备案/u, rows: ["contractFiling"] },
  { title: "采购合同签订", words: /合同[^，。；]{0,6}签订/u, rows: ["contractSigning"] },
  { title: "采购意向公开", words: /采购意向/u, rows: ["intentionComplete", "intentionTiming"] },
  {
    title: "政府采购",
    words: /采购/u,
    rows: [
      "intentionComplete",
      "intentionTiming",
      "procurementControls",
      "procurementCompliance",
      "contractSigning",
      "contractFiling",
      "procurementPolicy",
    ],
  },
  {
    title: "资产管理",
    words: /资产(?!负债)/u,
    rows: ["assetAllocation", "assetIncome", "assetInventory", "dataQuality", "assetCompliance", "assetUse"],
  },
  { title: "公用经费", words: /公用经费/u, rows: ["overhead"] },
  { title: "“三公”经费", words: /[“"]?三公[”"]?经费/u, rows: ["threePublic"] },
];

/** The topics that a sentence names; a narrow one hides the wide one that holds it. */
export function topicsOf(text: string): readonly Topic[] {
  const named = topics.filter(({ words }) => words.test(text));
  return named.filter(
    (topic) =>
      !named.some(
        (other) =>
          other !== topic &&
          other.rows.length < topic.rows.length &&
          other.rows.every((row) => topic.rows.includes(row)),
      ),
  );
}

export function rowsOf(topic: Topic, rows: readonly CheckedRow[]): readonly CheckedRow[] {
  return rows.filter(({ rubricRow }) => rubricRow !== null && topic.rows.includes(rubricRow.id));
}
