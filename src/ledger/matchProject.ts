import type { Form } from "../form/form";
import { grouped } from "../workbook/grouped";
import { snapshotCell, type Snapshot } from "../workbook/snapshot";
import type { LedgerRow, ProjectLedger } from "./ledger";
import { exactCode, nameKey } from "./projectKey";

/** The lines of a list that are a form's project, or in Chinese why there are none that are surely its own. */
type ProjectMatch =
  | { readonly rows: readonly LedgerRow[]; readonly notes: readonly string[] }
  | { readonly rows: null; readonly why: string };

/** Looks forms up in a list, which is put in order once. */
export function projectMatcher({ rows }: ProjectLedger): (form: Form, snapshot: Snapshot) => ProjectMatch {
  const byCode = grouped(rows, ({ code }) => code);
  const byName = grouped(rows, ({ name }) => nameKey(name));
  return (form, snapshot) => {
    const { code: written, project, year } = form.head;
    const own = written === null ? null : exactCode(written.value, snapshotCell(snapshot, written.at));
    const code = own?.code ?? "";
    const name = nameKey(project?.value ?? "");
    if (code === "" && name === "")
      return none(own?.isLost === true ? lostCode : "表里没有填项目编码和项目名称");
    const coded = code === "" ? [] : (byCode.get(code) ?? []);
    const named = name === "" ? [] : (byName.get(name) ?? []);
    const found = coded.length > 0 ? coded : named;
    if (found.length === 0) return none(`台账里没有${said(code, project?.value ?? "")}`);
    const doubt = coded.length > 0 ? otherName(coded, named, name) : otherCode(named, code);
    if (typeof doubt === "string") return none(doubt);
    const wanted = year?.value ?? null;
    const fitting = found.filter((row) => isOfYear(row, wanted));
    if (fitting.length === 0)
      return none(`台账里的是${yearsOf(found).join("、")}年的，表是${wanted ?? ""}年的`);
    const more = repeated(fitting);
    if (more !== null) return none(more);
    const years = wanted === null ? yearsOf(fitting) : [];
    const undated = years.length === 0 ? [] : [`表里没有写年度，台账是${years.join("、")}年的，请核对`];
    const lost = own?.isLost === true ? [lostCode] : [];
    return { rows: fitting, notes: [...doubt, ...undated, ...lost] };
  };
}

const lostCode = "表里的项目编码存成了数值，后几位已丢失，没有用它";

function none(why: string): ProjectMatch {
  return { rows: null, why };
}

function said(code: string, name: string): string {
  return [code === "" ? "" : `编码${code}`, name === "" ? "" : `“${name}”`]
    .filter((one) => one !== "")
    .join("、");
}

/** The code decides; a name that belongs to another code contradicts it. */
function otherName(
  coded: readonly LedgerRow[],
  named: readonly LedgerRow[],
  name: string,
): string | readonly string[] {
  const isSame = coded.every((row) => row.name === "" || nameKey(row.name) === name);
  if (isSame || name === "") return [];
  const [other] = named.filter((row) => !coded.includes(row));
  const [first] = coded;
  if (other !== undefined) {
    return `编码与台账${placed(first)}相同，名称却与${placed(other)}相同，不知道是哪一个`;
  }
  return [`编码相同，台账里的名称是“${first?.name ?? ""}”，请核对`];
}

function otherCode(named: readonly LedgerRow[], code: string): string | readonly string[] {
  const codes = [...new Set(named.flatMap((row) => (row.code === "" ? [] : row.code)))];
  if (codes.length > 1) return `台账里同名的有几个：${named.slice(0, 5).map(placed).join("、")}`;
  const [only] = codes;
  if (code !== "" && only !== undefined) {
    return `台账${placed(named[0])}的名称相同，编码却是${only}，与表里的${code}不同`;
  }
  return named.some(({ isCodeLost }) => isCodeLost)
    ? ["台账里的项目编码存成了数值，后几位已丢失，按名称对上"]
    : [];
}

function isOfYear({ figures }: LedgerRow, wanted: number | null): boolean {
  return wanted === null || figures.some(({ year }) => year === null || year === wanted);
}

function yearsOf(rows: readonly LedgerRow[]): readonly number[] {
  return [...new Set(rows.flatMap(({ figures }) => figures.flatMap(({ year }) => year ?? [])))];
}

/** Several lines are one project only where each is of another source of its money. */
function repeated(rows: readonly LedgerRow[]): string | null {
  const [first, ...more] = rows;
  if (more.length === 0) return null;
  const isSplit =
    rows.every(({ hasSources }) => hasSources) && new Set(rows.map(({ sheet }) => sheet)).size === 1;
  if (isSplit) return null;
  return `台账里有${rows.length}行是这个项目：${[first, ...more].slice(0, 5).map(placed).join("、")}`;
}

function placed(row: LedgerRow | undefined): string {
  return row === undefined ? "" : `“${row.sheet}”第${row.row}行`;
}
