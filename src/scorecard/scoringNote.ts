import type { CriterionLevel } from "../criteria/criterion";

/** What a note or a 评分标准 says of scoring targets against actuals. */
type ScoringNote =
  /** In proportion, full marks at most; levels: where it prints the stretches of the three levels. */
  | { readonly state: "ratio"; readonly levels: readonly CriterionLevel[] | null }
  /** It speaks of points, and these words were not understood. */
  | { readonly state: "unread"; readonly words: string }
  | { readonly state: "none" };

const levelNames = ["达成", "部分达成", "未达成"] as const;

/** 100%-80%（含80%）、80%-50%（含50%）、50%-0% */
const stretch = "(\\d{1,3})%?-(\\d{1,3})%(?:\\(含(?:\\d{1,3}%?)?\\))?";
const stretches = new RegExp(`${stretch}[、,，]${stretch}[、,，]${stretch}`, "u");

/** 正向指标（即目标值为≥X，得分=权重*B/A）；若为反向指标，则得分计算方法应用年度指标值（A）/全年实际值（B）*该指标分值 */
function ratio(direction: string, upper: string, lower: string): RegExp {
  const figure = (letter: string): string => `(?:[\\u4e00-\\u9fff]{0,8}\\(?${letter}\\)?)`;
  const weight = "(?:该|本)?(?:指标)?(?:的)?(?:分值|权重)";
  const rate = `(?:${weight}[*×])?${figure(upper)}[/÷]${figure(lower)}(?:[*×]${weight})?`;
  const kind = `(?:定量指标)?,?(?:若为|若|为|的)?${direction}指标`;
  const gives = "(?:则)?得分(?:计算方法)?(?:应用|=|为)";
  return new RegExp(
    `${kind}(?:\\([^()]{0,30}\\))?,?${gives}${rate}(?=[,;。]|$)|${kind}\\([^()得]{0,30}${gives}${rate}\\)`,
    "gu",
  );
}

/** Sentences that say nothing else than what is done anyway. */
const understood: readonly RegExp[] = [
  /定量指标(?:完成数)?汇总原则[^。;]*/gu,
  /得分(?:一档)?(?:最高)?不[得能](?:突破|超过|高于)(?:该|本)?(?:权重|指标)?(?:总额|分值上限|分值|权重)/gu,
  /(?:若为)?定性指标[^。;]{0,60}?(?:分为|“?三档”?)[^。;]{0,120}?(?:分别)?按照?[^。;]{0,20}?\d{1,3}%?-\d{1,3}%[^。;]*/gu,
  ratio("正向", "B", "A"),
  ratio("反向", "A", "B"),
  /(?:若为)?定量指标,?(?:的,?)?完成(?:值|指标值)?(?:达到|超过)?(?:年初|年度)?(?:目标|指标)值(?:的)?,?[得记计]满分[;,。]?未(?:达到|完成)(?:年初|年度)?(?:目标|指标)值的?,?按(?:B\/A或A\/B[×*]?(?:该指标)?分值|完成比[率例]|完成率|实际完成比例|比例)[得记计]分/gu,
  /请在[^。;]*(?:说明|填写)[^。;]*/gu,
  /定量指标计分原则:?/gu,
];

const longest = 4000;
const carriesPoints = /得分|[计记得]满分|[计记]分|扣\d|扣分|不得分|分值|满分|\d分|权重/u;

/** Reads the whole text: what speaks of points is understood, or nothing is. */
export function readScoringNote(printed: string): ScoringNote {
  const text = printed
    .normalize("NFKC")
    .replace(/\s+/gu, "")
    .replace(/，/gu, ",")
    .replace(/；/gu, ";")
    .slice(0, longest);
  if (!carriesPoints.test(text)) return { state: "none" };
  let rest = text;
  for (const words of understood) rest = rest.replace(words, "");
  const left = rest.split(/[。;]/u).find((sentence) => carriesPoints.test(sentence));
  if (left !== undefined) return { state: "unread", words: left.replace(/^[,\d.、()]+/u, "").slice(0, 40) };
  const shares = /\d%?[-~至]\d{1,3}%/u.exec(text);
  const match = stretches.exec(text);
  const levels = match === null ? null : levelsOf(match);
  // Stretches of another kind than three downwards.
  if (shares !== null && levels === null)
    return { state: "unread", words: text.slice(shares.index, shares.index + 40) };
  return { state: "ratio", levels };
}

/** The three stretches as printed; the lower end of each belongs to it. */
function levelsOf(match: RegExpExecArray): readonly CriterionLevel[] | null {
  const bounds = match.slice(1, 7).map((number) => Number(number) / 100);
  const [top = 1, a = 0, b = 0, c = 0, d = 0, last = 0] = bounds;
  if (top !== 1 || a !== b || c !== d || !(a > c && c > last)) return null;
  return tiers(a, c, last);
}

/** 达成 down to the first bound, 部分达成 down to the second, 未达成 down to the last. */
export function tiers(first: number, second: number, last = 0): readonly CriterionLevel[] {
  const ends = [1, first, second, last];
  return levelNames.map((name, index) => {
    const [to = 1, from = 0] = ends.slice(index, index + 2);
    const clause = `${name}年度指标，${Math.round(to * 100)}%-${Math.round(from * 100)}%`;
    return { name, from, to, toIncluded: index === 0, clause };
  });
}
