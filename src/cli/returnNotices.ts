import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { writeDocument } from "../adapters/docx/writeDocument";
import type { KeptBook } from "../review/previousBook";
import { returnNotices } from "../review/returnNotice";
import { safeWrite } from "./safeWrite";
import { systemReason } from "./systemReason";

/** Writes 《退回修改通知单》 for each department that has a ticked row; why not, if it cannot be. */
export async function writeNotices(folder: string, book: KeptBook): Promise<string | null> {
  const notices = returnNotices(book);
  const taken = new Set<string>();
  try {
    if (notices.length > 0) await mkdir(folder, { recursive: true });
    for (const { department, document } of notices) {
      const name = freeName(`退回修改通知单-${safeName(department)}`, taken);
      await safeWrite(join(folder, name), await writeDocument(document));
      console.log(`已写入 ${join(folder, name)}`);
    }
  } catch (error) {
    return `写不了通知单。\n  原因：${systemReason(error)}\n  办法：请检查文件夹“${folder}”、文件是否正被打开，再试一次。`;
  }
  if (notices.length === 0) console.error("问题清单里没有选√退回修改的，没有写通知单。");
  return null;
}

/** Without what no file's name may hold. */
function safeName(department: string): string {
  const plain = department.replace(/[\\/:*?"<>|\u0000-\u001f]/gu, "").trim();
  return Array.from(plain).slice(0, 40).join("") || "未写明部门";
}

/** Names that differ only in what was left out get a number. */
function freeName(stem: string, taken: Set<string>): string {
  let name = `${stem}.docx`;
  for (let count = 2; taken.has(name); count += 1) name = `${stem}(${count}).docx`;
  taken.add(name);
  return name;
}
