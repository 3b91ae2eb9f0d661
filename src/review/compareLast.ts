import { normalizeName, bareName, ownerName } from "../form/normalizeName";
import { shortened } from "../findings/passages";
import { tidy } from "../quantity/tidy";
import type { Desk, DeskForm } from "./desk";
import type { ReviewedForm, ReviewedRow, ReviewRecord } from "./reviewed";

/** One indicator of a form beside that of the year before. */
export interface LastLine {
  readonly key: string;
  readonly form: DeskForm;
  readonly indicator: string;
  /** null: it stands in one of the two years only. */
  readonly last: ReviewedRow | null;
  readonly now: ReviewedRow | null;
  /** 自评得分率, of the weight: this year less the last; null where one is missing. */
  readonly change: number | null;
  readonly state: "上升" | "下降" | "持平" | "新增" | "今年没有" | "不能比";
  /** Sentences of 评分依据 that stood there the year before, word by word. */
  readonly reused: string;
}

/** What rose, fell, came and went since the year before, for every form that has one of that year. */
export function compareLast({ forms }: Desk, last: readonly ReviewRecord[]): readonly LastLine[] {
  const before = new Map<string, ReviewedForm>();
  for (const record of last) if (record.kind === "form") before.set(identity(record), record);
  return forms.flatMap((form) => {
    const other = before.get(identity(form));
    return other === undefined ? [] : linesOf(form, other);
  });
}

/** The same department, kind and project in any year; where the form names no department, the same file. */
function identity({ department, formKind, project, file }: ReviewedForm | DeskForm): string {
  const whose = department === "" ? `文件 ${file}` : normalizeName(department);
  return [whose, formKind, ownerName(project)].join("|");
}

function linesOf(form: DeskForm, other: ReviewedForm): readonly LastLine[] {
  const old = new Map(other.rows.map((row) => [rowIdentity(row), row]));
  const said = new Set(other.sentences.map(({ text }) => text));
  const now = form.rows.map((row): LastLine => {
    const last = old.get(rowIdentity(row)) ?? null;
    const reused = form.sentences.filter(
      ({ indicator, text }) => indicator === row.indicator && said.has(text),
    );
    const change = last === null ? null : changeOf(last, row);
    return {
      key: row.key,
      form,
      indicator: row.indicator,
      last,
      now: row,
      change,
      state: last === null ? "新增" : stateOf(change),
      reused: reused.map(({ text }) => `“${shortened(text, 60)}”`).join("；"),
    };
  });
  const known = new Set(form.rows.map(rowIdentity));
  const gone = other.rows.filter((row) => !known.has(rowIdentity(row)));
  return [
    ...now,
    ...gone.map((row): LastLine => ({
      key: `${form.key}|去年|${rowIdentity(row)}`,
      form,
      indicator: row.indicator,
      last: row,
      now: null,
      change: null,
      state: "今年没有",
      reused: "",
    })),
  ];
}

function rowIdentity({ indicator, part }: ReviewedRow): string {
  return `${bareName(indicator)}|${part}`;
}

function changeOf(last: ReviewedRow, now: ReviewedRow): number | null {
  const [before, after] = [shareOf(last), shareOf(now)];
  return before === null || after === null ? null : tidy(after - before);
}

function shareOf({ self, weight }: ReviewedRow): number | null {
  return self === null || weight === null || weight <= 0 ? null : self / weight;
}

function stateOf(change: number | null): LastLine["state"] {
  if (change === null) return "不能比";
  return change > 0 ? "上升" : change < 0 ? "下降" : "持平";
}
