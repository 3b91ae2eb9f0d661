import { inCell, type Check, type CheckExample, type Found } from "../finding";
import { isNil } from "../passages";

interface Part {
  readonly name: string;
  readonly words: RegExp;
}

/** Rows whose clause asks for several things; each is answered by its own words (working paper, rows 9–13, 22–24). */
const asked: Readonly<Record<string, readonly Part[]>> = {
  budgetDisclosure: [
    { name: "预算", words: /预算|预决算公开(?!专项|规范性|检查)/u },
    { name: "决算", words: /(?<!预)决算|预决算(?!公开专项|公开规范性|公开检查)/u },
  ],
  performanceDisclosure: [
    { name: "绩效目标", words: /目标/u },
    { name: "绩效自评资料", words: /自评|自我评价/u },
  ],
  systemBuilding: [
    { name: "本级使用资金的绩效要求", words: /本级|绩效目标管理|绩效要求|部门预算|资金管理/u },
    { name: "专项资金管理办法", words: /专项/u },
    { name: "绩效职责分工", words: /职责|分工/u },
  ],
  resultUse: [
    { name: "监控预警的处理", words: /预警|监控/u },
    { name: "重点评价整改情况反馈", words: /重点评价|整改/u },
    { name: "评价结果与预算挂钩", words: /挂钩|预算安排|预算编制|结合/u },
  ],
  systemExecution: [
    { name: "绩效目标编报质量", words: /目标|回退|退回/u },
    { name: "绩效监控", words: /监控|监测/u },
    { name: "绩效自评", words: /自评/u },
  ],
  assetIncome: [
    { name: "处置收益", words: /处置|资产收益/u },
    { name: "租金", words: /租|资产收益|使用收益/u },
  ],
  assetInventory: [
    { name: "盘点", words: /盘点|清查/u },
    { name: "盘点结果处理", words: /结果|处理|盘盈|盘亏|账实|无差异|相符/u },
  ],
  dataQuality: [
    { name: "年报数据完整、准确", words: /完整|准确/u },
    { name: "核实性问题的说明", words: /核实性|说明/u },
    { name: "资产账与财务账相符", words: /财务账|账账|账务|会计账/u },
    { name: "资产账与实物相符", words: /实体|账实|实物|账物/u },
  ],
};

const allAnswered = /不涉及|涉密/u;

/** Evidence that speaks of one of the things asked for, or of none. */
export const halfAnswered: Check = {
  id: "halfAnswered",
  title: "评分标准的几个条件都作了说明",
  severity: "待核实",
  find: ({ rows }) =>
    rows.flatMap(({ card, indicator, basis, score, lost, rubricRow }): readonly Found[] => {
      const parts = asked[rubricRow?.id ?? ""];
      if (parts === undefined || basis === null || indicator.basis === null || score === null || lost)
        return [];
      if (isNil(basis) || allAnswered.test(basis)) return [];
      const text = basis.replace(/\s+/gu, "");
      const lacking = parts.filter(({ words }) => !words.test(text));
      if (lacking.length === 0) return [];
      const names = lacking.map(({ name }) => `“${name}”`).join("、");
      return [
        {
          at: inCell(indicator.basis.at),
          other: inCell(card.at),
          subject: card.indicator,
          essence: lacking.map(({ name }) => name).join("、"),
          what: `“${card.indicator}”要求${parts.length}个条件，评分依据没有说明${names}。`,
          why: "一句话只说明其中一部分，其余部分复核时可不得分。",
          todo: `请补写${names}的情况。`,
        },
      ];
    }),
};

export const examples: readonly CheckExample[] = [
  {
    title: "只写预算公开，没写决算",
    book: { rows: [{ id: "budgetDisclosure", basis: "已按要求进行预算公开" }] },
    finds: 1,
  },
  {
    title: "预算、决算都写了",
    book: { rows: [{ id: "budgetDisclosure", basis: "已按要求公开2023年部门预算和2022年部门决算。" }] },
    finds: 0,
  },
  {
    title: "只写盘点，没写结果处理",
    book: { rows: [{ id: "assetInventory", basis: "已按要求进行盘点" }] },
    finds: 1,
  },
  {
    title: "盘点和结果处理都写了",
    book: { rows: [{ id: "assetInventory", basis: "已完成年度盘点，盘亏资产已按规定处理。" }] },
    finds: 0,
  },
  { title: "空白的另有一项检查", book: { rows: [{ id: "assetInventory" }] }, finds: 0 },
  {
    title: "扣分的行说明的是扣分",
    book: { rows: [{ id: "assetInventory", score: 0, basis: "未进行盘点" }] },
    finds: 0,
  },
];
