import { describe, expect, it } from "vitest";
import { tryItem } from "../../src/app/tryItem";

const faults = "①虚列支出；②截留资金；③挤占挪用。";
const wanted = "①制度健全；②账实相符；③及时公开。";

function asked(clause: string): readonly unknown[] {
  const item = tryItem({ id: "faults", indicator: "资金使用", weight: 3, clause, answers: [] });
  if (!("questions" in item)) throw new Error(`no clause: ${clause}`);
  return item.questions.flatMap(({ instead = [] }) => instead);
}

/** A list of requirements may be answered one by one, a 否 costs; of a list of faults a 是 does: only their number is asked. */
describe("逐项扣分的列项", () => {
  it.each([
    `存在以下问题的每项扣1分：${faults}`,
    `有下列情形之一的，每项扣1分：${faults}`,
    `每发现一项下列问题扣1分：${faults}`,
    `${faults}每有一项扣1分。`,
    `${faults}以上每发现一项扣1分。`,
    `出现以下行为的每项扣1分：${faults}`,
    `存在下列未按规定执行的情形，每项扣1分：${faults}`,
  ])("%s：只问有几项", (clause) => {
    expect(asked(clause)).toEqual([]);
  });

  it.each([`${wanted}每有一项不符合扣1分。`, `${wanted}每缺少一项扣1分，扣完为止。`])(
    "%s：可以逐项回答，否的扣",
    (clause) => {
      expect(asked(clause)).toHaveLength(3);
    },
  );
});
