import { countLine, sayPlace } from "../edits/findingsSheet";
import { groupFindings, groupOf } from "../findings/causes";
import type { Finding, Place } from "../findings/finding";
import { a1 } from "../workbook/cell";

/** Like a linter: "sheet!cell 级别 id 说明", one line per finding that is not dismissed; then the counts. */
export function checkReport(file: string | null, findings: readonly Finding[]): string {
  const prefix = file === null ? "" : `${file}:`;
  const lines = findings
    .filter(({ dismissed }) => dismissed === null)
    .map(({ at, severity, check, what }) => `${prefix}${sayPlace(at)} ${severity} ${check} ${oneLine(what)}`);
  const none = findings.length === 0 ? "没有发现问题。" : `${countLine(findings)}。${groupLine(findings)}`;
  return [...lines, `${file === null ? "" : `${file}：`}${none}`].join("\n");
}

/** 评分依据过于简单18处，文字笔误和叫法不一3处 */
function groupLine(findings: readonly Finding[]): string {
  const groups = groupFindings(findings.filter(({ dismissed }) => dismissed === null));
  return groups.length === 0
    ? ""
    : `归为${groups.length}类：${groups.map(({ title, findings: own }) => `${title}${own.length}处`).join("，")}。`;
}

/** One form of a file in `--check --json`. The keys are a contract with other programs. */
export function jsonFindings(file: string, form: number, sheet: string, findings: readonly Finding[]) {
  return {
    file,
    form,
    sheet,
    findings: findings.map((finding) => ({
      ...jsonPlace(finding.at),
      severity: finding.severity,
      id: finding.check,
      group: groupOf(finding).id,
      title: finding.title,
      what: finding.what,
      why: finding.why,
      todo: finding.todo,
      other: finding.other === null ? null : jsonPlace(finding.other),
      fix: finding.fix ?? null,
      right: finding.right ?? null,
      dismissed: finding.dismissed,
      key: finding.key,
    })),
  };
}

/** A cell of the workbook, or a line of the report; the members that do not apply are null. */
function jsonPlace(place: Place) {
  return place.kind === "report"
    ? { sheet: null, cell: null, reportLine: place.line }
    : { sheet: place.at.sheet, cell: a1(place.at), reportLine: null };
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ");
}
