import { tidy } from "../quantity/tidy";
import type { Desk, DeskForm, Relation } from "./desk";
import { farFromGroup } from "./farFromGroup";
import { sharedWords } from "./sharedWords";

/** All of them, those between departments first. */
export function crossForms(desk: Desk): readonly Relation[] {
  return [
    ...sharedWords(desk),
    ...desk.forms.flatMap((form) => [unspentYetDone(form), allFull(form), notHundred(form)].flat()),
    ...farFromGroup(desk),
  ];
}

/** Money below this share, with everything done, is to be explained. */
const littleSpent = 0.6;
/** Fewer rows may well be full together. */
const fewest = { full: 5, done: 3 } as const;

function isFull({ self, weight }: DeskForm["rows"][number]): boolean {
  return self !== null && weight !== null && tidy(self) === tidy(weight);
}

function unspentYetDone(form: DeskForm): readonly Relation[] {
  const { executionRate: rate } = form;
  const goals = form.rows.filter(({ isFund, weight }) => !isFund && weight !== 0);
  if (rate === null || rate >= littleSpent || goals.length < fewest.done || !goals.every(isFull)) return [];
  return [
    {
      kind: "钱没花完，全部完成",
      key: `unspent|${form.key}`,
      forms: [{ form, at: "" }],
      what: `执行率${tidy(rate * 100).toFixed(2)}%，其余${goals.length}项指标都填报满分。`,
      why: "资金没有用出去，任务却全部完成：可能目标定得低、预算编得高，也可能支出或完成情况不实。",
      todo: "请单位说明未支出的资金对应哪些任务，核对完成情况的佐证材料和预算编制依据。",
    },
  ];
}

function allFull(form: DeskForm): readonly Relation[] {
  const scored = form.rows.filter(({ weight }) => weight !== null && weight > 0);
  if (scored.length < fewest.full || !scored.every(isFull)) return [];
  return [
    {
      kind: "全是满分",
      key: `full|${form.key}`,
      forms: [{ form, at: "" }],
      what: `${scored.length}项指标都填报满分。`,
      why: "没有一项扣分的表，往往没有照评分标准逐项核对。",
      todo: "请逐项核对评分依据和佐证材料，确实都达到的注明“经核实”。",
    },
  ];
}

function notHundred(form: DeskForm): readonly Relation[] {
  const { weight } = form;
  if (weight === 100 || form.rows.length === 0) return [];
  const unread = form.rows.filter((row) => row.weight === null).length;
  return [
    {
      kind: "分值合计不是100",
      key: `weights|${form.key}`,
      forms: [{ form, at: "" }],
      what: `各项分值合计${String(weight)}分${unread === 0 ? "" : `，另有${unread}项没有写分值`}。`,
      why: "分值合计不是100分的，总分和等级不能与别的表比。",
      todo: "请对照下发的模板核对分值，缺项、改动的退回补正。",
    },
  ];
}
