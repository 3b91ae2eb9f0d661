import type { FactWish } from "../facts/gatheredFact";
import type { Annex, AnnexRow } from "../form/annex";
import { normalizeName } from "../form/normalizeName";
import type { AnnexRowFigures } from "../criteria/annexRow";
import type { AnnexBinding } from "../editions/edition";
import { completionRate } from "../criteria/completionRate";
import { annexRowSpecs, fundSpecs } from "./annexSpecs";
import { openDoubts, withDoubts } from "./goalReading";

/** One row of an annex with the id that its facts have in files: "annex:output/全年城镇新增就业人数". */
export interface BoundAnnexRow {
  readonly id: string;
  /** As 评分底稿 names it in column 指标. */
  readonly title: string;
  readonly row: AnnexRow;
  /** What the row writes, as its rule sees it, already read. */
  readonly figures: AnnexRowFigures;
  /** What may be asked about it. */
  readonly wish: FactWish;
  readonly sheet: string;
  /** Index into the funds; 0 for the annex of the whole department. */
  readonly fund: number;
}

/** 一个专项资金; the annex of the whole department counts as one. */
interface AnnexFund {
  readonly id: string;
  readonly label: string;
  readonly title: string;
}

/** The annex rows that answer one row of the form. */
export interface BoundAnnex {
  readonly binding: AnnexBinding;
  readonly rows: readonly BoundAnnexRow[];
  readonly funds: readonly AnnexFund[];
  /** Its one row is that of the form itself. */
  readonly own?: true;
  /** It brings points only as long as its target is reached. */
  readonly onlyMet?: true;
}

/**
 * The rows that answer a binding; null while no annex holds any, or nobody has filled in what was achieved.
 * @param year of the form
 */
export function bindAnnex(
  annexes: readonly Annex[],
  binding: AnnexBinding,
  year: number | null,
): BoundAnnex | null {
  const tables = annexes.filter(({ kind }) => kind === binding.kind);
  const { funds, fundOf } = binding.kind === "specialFund" ? fundsOf(tables) : oneFund(binding);
  const seen = new Map<string, number>();
  const isFilled = ({ rows }: Annex): boolean => rows.some(({ actual }) => actual.content !== null);
  if (!tables.some(isFilled)) return null;
  const rows = tables.flatMap((annex, table) =>
    annex.rows
      .filter(({ group }) => group !== null && binding.groups.includes(group))
      .map((row) => boundRow(annex, row, binding, fundOf[table] ?? 0, funds.length, seen, year)),
  );
  return rows.some(({ row }) => row.actual.content !== null) ? { binding, rows, funds } : null;
}

/** What each row, and where there are several each fund, may be asked. */
export function annexWishes({ rows, funds }: BoundAnnex): readonly FactWish[] {
  const several = funds.length > 1 ? funds : [];
  return [
    ...several.map(({ id, title, label }) => ({ id, title, specs: fundSpecs(label), basis: null })),
    ...rows.map(({ wish }) => wish),
  ];
}

/** Whether a fact belongs to a row of an annex; rules know it by its whole id then. */
export function isAnnexFact(factId: string): boolean {
  return factId.startsWith(prefix);
}

const prefix = "annex:";
/** Rows of the form itself whose target and actual stand beside them. */
export const ownGoalPrefix = `${prefix}row/`;

export function isOwnGoal(id: string): boolean {
  return id.startsWith(ownGoalPrefix);
}

const groupWords = { output: "产出", benefit: "效益" } as const;

function boundRow(
  annex: Annex,
  row: AnnexRow,
  binding: AnnexBinding,
  fund: number,
  funds: number,
  seen: Map<string, number>,
  year: number | null,
): BoundAnnexRow {
  const group = row.group ?? "output";
  const special = binding.kind === "specialFund";
  const count = special && funds > 1 ? String(fund + 1) : "";
  const place = special ? `special${count}-${group}` : group;
  // A dot would end the row's part of a fact's id.
  const name = normalizeName(row.name.value).replaceAll(".", "·").slice(0, 80);
  const key = `${prefix}${place}/${name}`;
  const times = (seen.get(key) ?? 0) + 1;
  seen.set(key, times);
  const mark = times === 1 ? "" : `（${times}）`;
  const id = times === 1 ? key : `${key}#${times}`;
  const title = `附表${special ? `专项${count}` : ""}${groupWords[group]}：${row.name.value}${mark}`;
  const wish = { id, title, specs: annexRowSpecs(row, binding.levels), basis: null };
  return { id, title, row, figures: figuresOf(row, year), wish, sheet: annex.sheet, fund };
}

function figuresOf(row: AnnexRow, year: number | null): AnnexRowFigures {
  const { name, target, actual, qualitative } = row;
  const figures = { name: name.value, target: target.content, actual: actual.content, qualitative, year };
  const read: AnnexRowFigures["read"] = (wanted, done) =>
    withDoubts(
      completionRate(wanted ?? figures.target, done ?? figures.actual, figures.name, year),
      openDoubts(row, wanted, done),
    );
  return { ...figures, read, printed: read(null, null) };
}

/** The funds, and which of them each table belongs to. */
interface Funds {
  readonly funds: readonly AnnexFund[];
  readonly fundOf: readonly number[];
}

function oneFund({ groups }: AnnexBinding): Funds {
  return { funds: [{ id: `${prefix}${groups.join("-")}`, label: "", title: "" }], fundOf: [] };
}

/** Tables of one name are one fund; tables without a name that hold different groups are one, too. */
function fundsOf(tables: readonly Annex[]): Funds {
  const open: { readonly name: string; readonly groups: Set<AnnexRow["group"]> }[] = [];
  const fundOf = tables.map(({ fund, rows }) => {
    const name = normalizeName(fund);
    const groups = new Set(rows.map(({ group }) => group));
    const known = open.findIndex(
      (one) => one.name === name && ![...groups].some((group) => one.groups.has(group)),
    );
    if (known >= 0) {
      for (const group of groups) open[known]?.groups.add(group);
      return known;
    }
    return open.push({ name, groups }) - 1;
  });
  const funds = open.map(({ name }, index) => {
    const label = name === "" ? `专项${index + 1}` : name;
    return { id: `${prefix}special${index + 1}`, label, title: `附表专项${index + 1}：${label}` };
  });
  return { funds, fundOf };
}
