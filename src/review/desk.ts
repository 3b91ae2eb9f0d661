import { kindWords } from "../app/sayForm";
import { normalizeName } from "../form/normalizeName";
import { tidy } from "../quantity/tidy";
import type { ReviewedForm, ReviewedRow, ReviewRecord, UnreadFile } from "./reviewed";

/** A row of a form on the desk. */
export interface DeskRow extends ReviewedRow {
  readonly form: DeskForm;
  /** Stable from one run to the next. */
  readonly key: string;
  /** 自评 less 测算, 分; null where one of the two is missing. */
  readonly difference: number | null;
}

/** A form on the desk, with its number in the order in which it is to be looked at. */
export interface DeskForm extends Omit<ReviewedForm, "rows"> {
  /** 表号, from 1. */
  readonly number: number;
  /** Whose it is and of which year: stable from one run to the next. */
  readonly key: string;
  /** The department as it is compared; where the form says none, its file. */
  readonly owner: string;
  /** Over the rows that have both scores. */
  readonly difference: number;
  readonly mustFix: number;
  readonly toVerify: number;
  readonly rows: readonly DeskRow[];
}

/** All that was read, in one order: who asks for more than the data give stands first. */
export interface Desk {
  readonly forms: readonly DeskForm[];
  readonly unread: readonly UnreadFile[];
}

/** Something that is seen only where forms lie side by side. */
export interface Relation {
  readonly kind: string;
  /** Stable from one run to the next. */
  readonly key: string;
  /** With the cell in each: "J16". */
  readonly forms: readonly { readonly form: DeskForm; readonly at: string }[];
  /** Chinese sentences with a full stop. */
  readonly what: string;
  readonly why: string;
  readonly todo: string;
}

/** Sorts the records, numbers the forms and gives them keys. The same records in another order give the same desk. */
export function layDesk(records: readonly ReviewRecord[]): Desk {
  const forms = records.filter((record) => record.kind === "form");
  const unread = records.filter((record) => record.kind === "unread");
  const counted = new Map<string, number>();
  const keyed = [...forms]
    .sort((left, right) => compare(left.file, right.file) || left.form - right.form)
    .map((form) => {
      const base = [form.department || form.file, form.formKind, form.project, String(form.year ?? "")];
      return { form, key: numbered(base.map(normalizeName).join("|"), counted) };
    });
  const weighed = keyed.map((one) => ({ ...one, difference: sumOfDifferences(one.form) }));
  const sorted = weighed.sort(
    (left, right) =>
      Math.abs(right.difference) - Math.abs(left.difference) ||
      right.form.open - left.form.open ||
      compare(left.key, right.key),
  );
  return {
    forms: sorted.map(({ form, key, difference }, index) => deskForm(form, key, difference, index + 1)),
    unread: [...unread].sort((left, right) => compare(left.file, right.file)),
  };
}

function deskForm(form: ReviewedForm, key: string, difference: number, number: number): DeskForm {
  const open = form.findings.filter(({ dismissed }) => dismissed === null);
  const made: DeskForm = {
    ...form,
    number,
    key,
    owner: normalizeName(form.department === "" ? form.file : form.department),
    difference,
    mustFix: open.filter(({ severity }) => severity === "须更正").length,
    toVerify: open.filter(({ severity }) => severity === "待核实").length,
    rows: [],
  };
  const counted = new Map<string, number>();
  const rows = form.rows.map((row): DeskRow => {
    const name = normalizeName(`${row.level2}/${row.indicator}/${row.part}`);
    return { ...row, form: made, key: `${key}|${numbered(name, counted)}`, difference: differenceOf(row) };
  });
  return Object.assign(made, { rows });
}

function differenceOf({ self, points }: ReviewedRow): number | null {
  return self === null || points === null ? null : tidy(self - points);
}

function sumOfDifferences({ rows }: ReviewedForm): number {
  return tidy(rows.reduce((sum, row) => sum + (differenceOf(row) ?? 0), 0));
}

/** The second of the same is told from the first. */
function numbered(key: string, counted: Map<string, number>): string {
  const count = (counted.get(key) ?? 0) + 1;
  counted.set(key, count);
  return count === 1 ? key : `${key}#${count}`;
}

/** By their letters, whatever the machine's language is. */
function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** What a form is about beside its department: the project, else 部门整体. */
export function formName({ project, formKind }: Pick<ReviewedForm, "project" | "formKind">): string {
  return project === "" ? kindWords[formKind] : project;
}

/** "青山市某局“智慧校园建设”", as a sentence names it. */
export function fullFormName(
  form: Pick<ReviewedForm, "department" | "project" | "formKind" | "file">,
): string {
  const who = form.department === "" ? form.file : form.department;
  return form.project === "" ? `${who}${kindWords[form.formKind]}` : `${who}“${form.project}”`;
}

export const noDepartment = "（未写明）";

/** The department as a list names it; where the form says none, it is not made up. */
export function whose({ department }: Pick<ReviewedForm, "department">): string {
  return department === "" ? noDepartment : department;
}
