import { inCell, type Check } from "../finding";

/** 专项资金 in the budget table goes with the rows of the form about it, and the other way round. */
export const specialFundBlock: Check = {
  id: "specialFundBlock",
  title: "预算表有专项资金，才有“专项效能”；有“专项效能”，预算表就有专项资金",
  severity: "待核实",
  find: ({ form, rows, edition: { specialFund } }) => {
    const fund = form.head.budget.find(({ title }) => /^专项资金/u.test(title) && !title.includes("其他"));
    const amount = fund?.amount.value ?? null;
    if (fund === undefined || amount === null || rows.length === 0 || specialFund === undefined) return [];
    const { level2, required, without } = specialFund;
    const block = rows.find(({ editionRow }) => editionRow?.level2 === level2);
    const at = inCell(fund.amount.at);
    if (amount > 0 && block === undefined) {
      return {
        at,
        subject: "专项资金",
        essence: String(amount),
        what: `预算表有专项资金${amount}万元，自评表没有“${level2}”的指标。`,
        why: required,
        todo: "请核对所用的模板；确属其他资金的，改填“其他事业发展支出”。",
      };
    }
    if (amount !== 0 || block === undefined || block.score === null || block.card.outcome === "notApplicable")
      return [];
    return {
      at: inCell(block.card.at),
      other: at,
      subject: block.card.indicator,
      essence: "0",
      what: `预算表的专项资金为0，“${level2}”却有得分。`,
      why: without,
      todo: "请核对预算表或所用的模板。",
    };
  },
};
