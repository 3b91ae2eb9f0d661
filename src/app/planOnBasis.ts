import { planBasis } from "../edits/planBasis";
import type { Case } from "../scorecard/case";
import { fail, succeed, type Outcome, type Problem } from "../workbook/port";
import type { BasisChange, Planned } from "./planChange";

/** What is written of the drafts of 评分依据 that a person took, and how that is told. */
export function planOnBasis({ taken }: BasisChange, formCase: Case): Outcome<Planned> {
  if (formCase.copyOf !== null) return fail(ofCopy(formCase.copyOf));
  const { plan, left } = planBasis(formCase, taken);
  const done = taken.length - left;
  const back = taken.filter(({ text }) => text === null).length;
  const what = back === taken.length ? "已撤下" : "已写入";
  const said = done === 0 ? "" : `${what}${done}条评分依据；“恢复原表”会还原。`;
  const changed = left === 0 ? "" : `有${left}条的数据已经变了，没有写入，请再看一遍。`;
  return succeed({ plan, done: `${said}${changed}` });
}

function ofCopy(original: string): Problem {
  return {
    code: "noForm",
    what: "没有写入，表格没有改动。",
    why: `这张表是“${original}”的副本。`,
    todo: "请先对它“计算得分”，再生成评分依据。",
  };
}
