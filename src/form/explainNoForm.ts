import type { NoForm } from "./form";
import { requiredKeys, requiredTitles, type RequiredTitle } from "./titles";

/** What was seen on a sheet that is not the form. */
export interface RejectedSheet {
  readonly sheet: string;
  readonly empty: boolean;
  readonly missing: readonly RequiredTitle[];
  readonly reason: "workingPaper" | "project" | "annex" | "noRows" | "titles";
  readonly foreign: readonly string[];
}

const advice = "请打开含“部门整体支出绩效自评表”的工作簿后再试。";

/** Says what was looked for, what each sheet has of it, and why none of them is the form. */
export function explainNoForm(rejected: readonly RejectedSheet[], askedFor?: string): NoForm {
  const ranked = rejected.toSorted((a, b) => a.missing.length - b.missing.length);
  return {
    wanted: requiredKeys.map((key) => requiredTitles[key]),
    sheets: ranked.map((one) => ({
      sheet: one.sheet,
      found: requiredKeys.filter((key) => !one.missing.includes(key)).map((key) => requiredTitles[key]),
      missing: one.missing.map((key) => requiredTitles[key]),
      reason: reasonWords(one),
    })),
    why: why(ranked, askedFor),
  };
}

function why(ranked: readonly RejectedSheet[], askedFor: string | undefined): string {
  if (askedFor !== undefined && ranked.length === 0) {
    return `工作簿中没有名为“${askedFor}”的工作表，请核对工作表名称。`;
  }
  if (ranked.every((sheet) => sheet.empty)) return `工作簿是空的，没有可读取的自评表。${advice}`;
  const wanted = requiredKeys.map((key) => `“${requiredTitles[key]}”`).join("");
  const scope = askedFor === undefined ? "工作簿中" : `工作表“${askedFor}”中`;
  const nearest = ranked.filter((sheet) => !sheet.empty && sheet.reason !== "workingPaper").slice(0, 3);
  const sentences = nearest
    .filter(({ reason, missing }) => reason !== "titles" || missing.length < requiredKeys.length)
    .map((sheet) => `工作表“${sheet.sheet}”${reasonWords(sheet)}`);
  return [
    `${scope}没有找到部门整体支出绩效自评表：表头应有${wanted}四个标题。`,
    ...(sentences.length > 0 ? sentences : ["各工作表都没有这些标题。"]),
    advice,
  ].join("");
}

function reasonWords(sheet: RejectedSheet): string {
  if (sheet.empty) return "是空表。";
  switch (sheet.reason) {
    case "project":
      return "是项目支出或专项资金的绩效表，不是部门整体支出绩效自评表。";
    case "annex":
      return `的表头有“${sheet.foreign.join("”“")}”，是指标完成情况表或项目支出自评表。`;
    case "noRows":
      return "有表头，但下面没有带分值的三级指标。";
    case "titles":
      return `缺少${sheet.missing.map((key) => `“${requiredTitles[key]}”`).join("")}。`;
    case "workingPaper":
      return "是评分底稿。";
  }
}
