import { openXlsx, type XlsxWorkbook } from "../adapters/xlsx/openXlsx";
import { trimStyles } from "../adapters/xlsx/trimStyles";
import { planBuiltIn, type ConvertedTo } from "../edits/planConvert";
import { planStripped, planSubmission } from "../edits/planSubmission";
import { submissionStops, type SubmissionStop } from "../edits/submissionStops";
import { unlikeCard } from "../edits/unlikeCard";
import { isOpen, type Finding } from "../findings/finding";
import { findFindings } from "../findings/findFindings";
import { functionTable } from "../functions/functionTable";
import type { NoForm } from "../form/form";
import { readCases, type Case, type CaseOptions } from "../scorecard/case";
import type { CellAddress } from "../workbook/cell";
import type { EditPlan } from "../workbook/edit";
import { succeed, type Outcome } from "../workbook/port";
import { sameAddress } from "../workbook/cell";

export interface SubmissionOptions extends CaseOptions {
  readonly freeze: ConvertedTo;
  /** 报送前自查 was looked through: open findings do not stop any more. */
  readonly checked?: boolean;
}

export type Submission =
  | { readonly kind: "noForm"; readonly noForm: NoForm }
  /** Nothing is made while anything is 待补充 or 待确认, or would show other points than were worked out. */
  | { readonly kind: "stopped"; readonly stops: readonly SubmissionStop[]; readonly formCase: Case }
  /** 报送前自查 found something that is to be looked at first. */
  | { readonly kind: "findings"; readonly findings: readonly Finding[]; readonly formCase: Case }
  | {
      readonly kind: "made";
      readonly bytes: Uint8Array;
      readonly formCase: Case;
      readonly notes: readonly string[];
      /** Formulas whose results Excel is to work out. */
      readonly notWorkedOut: readonly CellAddress[];
    };

/** 报送版 of a workbook file, as a new file: the one given stays as it is. */
export async function makeSubmission(
  bytes: Uint8Array,
  options: SubmissionOptions,
): Promise<Outcome<Submission>> {
  const trial = openXlsx(bytes, { functions: functionTable });
  if (!trial.ok) return trial;
  const { main: formCase, noForm } = readCases(trial.value.snapshot(), options);
  if (noForm !== null) return succeed({ kind: "noForm", noForm });
  const stops = submissionStops(formCase);
  if (stops.length > 0) return succeed({ kind: "stopped", stops, formCase });
  const findings = findFindings(formCase).filter(isOpen);
  if (findings.length > 0 && options.checked !== true) {
    return succeed({ kind: "findings", findings, formCase });
  }
  const written = await trial.value.apply(planBuiltIn(formCase));
  if (!written.ok) return written;
  const scored = trial.value.snapshot();
  const unlike = unlikeCard(formCase, scored);
  if (unlike.length > 0) return succeed({ kind: "stopped", stops: unlike, formCase });
  const clean = await stripped(bytes, formCase);
  if (!clean.ok) return clean;
  const plan = planSubmission(formCase, {
    clean: clean.value.snapshot(),
    scored,
    freeze: options.freeze,
  });
  const applied = await clean.value.apply(plan);
  if (!applied.ok) return applied;
  const notes = [
    ...(options.freeze === "builtIn" ? [builtInNote, ...valuesNote(formCase, plan)] : []),
    ...applied.notes,
  ];
  const notWorkedOut = clean.value.notWorkedOut();
  return succeed({ kind: "made", bytes: clean.value.save(), formCase, notes, notWorkedOut });
}

/** The workbook without anything of ours; one that we never wrote to stays as it is, byte for byte. */
async function stripped(bytes: Uint8Array, formCase: Case): Promise<Outcome<XlsxWorkbook>> {
  const copy = openXlsx(bytes, { functions: functionTable });
  if (!copy.ok) return copy;
  const plan = planStripped(formCase);
  if (plan.edits.length === 0 && plan.refused === undefined) return copy;
  const applied = await copy.value.apply(plan);
  if (!applied.ok) return applied;
  const trimmed = trimStyles(copy.value.save());
  return trimmed.ok ? openXlsx(trimmed.value, { functions: functionTable }) : trimmed;
}

/** Why the formulas of the copy do not look like those of the working copy. */
const builtInNote =
  "评分底稿不随表报送：得分格写成“分值”“分值×比率”或“分值－扣分”，其中的数为评分底稿里的数；总分、等级仍随得分变化。";

/** Which scores are mere numbers in a copy that is otherwise live. */
function valuesNote({ scorecard }: Case, { edits }: EditPlan): readonly string[] {
  const names = scorecard.rows
    .filter(({ at }) =>
      edits.some((edit) => edit.kind === "cell" && sameAddress(edit.at, at) && "value" in edit.content),
    )
    .map(({ indicator }) => `“${indicator}”`);
  return names.length === 0
    ? []
    : [`${names.join("")}的得分不能写成这样的算式，报送版里是数值，分值改动后不会跟着变化。`];
}
