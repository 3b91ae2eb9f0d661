import { makeChange, type Made } from "./makeChange";
import { noFormProblem, openForm } from "./openForm";

type Port = Parameters<typeof makeChange>[0];
type Options = Parameters<typeof makeChange>[2];

/**
 * 全部计算: every form of the workbook in turn, each as if it were picked. Copies of a scored form are left alone. The
 * first that fails ends it, and says which were done.
 */
export async function scoreAll(port: Port, options: Options = {}): Promise<Made> {
  const opened = await openForm(port, options);
  if (!opened.ok) return { kind: "failed", problem: opened.problem };
  if (opened.value.noForm !== null) return { kind: "failed", problem: noFormProblem(opened.value.noForm) };
  const { cases } = opened.value;
  const done: string[] = [];
  const notes: string[] = [];
  for (const { sheet, copyOf } of cases) {
    if (copyOf !== null) {
      notes.push(`“${sheet}”是“${copyOf}”的副本，没有计算。`);
      continue;
    }
    const made = await makeChange(port, { kind: "score" }, { ...options, picked: sheet });
    if (made.kind === "failed") {
      const before = done.length === 0 ? "" : `已计算：${done.join("、")}。`;
      const { problem } = made;
      return { kind: "failed", problem: { ...problem, what: `“${sheet}”：${problem.what}${before}` } };
    }
    done.push(`“${sheet}”`);
    if (made.kind === "done") notes.push(`“${sheet}”${made.text}`, ...made.notes);
  }
  return { kind: "done", text: `已计算${done.length}张自评表`, notes };
}
