import type { Scorecard } from "../scorecard/scorecard";

/** What a form evaluates, whose it is and of which year: "项目支出，智慧校园建设 2024年度". */
export function sayWhose(scorecard: Scorecard): string {
  const { kind, year } = scorecard;
  const who = [nameOf(scorecard) ?? "", year === null ? "" : `${year}年度`]
    .filter((word) => word !== "")
    .join(" ");
  return who === "" ? kindWords[kind] : `${kindWords[kind]}，${who}`;
}

/** By what a form is scored; of projects there are no editions. */
export function sayEdition({ edition, kind }: Scorecard): string {
  const own =
    kind === "project" || kind === "specialFund" ? "以表内印的为准，没有印的按目标完成情况" : "未识别";
  return edition ?? own;
}

/** The project that a form is about, else the department; null: it says neither. */
export function nameOf({ kind, project, department }: Scorecard): string | null {
  return (kind === "project" || kind === "specialFund" ? project : null) ?? department;
}

export const kindWords: Readonly<Record<Scorecard["kind"], string>> = {
  department: "部门整体",
  unit: "单位整体",
  project: "项目支出",
  specialFund: "专项资金",
};

/** Why a copied sheet is not computed along, and what can be done. */
export function sayCopy(sheet: string, original: string): string {
  return (
    `“${sheet}”是“${original}”的副本：得分公式仍取“${original}”的底稿。可以不管它；` +
    `要作为新表计算，公式换成它自己的底稿，设置和人工设定的计分规则照“${original}”的，在“${original}”的底稿里填的数不带过来。`
  );
}
