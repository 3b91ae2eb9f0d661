import type { Form, Fund } from "../form/form";
import type { LedgerRow, MoneyUnit, ProjectLedger } from "../ledger/ledger";
import { projectMatcher } from "../ledger/matchProject";
import { wantedFigures, type WantedFigure } from "../ledger/wantedFigures";
import { decimalPlaces, tidy } from "../quantity/tidy";
import { readPlainNumber } from "../quantity/plainNumber";
import type { Case } from "../scorecard/case";
import { roundHalfUp } from "../scorecard/formatPoints";
import { cellKey } from "../workbook/cell";
import type { Edit, EditPlan, Expectation } from "../workbook/edit";
import { isNewer, keepValues, recordEdits, refusedPlan, withRecordsOf } from "../workbook/records";
import { formatAt, snapshotCell, type Snapshot } from "../workbook/snapshot";
import { contentOf, entryAt, isBlank, sameContent, writeWanted, type WantedCell } from "./editLedger";
import { locateTouched, type Located } from "./locateTouched";
import { planScoring } from "./planScoring";
import { recordOf } from "./recoveredRecord";
import { keptRestore, type RestoreRecord } from "./restoreRecord";

/** fill: to be written. same: it stands there already. left: not written, and why. */
type FillState = "fill" | "same" | "left";

/** One cell of a fund block, and what the list has for it. */
export interface LedgerFill extends WantedFigure {
  /** What stands there now, as text; "" for a blank. */
  readonly old: string;
  readonly state: FillState;
}

/** What a list has for one form. */
export interface FormFill {
  readonly sheet: string;
  readonly project: string;
  readonly rows: readonly LedgerRow[];
  readonly fills: readonly LedgerFill[];
  /** What else is to be said, in Chinese: why nothing is filled in, too. */
  readonly notes: readonly string[];
}

/** Every cell of the fund blocks of a workbook that a list has something for. Pure. `unit`: where the list prints none. */
export function ledgerFills(
  cases: readonly Case[],
  ledger: ProjectLedger,
  unit: MoneyUnit | null,
): readonly FormFill[] {
  const match = projectMatcher(ledger);
  const found = cases.flatMap((formCase) => {
    const { form, snapshot } = formCase;
    const isProject = form.kind === "project" || form.kind === "specialFund";
    return hasFund(form) || isProject ? [{ formCase, form, match: match(form, snapshot) }] : [];
  });
  const users = new Map<LedgerRow, string[]>();
  for (const { formCase, form, match: own } of found) {
    for (const row of formCase.copyOf === null ? (own.rows ?? []) : [])
      users.set(row, [...(users.get(row) ?? []), form.sheet]);
  }
  return found.map(({ formCase, form, match: own }): FormFill => {
    const { sheet, head } = form;
    const said = { sheet, project: head.project?.value ?? head.code?.value ?? "" };
    const left = (why: string): FormFill => ({ ...said, rows: [], fills: [], notes: [why] });
    if (formCase.copyOf !== null) return left(`是“${formCase.copyOf}”的副本，没有填`);
    if (!hasFund(form)) return left("表里没有找到资金块（年初预算数、全年预算数、全年执行数和得分）");
    if (own.rows === null) return left(own.why);
    const others = own.rows.flatMap((row) => users.get(row) ?? []).filter((name) => name !== sheet);
    if (others.length > 0) {
      return left(`与“${[...new Set(others)].join("”“")}”是同一个项目，不知道填哪一张`);
    }
    const { located } = ownCells(formCase);
    const wanted = wantedFigures(formCase.snapshot, form, own.rows, unit);
    const fills = wanted.map((one) => fillOf(formCase.snapshot, located, one));
    const none = fills.length === 0 ? ["台账里没有表里要的金额"] : [];
    return { ...said, rows: own.rows, fills, notes: [...own.notes, ...none] };
  });
}

/** Writes what is to be filled in, for all forms at once, with what gives each of them back. */
export function planLedger(cases: readonly Case[], wanted: readonly FormFill[]): EditPlan {
  const [first] = cases;
  if (first === undefined) return { edits: [], expects: [] };
  if (isNewer(first.snapshot)) return refusedPlan;
  let after: Snapshot = first.snapshot;
  const edits: Edit[] = [];
  const expects: Expectation[] = [];
  for (const { sheet, fills } of wanted) {
    const own = cases.find((one) => one.sheet === sheet);
    const cells = fills.flatMap((one) => wantedCell(first.snapshot, one));
    if (own === undefined || cells.length === 0) continue;
    const { record, located } = ownCells(own);
    const written = writeWanted(first.snapshot, located, cells);
    const again = new Set(cells.map(({ at }) => cellKey(at)));
    const kept = located.flatMap(({ touched, at }) =>
      again.has(cellKey(at ?? touched.at)) ? [] : [{ ...touched, at: at ?? touched.at }],
    );
    const restore = keptRestore({ ...record, cells: [...kept, ...written.entries] });
    after = withRecordsOf(after, { edits: keepValues(after, sheet, { restore }), expects: [] });
    edits.push(...written.edits);
    expects.push(...written.expects);
  }
  return { edits: [...edits, ...recordEdits(first.snapshot.records, after.records)], expects };
}

function hasFund(form: Form): form is Form & { readonly fund: Fund } {
  return form.fund !== null;
}

function ownCells(formCase: Case): { readonly record: RestoreRecord; readonly located: readonly Located[] } {
  const record = recordOf(formCase, planScoring);
  return { record, located: locateTouched(formCase.snapshot, record.cells, formCase.sheet) };
}

/** What a person typed stays; what an earlier list gave is ours to bring up to date. */
function fillOf(snapshot: Snapshot, located: readonly Located[], wanted: WantedFigure): LedgerFill {
  const cell = snapshotCell(snapshot, wanted.at);
  const old = cell?.formula ?? String(cell?.value ?? "");
  const { value } = wanted;
  if (value === null) return { ...wanted, old, state: "left" };
  const left = (why: string): LedgerFill => ({ ...wanted, old, state: "left", why });
  if (isBlank(cell)) return { ...wanted, old: "", state: "fill" };
  if (isSame(cell?.value ?? null, value)) return { ...wanted, old, state: "same" };
  if (cell?.formula !== undefined)
    return left(`表里是公式，得${String(cell.value ?? "空白")}，台账是${value}`);
  const ours = entryAt(located, wanted.at);
  if (ours?.role === "fund" && sameContent(contentOf(cell), ours.ours))
    return { ...wanted, old, state: "fill" };
  return left(`表里填的是${old}，台账是${value}`);
}

/** 123.46万元 was typed of 1234567.89元. */
function isSame(standing: string | number | boolean | null, value: number): boolean {
  const typed = readPlainNumber(standing);
  if (typed === null || typed.unit !== "") return false;
  const decimals = decimalPlaces(typed.value);
  return tidy(typed.value) === tidy(value) || (decimals >= 2 && roundHalfUp(value, decimals) === typed.value);
}

/** In no row: then an amount is found again by its place alone. */
const nameless = "资金块";

function wantedCell(snapshot: Snapshot, { at, line, value, from, state }: LedgerFill): readonly WantedCell[] {
  if (state !== "fill" || value === null) return [];
  const isText = formatAt(snapshot, at) === "@";
  const reason = `取自项目台账“${from.at.sheet}”第${from.at.row}行“${from.title}”`;
  const name = line === "" ? nameless : line;
  return [{ role: "fund", name, at, content: { value }, format: isText ? "General" : null, reason }];
}
