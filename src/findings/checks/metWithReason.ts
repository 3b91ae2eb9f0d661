import { percentWords } from "../../criteria/words";
import type { Check } from "../finding";
import { goalsOf } from "../goals";
import { explainsNothing, isOfMore } from "../metReasons";
import { changesGoals, excerpt, isNil, sentencesOf, shortened } from "../passages";

/** A reason for a miss beside a row that was not missed: the figure, the row or the reason is wrong. */
export const metWithReason: Check = {
  id: "metWithReason",
  title: "写了偏差原因的指标确实没有完成目标",
  severity: "待核实",
  find: (context) =>
    context.form.reasonTitle === null
      ? []
      : goalsOf(context).flatMap(({ row, name, missed, reading }) => {
          const { basis, lost, atBasis } = row;
          if (missed !== false || lost || basis === null || isNil(basis) || reading.outcome !== "rate")
            return [];
          if (sentencesOf(basis).every(changesGoals)) return [];
          if (explainsNothing(basis) || isOfMore(basis, reading.parts)) return [];
          return {
            ...atBasis,
            essence: shortened(basis),
            what: `“${name}”已完成目标（完成率${percentWords(reading.rate)}），“${context.form.reasonTitle ?? ""}”写“${excerpt(basis)}”。`,
            why: "这一栏只在没有完成目标或扣分时填写，与完成值、得分对不上。",
            todo: "请核对完成值是否有误、原因是否写错了行；没有偏差的，不填。",
          };
        }),
};
