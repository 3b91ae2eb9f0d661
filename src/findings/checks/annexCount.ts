import { scanFigures } from "../../quantity/scanFigures";
import { plainText } from "../../quantity/plainText";
import type { AnnexRow } from "../../form/annex";
import { oncePerText } from "../../words/oncePerText";
import { inCell, type Check, type FindingContext, type Found } from "../finding";
import { allPassages, type Passage } from "../passages";

interface Kind {
  readonly words: string;
  readonly of: (row: AnnexRow) => boolean;
}

const ofLevel2 = (word: string): Kind => ({ words: word, of: ({ level2 }) => level2.includes(word) });
const kinds: readonly Kind[] = [
  { words: "产出", of: ({ group }) => group === "output" },
  { words: "效益", of: ({ group }) => group === "benefit" },
  ...["数量", "质量", "时效", "成本", "经济效益", "社会效益", "生态效益", "可持续", "满意度"].map(ofLevel2),
];

/** "产出指标共设置23个" against the rows of the annex. */
export const annexCount: Check = {
  id: "annexCount",
  title: "文字里的指标个数与附表一致",
  severity: "待核实",
  find: (context) => allPassages(context).flatMap((passage) => countsIn(passage, context)),
};

const counted =
  /(产出|效益|数量|质量|时效|成本|经济效益|社会效益|生态效益|可持续(?:发展|影响)?|满意度)指标(?:共)?(?:设置|设定|设立|有)?(?:了)?(?:共)?$/u;

const ofSeveral =
  /(?:指标|产出|效益|数量|质量|时效|成本|满意度)(?:和|与|及|以及|、)[^，。；、和与及]{1,8}指标[^，。；]{0,8}$/u;

/** How many indicators of which kind a text says there are. */
const saidCounts = oncePerText((text) => {
  const plain = plainText(text).text;
  return scanFigures(plain).figures.flatMap((figure) => {
    if (!["个", "项"].includes(figure.unit.name) || figure.high !== null) return [];
    const before = plain.slice(Math.max(0, figure.from - 24), figure.from);
    // "产出指标和效益指标共2项" counts both.
    const word = ofSeveral.test(before) ? undefined : counted.exec(before)?.[1];
    const kind = kinds.find(({ words }) => word?.startsWith(words) === true);
    if (kind === undefined) return [];
    const special = /专项/u.test(plain.slice(Math.max(0, figure.from - 60), figure.from));
    return { figure, word, kind, special };
  });
});

function countsIn({ at, label, text }: Passage, { annexes }: FindingContext): readonly Found[] {
  // Most sentences speak of no indicators.
  if (annexes.length === 0 || !text.includes("指")) return [];
  return saidCounts(text).flatMap(({ figure, word, kind, special }): readonly Found[] => {
    const tables = annexes.filter(({ kind: of }) => of === (special ? "specialFund" : "department"));
    const first = tables[0];
    if (first === undefined) return [];
    const counts = tables.map(({ rows }) => rows.filter(kind.of).length);
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (total === 0 || total === figure.value || counts.includes(figure.value)) return [];
    return [
      {
        at,
        other: inCell({ sheet: first.sheet, row: first.headerRow, column: first.columns.name }),
        subject: label,
        essence: `${word ?? ""}${figure.value}≠${total}`,
        what: `${label}写${word ?? ""}指标${figure.value}个，附表《${first.title}》里有${total}个。`,
        why: "自评表、自评报告与附表的指标个数应当一致。",
        todo: "请核对附表是否漏填指标，或改正文字里的个数。",
      },
    ];
  });
}
