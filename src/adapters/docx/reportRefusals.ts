import type { Problem } from "../../workbook/port";

const todo =
  "请用 Word 或 WPS 打开报告的原稿，“另存为”选“Word 文档（*.docx）”或“纯文本（*.txt）”，再选另存的文件。";

/** Why a report file is not read, beside what is said of every package. */
export const reportRefusals = {
  empty: {
    code: "damagedFile",
    what: "自评报告是空的。",
    why: "文件里没有任何内容，可能没有下载或复制完整。",
    todo: "请重新取得这份自评报告后再试。",
  },
  blank: {
    code: "damagedFile",
    what: "自评报告里没有文字。",
    why: "文件里一个汉字也没有读到；扫描的图片读不出文字。",
    todo,
  },
  oldDocument: {
    code: "damagedFile",
    what: "这份自评报告是旧格式（.doc、.wps），或设了打开密码，读不出文字。",
    why: "只读取没有密码的 Word 文档（.docx）和纯文本（.txt）。",
    todo: "请用 Word 或 WPS 打开，去掉密码，“另存为”选“Word 文档（*.docx）”，再选另存的文件。",
  },
  tooLong: {
    code: "payloadTooLarge",
    what: "自评报告过长，没有读取。",
    why: "一份部门的自评报告不会超过 40 万字。",
    todo: "请确认选的是自评报告；附有大量其他材料的，请另存一份只留报告正文的再试。",
  },
  notReport: (kind: string): Problem => ({
    code: "damagedFile",
    what: `这个文件不是 .docx 或 .txt 格式的自评报告，而是${kind}。`,
    why: "只读取 Word 文档（.docx）和纯文本（.txt）；改扩展名不能转换格式。",
    todo,
  }),
} as const satisfies Readonly<Record<string, Problem | ((kind: string) => Problem)>>;

/** A refusal of any package in the words of a document: a report is only read, never written. */
export function forDocument(problem: Problem): Problem {
  const named = (text: string): string =>
    text
      .replaceAll("这份自评表", "这份自评报告")
      .replaceAll("自评表", "自评报告")
      .replaceAll("工作簿", "文档")
      .replaceAll("Excel", "Word")
      .replaceAll(".xlsx", ".docx");
  return { ...problem, what: named(problem.what), why: named(problem.why), todo: named(problem.todo) };
}
