import type { Desk } from "../desk";
import type { KeptSheet } from "../previousBook";
import type { UnreadFile } from "../reviewed";
import type { PlannedSheet } from "./tableSheet";

/** 未读出的文件: each with why and what to do; the others were done all the same. */
export function unreadPlan({ unread }: Desk, kept: KeptSheet | null): PlannedSheet<UnreadFile> {
  return {
    name: "未读出的文件",
    table: "未读出的文件",
    title: "未读出的文件",
    note: "这些文件没有计入其他各表。照“怎样办”处理以后，再运行一次。",
    rows: unread,
    keyOf: ({ file }) => file,
    frozenColumns: 1,
    paper: "A4",
    tab: "FF7F7F7F",
    kept,
    columns: [
      { key: "file", title: "文件", width: 34, cell: ({ file }) => file, total: "count" },
      { key: "what", title: "情况", width: 30, cell: ({ what }) => what },
      { key: "why", title: "原因", width: 40, cell: ({ why }) => why },
      { key: "todo", title: "怎样办", width: 44, cell: ({ todo }) => todo },
      { key: "remark", title: "处理情况", width: 20, isPeople: true, cell: () => null },
    ],
  };
}
