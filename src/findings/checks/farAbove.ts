import { inCell, type Check } from "../finding";
import { isNil } from "../passages";

/** Far above its target, and no word about why: the target was set too low, or the figure is of something else. */
export const farAbove: Check = {
  id: "farAbove",
  title: "远超目标值的指标说明了原因",
  severity: "待核实",
  find: ({ rows, form }) =>
    rows.flatMap(({ card, indicator, basis }) => {
      const { goal } = indicator;
      const said = card.remarks.find((remark) => remark.includes("请说明超额的原因"));
      if (goal === null || said === undefined || indicator.row === form.fund?.row) return [];
      if (basis !== null && !isNil(basis)) return [];
      return {
        at: inCell(goal.actual.at),
        other: inCell(goal.target.at),
        subject: card.indicator,
        essence: String(goal.actual.content ?? ""),
        what: `“${card.indicator}”${said.replace(/；待核实.*$/u, "")}，没有说明原因。`,
        why: "大幅超额的，审核时会问目标值是否定低了，或者统计口径是否不同。",
        todo: "请核对目标值、实际完成值和单位，写明超额的原因。",
      };
    }),
};
