import { inCell, type Check } from "../finding";

/** What the form reader could read only with a doubt: told here, because a reviewer reads the same cell. */
export const readingDoubt: Check = {
  id: "readingDoubt",
  title: "分值、得分等单元格能读清",
  severity: "提示",
  find: ({ form }) =>
    form.remarks.map(({ at, text }) => ({
      at: inCell(at),
      subject: "读表",
      essence: text,
      what: text,
      why: "读不清的内容不参与计算和核对。",
      todo: "请改成明确的数字或文字。",
    })),
};
