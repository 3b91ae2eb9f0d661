import { normalizeName } from "../../form/normalizeName";
import { inCell, type Check } from "../finding";

const bounded = ["atLeast", "moreThan", "atMost", "lessThan"];

/** An actual that repeats the target with its sign was not measured. */
export const annexActualRepeats: Check = {
  id: "annexActualRepeats",
  title: "实际完成值是实际测得的数，不是照抄目标值",
  severity: "待核实",
  find: ({ annexRows }) =>
    annexRows.flatMap(({ row, name, completion }) => {
      const { actual } = completion;
      if (actual.kind !== "quantity" || completion.target.kind !== "quantity") return [];
      const figure = actual.figures.find(({ side }) => side !== null && bounded.includes(side));
      // "已超过100万人，统计达到685万人次" does measure.
      if (
        figure === undefined ||
        [...actual.figures, ...actual.mentions].some((one) => one.side === null || one.side === "equal")
      )
        return [];
      const goal = completion.target.figures[0];
      if (goal.value !== figure.value) return [];
      return {
        at: inCell(row.actual.at),
        other: inCell(row.target.at),
        subject: name,
        essence: normalizeName(figure.text),
        what: `“${name}”的实际完成值“${figure.text}”照抄目标值，没有实际测得的数。`,
        why: "实际完成值带“以上”“≥”等字样，说明没有实际统计，复核时不能认定完成率。",
        todo: "请填写实际统计的数值。",
      };
    }),
};
