import { fullFormName, type Desk, type DeskForm } from "../desk";
import type { KeptSheet } from "../previousBook";
import type { ReviewedFinding } from "../reviewed";
import type { PlannedSheet } from "./tableSheet";

/** A line of 问题清单: a finding of a form, or a check and in how many forms it found nothing. */
interface FindingLine {
  readonly key: string;
  readonly form: DeskForm | null;
  readonly finding: ReviewedFinding | null;
  readonly severity: string;
  readonly subject: string;
  readonly title: string;
}

/** People's columns of 问题清单; what is ticked goes into 退回修改通知单. */
const findingColumns = { back: "退回修改", verdict: "认定意见", answer: "单位反馈" } as const;
const tick = "√";

const order = ["须更正", "待核实", "提示"];

/** 问题清单: what was found, form by form; below, what was looked for and not found. */
export function findingsPlan(
  { forms }: Desk,
  checks: readonly { readonly id: string; readonly title: string }[],
  kept: KeptSheet | null,
): PlannedSheet<FindingLine> {
  return {
    name: "问题清单",
    table: "问题清单",
    title: "复核问题清单",
    note: `须更正：得分、合计等写错的；待核实：要单位说明的；提示：值得看一眼的。末尾逐项列出没有发现问题的检查。要退回的在“${findingColumns.back}”选${tick}，再用 --notices 生成《退回修改通知单》。`,
    rows: [...forms.flatMap(findingLines), ...(forms.length === 0 ? [] : nothingFound(forms, checks))],
    keyOf: ({ key }) => key,
    frozenColumns: 3,
    paper: "A3",
    tab: "FFC00000",
    kept,
    gone: { state: "已改", staysBlank: true },
    columns: [
      { key: "number", title: "表号", width: 6, align: "center", cell: ({ form }) => form?.number ?? null },
      { key: "severity", title: "等级", width: 10, align: "center", cell: ({ severity }) => severity },
      { key: "subject", title: "对象", width: 26, cell: ({ subject }) => subject },
      { key: "about", title: "指标（事项）", width: 20, cell: ({ finding }) => finding?.subject ?? "" },
      { key: "place", title: "位置", width: 18, cell: ({ finding }) => finding?.place ?? "" },
      { key: "what", title: "复核发现", width: 40, cell: ({ finding }) => finding?.what ?? "未发现问题。" },
      { key: "why", title: "事实及判定", width: 34, cell: ({ finding }) => finding?.why ?? "" },
      { key: "todo", title: "处理建议", width: 34, cell: ({ finding }) => finding?.todo ?? "" },
      { key: "basis", title: "核验依据", width: 30, cell: ({ title }) => title },
      {
        key: "said",
        title: "单位已核实的说明",
        width: 18,
        cell: ({ finding }) => (finding?.dismissed === "" ? "已核实，不处理" : (finding?.dismissed ?? "")),
      },
      {
        key: "state",
        title: "整改情况",
        width: 9,
        align: "center",
        cell: ({ key, finding }) => stateOf(key, finding, kept),
      },
      {
        key: "back",
        title: findingColumns.back,
        width: 9,
        align: "center",
        isPeople: true,
        choices: [tick],
        cell: () => null,
      },
      { key: "verdict", title: findingColumns.verdict, width: 22, isPeople: true, cell: () => null },
      { key: "answer", title: findingColumns.answer, width: 22, isPeople: true, cell: () => null },
    ],
  };
}

function findingLines(form: DeskForm): readonly FindingLine[] {
  const sorted = [...form.findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return sorted.map((finding) => ({
    key: `${form.key}|${finding.key}`,
    form,
    finding,
    severity: finding.dismissed === null ? finding.severity : "已核实",
    subject: fullFormName(form),
    title: finding.title,
  }));
}

function nothingFound(
  forms: readonly DeskForm[],
  checks: readonly { readonly id: string; readonly title: string }[],
): readonly FindingLine[] {
  return checks.flatMap(({ id, title }): FindingLine | [] => {
    const found = forms.filter(({ findings }) => findings.some(({ check }) => check === id)).length;
    const rest = forms.length - found;
    if (rest === 0) return [];
    const subject = found === 0 ? `全部${forms.length}张表` : `其余${rest}张表`;
    return { key: `检查|${id}`, form: null, finding: null, severity: "未发现问题", subject, title };
  });
}

function stateOf(key: string, finding: ReviewedFinding | null, kept: KeptSheet | null): string {
  if (kept === null || finding === null) return "";
  return kept.rows.has(key) ? "未改" : "新发现";
}
