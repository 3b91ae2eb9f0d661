import { classifyTitle } from "./classifyTitle";
import type { HeaderBand } from "./findHeader";
import { columnNumbers } from "./formArea";
import { normalizeName } from "./normalizeName";
import { isRuleTitle } from "./ruleTitles";
import type { SheetView } from "./sheetView";
import { othersScore } from "./titles";

/**
 * What a column that no reader takes holds: actual: 核实完成值, 审计数, 抽查结果. cut: 核减数. factor: 系数. loss: 扣分. score:
 * 财政审核得分. done: 是否完成. words: 备注, a second column of reasons. unread: nobody knows, right of the score, where no
 * one else reads.
 */
type BesideKind = "actual" | "cut" | "factor" | "loss" | "score" | "done" | "words" | "unread";

export interface BesideColumn {
  readonly column: number;
  readonly title: string;
  readonly of: BesideKind;
}

/** Who looked again, in front of what he looked at. */
const again =
  /^(?:核[实定查]|审[核定查计]|复[核评查]|认定|确认|评[审定]|抽[查核检样]|查[验实证]|验收|检查|实测|监[测督]|最终|财政|主管|部门|单位|局|第三方|机构|专家|上级|现场|实地)+后?的?/u;
const looked =
  /核[实定查对]|审[核定计]|复[核评查]|认定|抽[查核检样]|查[验实]|验收|检查|实测|最终|第三方|财政|主管|专家/u;
/** Who, when and from what: nothing that was found. */
const noFinding =
  /人$|人员|时间|日期|签|依据|材料|资料|来源|方式|方法|原因|理由|文号|编号|序号|公式|标准|上年|去年|计划|目标/u;

const kinds: readonly (readonly [BesideKind, RegExp])[] = [
  ["loss", /(?:扣|减|失)分(?:值|数|情况)?$|扣减(?:分值|分数)$/u],
  ["factor", /系数(?:值)?$|^(?:折扣|折算)(?:率|比例)?$/u],
  ["cut", /(?:核|审|调|扣)减(?:数|值|额|量|人数|金额|情况)?$|(?:剔除|重复)(?:数|值|额|量|人数)$/u],
  ["done", /^是否.{0,8}(?:完成|达标|达到|达成|实现|合格|通过)|(?:完成|达标)与否$|^达标情况$/u],
];
const partial = /\d|上年|半年|季|月|累计|截至|历年|中期|往年|预计/u;
const points = /得分|评分|打分|分数|分值|评价分|[核审]分$|定分$/u;
const finding = /(?:值|数|数值|数据|结果|情况|结论|意见|数量|量|率|金额|完成)$/u;
const wordy = /备注|说明|注$|其他|补充|情况$|意见$/u;

/** What the column is by its title; null: nothing that is said of a row's points or figures. */
function kindOf(title: string): BesideKind | null {
  const bare = title.replace(/\([^()]*\)/gu, "");
  const known = kinds.find(([, words]) => words.test(bare))?.[0];
  const kind = classifyTitle(title)?.kind;
  if (kind === "ours" || /上年|去年/u.test(bare)) return null;
  if (known !== undefined) return known;
  if (kind === "basis") return "words";
  // A second column of what was achieved, of the same year.
  if (kind === "actual" && !partial.test(bare)) return /情况|结果/u.test(bare) ? "words" : "actual";
  if (looked.test(bare) || othersScore.test(bare)) {
    if (points.test(bare)) return "score";
    const what = bare.replace(again, "");
    if (what !== bare && classifyTitle(what)?.kind === "actual") return "actual";
    if (!noFinding.test(bare) && (finding.test(bare) || what === "") && !/完成(?:率|比例|程度)$/u.test(bare))
      return "actual";
  }
  return kind === undefined && wordy.test(bare) && !/指标(?:说明|解释)|口径|取数/u.test(bare)
    ? "words"
    : null;
}

/** The columns of the table that say something of a row's figures or points, and that no reader takes. */
export function besideColumns(
  view: SheetView,
  { top, bottom, columns, elsewhere, rivals, weights, doubtful }: HeaderBand,
  rows: readonly number[],
): readonly BesideColumn[] {
  // Rivals are asked about on their own.
  const taken = new Set([...columnNumbers(columns), ...elsewhere, ...rivals.map(({ column }) => column)]);
  const found = new Map<number, string>();
  for (let row = top; row <= bottom; row += 1) {
    for (const column of view.sheet.rows.get(row)?.keys() ?? []) {
      if (!taken.has(column) && view.own(row, column).text !== "") found.set(column, "");
    }
  }
  const read = new Set([...weights, ...doubtful]);
  const isUnread = (column: number, title: string): boolean =>
    column > columns.selfScore &&
    !read.has(column) &&
    classifyTitle(title) === null &&
    !ofOthers.test(title) &&
    !(columns.standard !== null && isRuleTitle(title));
  // A column without any title.
  for (const row of rows) {
    for (const column of view.sheet.rows.get(row)?.keys() ?? []) {
      if (column > columns.selfScore && !taken.has(column)) found.set(column, "");
    }
  }
  return Array.from(found.keys())
    .sort((one, other) => one - other)
    .flatMap((column): BesideColumn | [] => {
      const title = titleOver(view, { top, bottom }, column);
      const of = kindOf(title) ?? (isUnread(column, title) ? "unread" : null);
      return of === null ? [] : { column, title, of };
    });
}

const ofOthers = /上年|去年/u;

/** The titles over a column, those that are merged over several columns, too. */
export function titleOver(
  view: SheetView,
  { top, bottom }: Pick<HeaderBand, "top" | "bottom">,
  column: number,
): string {
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => view.cell(top + index, column).text);
  return normalizeName(Array.from(new Set(rows)).join(""));
}
