import { oncePerObject } from "../criteria/oncePerObject";
import { oncePerText } from "../words/oncePerText";
import { bareName } from "../form/normalizeName";
import { readQuantity } from "../quantity/readQuantity";
import { similarity } from "../scorecard/similarity";
import type { CheckedAnnexRow, FindingContext } from "./finding";
import { headPassages, reportPassages, sentencesOf, type Passage } from "./passages";

/** One indicator of a list in the text ("数量指标18个，分别为…、…"), with the row of the annex that it means. */
interface ListedTarget {
  readonly passage: Passage;
  /** Without the figure: "技工学校中职奖学金人数". */
  readonly name: string;
  /** null: the text gives no figure. */
  readonly figure: { readonly value: number; readonly text: string } | null;
  /** null: no row of the annex is anything like it. */
  readonly row: CheckedAnnexRow | null;
  readonly sameName: boolean;
}

const list =
  /(?:产出|效益|数量|质量|时效|成本|社会|经济|生态|可持续(?:发展|影响)?|满意度)(?:效益)?指标\s*\d{1,3}\s*[个项][^，,：:]{0,6}[，,：:]?\s*(?:分别为|分别是|包括|即|(?<![均都])为(?!满分))[：:]?(.+)$/u;
/** 专项资金支出率得分4.9分 is what was scored, no target. */
const scored = /(?:得分?|扣分?|失分|评分|满分)[为是]?$/u;
const longestItem = 120;
const alike = 0.55;
/** Below this no name is anything like it; between the two nobody can say. */
const unlike = 0.3;

/** Every item of such a list that belongs to exactly one row of the annex, or surely to none. */
export const listedTargets = oncePerObject((context: FindingContext): readonly ListedTarget[] => {
  const rows = context.annexRows.filter(({ annex }) => annex.kind === "department");
  if (rows.length === 0) return [];
  const names = rows.map((row) => ({ row, ...plainNameOf(row.name) }));
  return [...headPassages(context), ...reportPassages(context)].flatMap((passage) =>
    sentencesOf(passage.text).flatMap((sentence) => {
      const items = list.exec(sentence.slice(0, 3000))?.[1];
      if (items === undefined) return [];
      return splitItems(items).flatMap((item) => read(item, passage, names));
    }),
  );
});

/** Whether a text lists the indicators of a kind with their targets. Asked for every figure of it. */
export function isTargetList(text: string): boolean {
  return listing(text).isList;
}

const listing = oncePerText((text) => ({
  isList: sentencesOf(text).some((sentence) => list.test(sentence.slice(0, 3000))),
}));

const plainNameOf = oncePerText((name) => ({ name: withoutUnit(bareName(name)) }));

/** "养护里程（公里）" is named 养护里程: what the brackets hold counts something. */
function withoutUnit(name: string): string {
  const [brackets, unit] = /[(（]([^()（）]{1,6})[)）]$/u.exec(name) ?? [];
  if (brackets === undefined || unit === undefined) return name;
  const reading = readQuantity(`1${unit}`);
  const counts =
    reading.kind === "quantity" &&
    reading.figures[0].unit.name !== "" &&
    reading.figures[0].text === `1${unit}`;
  return counts ? name.slice(0, -brackets.length) : name;
}

interface Candidate {
  readonly row: CheckedAnnexRow;
  readonly name: string;
}

/** An item of a list: its name and its figures. */
const readItem = oncePerText((item) => {
  const reading = readQuantity(item);
  const [figure, second] = reading.kind === "quantity" ? reading.figures : [];
  const name = bareName(
    (figure === undefined ? item : item.slice(0, figure.span.from)).replace(
      /(?<!达到|达|为|不低于|不少于|共)(?:达到|达|为|不低于|不少于|共)+$/u,
      "",
    ),
  );
  return { name, figure, second };
});

function read(item: string, passage: Passage, names: readonly Candidate[]): readonly ListedTarget[] {
  const { name, figure, second } = readItem(item);
  if (second !== undefined || name.length < 3) return [];
  if (figure?.unit.name === "分" && scored.test(name)) return [];
  const exact = names.filter((one) => one.name === name);
  const row = exact.length === 1 ? exact[0] : exact.length === 0 ? nearest(name, names) : undefined;
  if (row === undefined) return [];
  return [
    {
      passage,
      name,
      figure: figure === undefined ? null : { value: figure.value, text: figure.text },
      row: row === null ? null : row.row,
      sameName: exact.length === 1,
    },
  ];
}

/** The one name that is clearly the nearest; null when none is near; undefined when nobody can say. */
function nearest(name: string, names: readonly Candidate[]): Candidate | null | undefined {
  const ranked = names
    .map((one) => ({ one, like: similarity(name, one.name) }))
    .sort((left, right) => right.like - left.like);
  const [best, second] = ranked;
  if (best === undefined || best.like < unlike) return null;
  return best.like >= alike && best.like - (second?.like ?? 0) >= 0.1 ? best.one : undefined;
}

/** At 、 and ， outside brackets. */
function splitItems(text: string): readonly string[] {
  const items: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i <= text.length; i += 1) {
    const c = text.charAt(i);
    if ("（(".includes(c) && c !== "") depth += 1;
    else if ("）)".includes(c) && c !== "") depth = Math.max(0, depth - 1);
    else if (i === text.length || (depth === 0 && "、，,".includes(c) && !/\d/u.test(text.charAt(i + 1)))) {
      const item = text.slice(from, i).trim();
      if (item !== "" && item.length <= longestItem) items.push(item);
      from = i + 1;
    }
  }
  return items;
}
