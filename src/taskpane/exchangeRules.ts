import { ruleEntries, type RuleEntry } from "../app/ruleEntries";
import { readRulesFile, writeRulesFile } from "../app/rulesFile";
import type { Scorecard } from "../scorecard/scorecard";
import { fail, type Outcome, type Problem } from "../workbook/port";
import type { Host } from "./host";
import type { PaneNews } from "./paneEvent";

const fileName = "规则.json";

/** Hands out what a person said of the rules of the form that is shown. */
export async function exportRules(
  host: Host,
  shown: Scorecard | null,
  to: "clipboard" | "file",
): Promise<PaneNews> {
  const entries = shown === null ? [] : ruleEntries(shown);
  const text = writeRulesFile(entries);
  if (to === "file") {
    host.saveText?.(text, fileName);
    const elsewhere = `没有看到文件的，请改用“复制”，粘贴到记事本里，存为“${fileName}”。`;
    return {
      kind: "done",
      text: `已交给浏览器保存“${fileName}”（${entries.length}条）。`,
      notes: [elsewhere],
    };
  }
  const copied = await host.copyText(text);
  if (!copied) return { kind: "failed", problem: notCopied };
  const next = `粘贴到记事本里存为“${fileName}”，或者直接粘贴到另一份自评表的“导入规则”里。`;
  return { kind: "done", text: `已复制${entries.length}条人工设定的计分规则。`, notes: [next] };
}

/** The rules in a file, or in a text that was pasted. */
export function readRules(from: Uint8Array | string): Outcome<readonly RuleEntry[]> {
  if (from.length > longest) return fail(tooLong);
  const text = typeof from === "string" ? from : decoded(from);
  if (text === null) return fail(notText);
  return readRulesFile(text);
}

/** 2 MB: thousands of rules. */
const longest = 2_000_000;

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const unread = { code: "badRules", what: "规则文件读不了，没有采用。" } as const;
const tooLong: Problem = {
  ...unread,
  why: "文件超过2 MB，不像是计分规则。",
  todo: `请选用本工具导出的“${fileName}”。`,
};
const notText: Problem = {
  ...unread,
  why: "不是UTF-8编码的文本文件。",
  todo: `请选用本工具导出的“${fileName}”；用记事本改过的，另存时编码选“UTF-8”。`,
};
const notCopied: Problem = {
  code: "unexpected",
  what: "没能复制。",
  why: "浏览器不让写剪贴板。",
  todo: "请改用“保存为文件”。",
};
