import { kinds } from "../criteria/kinds/kinds";
import type { FormField } from "./drafts/draftForm";
import { draftForms, formOf } from "./drafts/draftForms";
import type { DraftKind, RuleDraft } from "./drafts/ruleDraft";

/** A field as it stands: what it is called, what is typed, and the place by which problems and `retyped` name it. */
export interface DraftField extends FormField {
  /** "from", in a row "2.points". */
  readonly at: string;
  readonly text: string;
}

/** A draft as an editor draws it, from top to bottom. */
interface DraftLayout {
  readonly fields: readonly DraftField[];
  readonly rows: {
    /** 第1档 is the title with the number of its row. */
    readonly title: string;
    /** On the button that adds one: 加一档. */
    readonly more: string;
    readonly each: readonly (readonly DraftField[])[];
    /** Whether one may be taken away. */
    readonly mayDrop: boolean;
  } | null;
  /** Below the rows. */
  readonly veto: DraftField;
}

/** The kinds to choose from. */
export const draftKinds: readonly {
  readonly kind: DraftKind;
  readonly title: string;
  readonly hint: string;
}[] = Object.values(draftForms).map(({ kind, hint }) => ({ kind, title: kinds[kind].title, hint }));

/** A draft in which nothing is filled in yet. */
export function emptyDraft(kind: DraftKind): RuleDraft {
  const { fields, rows } = formOf(kind);
  const row = blank(rows?.fields ?? []);
  return {
    kind,
    fields: { ...blank(fields), veto: "" },
    rows: Array.from({ length: rows?.fewest ?? 0 }, () => row),
  } as RuleDraft;
}

function blank(fields: readonly FormField[]): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.map(({ key, choices }) => [key, choices?.[0]?.value ?? ""]));
}

export function layOut(draft: RuleDraft): DraftLayout {
  const { fields, rows } = formOf(draft.kind);
  const typed: Readonly<Record<string, string>> = draft.fields;
  const lines = draft.rows as readonly Readonly<Record<string, string>>[];
  const columns: readonly FormField[] = rows?.fields ?? [];
  return {
    fields: fields.map((field) => ({ ...field, at: field.key, text: typed[field.key] ?? "" })),
    rows:
      rows === null
        ? null
        : {
            title: rows.title,
            more: rows.more,
            mayDrop: lines.length > rows.fewest,
            each: lines.map((line, index) =>
              columns.map((field) => ({
                ...field,
                at: `${index}.${field.key}`,
                text: line[field.key] ?? "",
              })),
            ),
          },
    veto: { ...vetoField, at: vetoField.key, text: draft.fields.veto },
  };
}

const vetoField: FormField = {
  key: "veto",
  label: "一票否决的情形",
  hint: "有就不得分的情形，如“存在截留、挤占、挪用资金”；没有就不填。",
  optional: true,
};

/** The draft with the text of one field changed. */
export function retyped(draft: RuleDraft, at: string, text: string): RuleDraft {
  const [row = "", column] = at.split(".");
  if (column === undefined) return { ...draft, fields: { ...draft.fields, [at]: text } } as RuleDraft;
  const rows = draft.rows.map((one, index) => (String(index) === row ? { ...one, [column]: text } : one));
  return { ...draft, rows } as RuleDraft;
}

/** The draft with one more row at its end. */
export function withRow(draft: RuleDraft): RuleDraft {
  const row = blank(formOf(draft.kind).rows?.fields ?? []);
  return { ...draft, rows: [...draft.rows, row] } as RuleDraft;
}

/** The draft without the row of this number, from 0 on. */
export function withoutRow(draft: RuleDraft, row: number): RuleDraft {
  return { ...draft, rows: draft.rows.filter((_, index) => index !== row) } as RuleDraft;
}
