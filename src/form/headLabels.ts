import { normalizeName } from "./normalizeName";

/** The titles of the head block. "section" labels only end what stands before them. */
export type HeadLabel =
  | "department"
  | "project"
  | "code"
  | "unitCount"
  | "year"
  | "goal"
  | "goalResult"
  | "shortfall"
  | "budget"
  | "section";

/** As offices print them. */
const labels: readonly (readonly [HeadLabel, RegExp])[] = [
  [
    "department",
    /^(?:部门名称|部门\(单位\)名称|单位名称|预算部门|填报部门|填报单位|自评部门|部门\(单位\)|预算单位名称|预算部门名称|填报单位名称|主管部门|项目主管部门|主管部门及代码)$/u,
  ],
  ["project", /^(?:项目名称|专项名称|专项资金名称|政策名称|项目\(政策\)名称)$/u],
  ["code", /^(?:预算)?项目(?:编码|代码|编号)$/u],
  ["unitCount", /^(?:单位数|单位数量|预算单位数|所属单位数|单位个数|预算单位数量)$/u],
  ["year", /^(?:年度|评价年度|自评年度|预算年度|所属年度)$/u],
  [
    "goal",
    /^(?:年度整体绩效目标|整体绩效目标|年度绩效目标|年度总体目标|部门整体绩效目标|预期目标|年初设定目标|年度总体绩效目标|总体绩效目标)$/u,
  ],
  [
    "goalResult",
    /^(?:整体绩效目标完成情况|年度整体绩效目标完成情况|绩效目标完成情况|年度绩效目标完成情况|总体绩效目标完成情况|部门整体绩效目标完成情况|目标完成情况|年度总体目标完成情况|实际完成情况|全年完成情况)$/u,
  ],
  [
    "shortfall",
    /^(?:未能完成原因|未完成原因|未能完成的原因|未完成的原因|未完成原因及改进措施|未能完成原因及改进措施)$/u,
  ],
  [
    "budget",
    /^(?:年度部门预算情况|部门预算情况|年度预算情况|预算情况|年度部门整体预算情况|部门整体预算情况|年度部门预算)$/u,
  ],
  [
    "section",
    /^(?:实施单位|项目实施单位|项目单位|部门基本情况|基本情况|部门概况|部门职责|部门职能|主要职能|联系人|联系电话|填报日期|填报人)$/u,
  ],
];

const longestLabel = 24;

/** "单位数：" → unitCount; null for a cell that is no label. */
export function headLabel(text: string): HeadLabel | null {
  if (text === "" || text.length > longestLabel) return null;
  const name = normalizeName(text)
    .replace(/[::]$/u, "")
    .replace(/^\d{4}(?=年)/u, "");
  const bare = name.replace(/\((?:万元|元|个|家)\)$/u, "");
  return labels.find(([, words]) => words.test(name) || words.test(bare))?.[0] ?? null;
}

/** "部门名称：广州市…  单位数：6" → each label with the words behind it; empty for a cell without "label：". */
export function inlineLabels(text: string): readonly { readonly label: HeadLabel; readonly value: string }[] {
  const found: { label: HeadLabel; value: string }[] = [];
  for (const piece of text.split(/(?<!\s)\s+(?=[^\s:：]{2,12}[:：])/u)) {
    const colon = /[:：]/u.exec(piece);
    if (colon === null || colon.index > longestLabel) continue;
    const label = headLabel(piece.slice(0, colon.index));
    const value = piece.slice(colon.index + 1).trim();
    if (label !== null && value !== "") found.push({ label, value });
  }
  return found;
}
