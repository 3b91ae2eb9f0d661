import { inCell, type Check } from "../finding";
import { goalsOf } from "../goals";

/** What the whole project cost; never what one thing costs. */
const whole =
  /总(?:成本|支出|投资|费用|造价)|项目(?:总?支出|成本|预算|投资)|(?:资金|经费|预算)(?:总?支出|执行|使用|控制)(?:数|额|总额|金额)?$/u;
const yuan = 10_000;

/** The cost of the whole project in the table against 全年执行数 of the money block. */
export const fundCost: Check = {
  id: "fundCost",
  title: "项目总成本与资金的执行数一致",
  severity: "待核实",
  find: (context) => {
    const executed = context.form.fund?.executed;
    if (executed?.value == null) return [];
    const spent = executed.value;
    return goalsOf(context).flatMap(({ name, goal, reading }) => {
      const figure = reading.actual.kind === "quantity" ? reading.actual.figures[0] : undefined;
      if (figure === undefined || !whole.test(name) || figure.unit.name !== "元") return [];
      // The block is in 万元 or in 元; figures may be rounded.
      const same = [spent * yuan, spent].some(
        (one) => Math.abs(one - figure.value) <= Math.max(1, one * 0.005),
      );
      if (same) return [];
      return {
        at: inCell(goal.actual.at),
        other: inCell(executed.at),
        subject: name,
        essence: `${figure.text}≠${spent}`,
        what: `“${name}”的实际完成值为“${figure.text}”，资金的执行数为${spent}。`,
        why: "项目总成本与资金执行数应当对得上，金额单位也要一致。",
        todo: "请核对两处金额和单位，口径不同的加以说明。",
      };
    });
  },
};
