import { normalizeName, ownerName } from "../form/normalizeName";
import { readForms } from "../form/readForms";
import type { CellValue, SheetSnapshot, Snapshot } from "../workbook/snapshot";
import type { Desk, DeskForm } from "./desk";

/** Who is to hand in what, and when. Days are Excel's day numbers. */
export interface RosterEntry {
  readonly department: string;
  /** "" : the form of the whole department. */
  readonly project: string;
  readonly due: number | null;
  /** When it came in, where the list says so. */
  readonly arrived: number | null;
}

const titles = {
  department: /^(?:预算)?(?:部门|单位)(?:\(单位\))?名?称?$|^主管部门$|^填报单位$/u,
  project: /^项目名?称?$/u,
  due: /截止|应报(?:日期|时间)|报送期限/u,
  arrived: /^(?:实际)?(?:报送|收到|收件|上报)(?:日期|时间)$/u,
} as const;

type RosterColumn = keyof typeof titles;

/** 应报名单: the first table with a column of departments; null: no sheet has one. A form names its department, too, and
 * is no list. */
export function readRoster(snapshot: Snapshot): readonly RosterEntry[] | null {
  const { sheets } = snapshot;
  if (readForms(snapshot).noForm === null) return null;
  for (const sheet of sheets) {
    const entries = entriesOf(sheet);
    if (entries !== null) return entries;
  }
  return null;
}

function entriesOf(sheet: SheetSnapshot): readonly RosterEntry[] | null {
  for (const [headRow, cells] of sheet.rows) {
    const columns = new Map<RosterColumn, number>();
    for (const [column, { value }] of cells) {
      const title = typeof value === "string" ? normalizeName(value) : "";
      for (const [key, pattern] of Object.entries(titles) as [RosterColumn, RegExp][])
        if (!columns.has(key) && pattern.test(title)) columns.set(key, column);
    }
    if (!columns.has("department")) continue;
    return [...sheet.rows].flatMap(([row, own]): RosterEntry | [] => {
      if (row <= headRow) return [];
      const at = (key: RosterColumn): CellValue => own.get(columns.get(key) ?? 0)?.value ?? null;
      const department = textOf(at("department"));
      const isSum = /^(?:合计|总计|小计)$/u.test(department);
      if (department === "" || isSum) return [];
      return {
        department,
        project: textOf(at("project")),
        due: dayOf(at("due")),
        arrived: dayOf(at("arrived")),
      };
    });
  }
  return null;
}

function textOf(value: CellValue): string {
  return typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
}

/** A day as a number, or written 2024-03-31, 2024年3月31日. */
function dayOf(value: CellValue): number | null {
  if (typeof value === "number") return value > 0 ? Math.floor(value) : null;
  const [, year, month, day] = /(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})/u.exec(textOf(value)) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  return Math.round(Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000) + 25_569;
}

/** One entry of the list, or a form that stands in none. */
export interface RosterLine extends RosterEntry {
  readonly key: string;
  readonly forms: readonly DeskForm[];
  readonly state: "已报" | "未报" | "重复" | "逾期" | "逾期未报" | "名单外";
}

/** @param today Excel's number of the day on which it is asked */
export function matchRoster(
  desk: Desk,
  entries: readonly RosterEntry[],
  today: number,
): readonly RosterLine[] {
  const taken = new Set<number>();
  const lines = entries.map((entry): RosterLine => {
    const forms = desk.forms.filter((form) => isOf(form, entry));
    for (const { number } of forms) taken.add(number);
    return {
      ...entry,
      key: `名单|${normalizeName(entry.department)}|${ownerName(entry.project)}`,
      forms,
      state: stateOf(entry, forms, today),
    };
  });
  const others = desk.forms.filter(({ number }) => !taken.has(number));
  return [
    ...lines,
    ...others.map((form): RosterLine => ({
      key: `名单外|${form.key}`,
      department: form.department,
      project: form.project,
      due: null,
      arrived: null,
      forms: [form],
      state: "名单外",
    })),
  ];
}

function isOf(form: DeskForm, { department, project }: RosterEntry): boolean {
  if (normalizeName(form.department) !== normalizeName(department)) return false;
  return ownerName(form.project) === ownerName(project);
}

function stateOf(
  { due, arrived }: RosterEntry,
  forms: readonly DeskForm[],
  today: number,
): RosterLine["state"] {
  if (forms.length === 0) return due !== null && today > due ? "逾期未报" : "未报";
  const years = forms.map(({ year }) => year);
  if (new Set(years).size < years.length) return "重复";
  return due !== null && arrived !== null && arrived > due ? "逾期" : "已报";
}
