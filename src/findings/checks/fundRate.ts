import { percentWords } from "../../criteria/words";
import type { FundLine } from "../../form/form";
import { decimalPlaces, tidy } from "../../quantity/tidy";
import { readPlainNumber } from "../../quantity/plainNumber";
import { baseWords, fundDoubts, rateOf } from "../../scorecard/fundDoubts";
import { inCell, type Check, type Found } from "../finding";

/** 执行率 of every line as written against its amounts, and what the block leaves to be explained. */
export const fundRate: Check = {
  id: "fundRate",
  title: "执行率与预算数、执行数相符，偏低、超过100%和预算调整说明了原因",
  severity: "待核实",
  find: ({ form }) => {
    const { fund } = form;
    if (fund === null) return [];
    const doubts = fundDoubts(form).map(({ of, text }): Found => ({
      at: inCell(of === "rate" ? fund.executed.at : (fund.annual ?? fund.executed).at),
      subject: "预算执行率",
      essence: text,
      what: `${text}。`,
      why: `${baseWords(fund)}；偏差大的，审核时会要求说明。`,
      todo: "请核对金额，并写明原因。",
    }));
    const lines = [fund, ...fund.lines].flatMap((line) => [
      ...writtenRate(line, rateOf(line, fund), baseWords(fund)),
      ...(line === fund ? [] : overspent(line, rateOf(line, fund))),
    ]);
    return [...lines, ...doubts];
  },
};

function writtenRate({ rate, name }: FundLine, computed: number | null, words: string): readonly Found[] {
  const written = rate === null || typeof rate.value === "boolean" ? null : readPlainNumber(rate.value);
  if (rate === null || written === null || !["", "%"].includes(written.unit)) return [];
  // "95" without its sign, 0.95 in a cell of percents.
  const isBare = written.unit === "" && written.value > 2;
  const said = isBare ? written.value / 100 : written.value;
  const line = name === "" ? "年度资金总额" : name;
  const base = { at: inCell(rate.at), subject: `${line}执行率`, why: `${words}。` };
  if (computed === null) return [];
  const decimals =
    decimalPlaces(String(rate.value).replace(/[%％\s]/gu, "")) + (written.unit === "%" || isBare ? 2 : 0);
  const tolerance = 0.5 * 10 ** -Math.max(2, decimals) + 1e-9;
  if (Math.abs(said - computed) <= tolerance) return [];
  const right = percentWords(tidy(Number(computed.toFixed(4))));
  return [
    {
      ...base,
      essence: `${percentWords(tidy(said))}≠${right}`,
      severity: "须更正",
      what: `“${line}”的执行率写${percentWords(tidy(said))}，按金额计算为${right}。`,
      todo: `请核对金额；无误的，执行率改为${right}，得分随之改正。`,
    },
  ];
}

function overspent({ executed, name }: FundLine, rate: number | null): readonly Found[] {
  if (rate === null || rate <= 1) return [];
  return [
    {
      at: inCell(executed.at),
      subject: `${name}执行数`,
      essence: percentWords(rate),
      what: `“${name}”的执行数超过预算数，执行率${percentWords(tidy(Number(rate.toFixed(4))))}。`,
      why: "没有预算的资金不能支出；预算追加了的，应填调整后的预算数。",
      todo: "请核对这一行的预算数和执行数。",
    },
  ];
}
