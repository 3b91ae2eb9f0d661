import type { CriterionPart } from "../../criteria/criterion";
import { pointsIn } from "../readItems";
import { behind, builtApart } from "../apart";
import { labelWords, merged, type Built } from "../built";
import type { Around } from "../measures";
import type { Piece } from "../pieces";
import { withMost } from "./mostCut";
import { sameMeasure } from "../sameMeasure";
import { tornMeasure } from "../tornMeasure";

/** 按时报送得1分，每迟报1天扣0.2分；编报质量优秀得1分…: what stands between ；。 are parts where their points make the weight. */
export function partsBySum(
  pieces: readonly Piece[],
  around: Around,
  compose: (pieces: readonly Piece[], around: Around) => Built | null,
): Built | null {
  const bySentence = new Map<number, Piece[]>();
  const parts = withoutMissed(pieces);
  for (const piece of parts) {
    const { sentence } = piece.statement;
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), piece]);
  }
  return (
    partsOf([...bySentence.values()], around, compose) ??
    partsOf(
      parts.map((piece) => [piece]),
      around,
      compose,
    ) ??
    partsOf(byMeasure(parts, around), around, compose) ??
    partsOf(byHeading(parts), around, compose)
  );
}

/** 6月底达到50%得2分，9月底达到75%得2分，未达到的不得分: behind several bounds from below only what they say. */
function withoutMissed(pieces: readonly Piece[]): readonly Piece[] {
  const last = pieces.at(-1);
  const others = pieces.slice(0, -1);
  const isMissed =
    last?.statement.what.gives === "share" &&
    last.statement.what.share === 0 &&
    !last.veto &&
    /^(?:未达到|达不到|未达标)(?:要求|标准|目标)?的?$/u.test(last.words);
  const isBound = ({ each, condition, statement: { what } }: Piece): boolean =>
    each === null && what.gives === "points" && condition.of === "range" && condition.interval.to === null;
  return isMissed && others.length > 1 && others.every(isBound) ? others : pieces;
}

/** 在职人员控制率≤100%得2分，否则不得分；编外人员控制率≤5%得2分，5%～10%得1分…: each run speaks of one figure. */
function byMeasure(pieces: readonly Piece[], around: Around): readonly (readonly Piece[])[] {
  const groups: Piece[][] = [];
  let name = "";
  let sentence = -1;
  for (const piece of pieces) {
    const own = piece.condition.of === "range" ? piece.condition.name : "";
    const begins = own !== "" && (name === "" || !sameMeasure(own, name, around));
    // In one sentence with another figure: whose are the steps behind both?
    if (begins && name !== "" && piece.statement.sentence === sentence) return [];
    if (begins) name = own;
    sentence = piece.statement.sentence;
    if (begins || groups.length === 0) groups.push([]);
    groups.at(-1)?.push(piece);
  }
  return groups;
}

/** 上半年进度：≥45%得2分…；前三季度进度：≥75%得3分…: each run has its name before it. */
function byHeading(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const groups = new Map<string, Piece[]>();
  for (const piece of pieces) groups.set(piece.heading, [...(groups.get(piece.heading) ?? []), piece]);
  return groups.has("") ? [] : [...groups.values()];
}

function partsOf(
  groups: readonly (readonly Piece[])[],
  around: Around,
  compose: (pieces: readonly Piece[], around: Around) => Built | null,
): Built | null {
  const { weight } = around;
  if (weight === null || groups.length < 2) return null;
  const alone = groups.flatMap(([only, ...more]) =>
    only !== undefined && more.length === 0 && only.each === null ? [only] : [],
  );
  if (alone.length > 1 && !alone.every(isDeed)) return null;
  const shares = groups.map((group) =>
    Math.max(0, ...group.flatMap(({ statement: { what, most = 0 } }) => [...pointsIn(what), most])),
  );
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (shares.includes(0) || Math.abs(total - weight) > 1e-9) return null;
  const built = builtApart(
    groups.map((group, index) => {
      const most = shares[index] ?? 0;
      const inside = { ...around, weight: most, name: headOf(group, around), isPart: true } as const;
      const ends = group.flatMap(({ statement }) => statement.most ?? []);
      return {
        words: wordsOf(group, groups.flat(), around),
        title: "",
        compose: (prefix) => {
          const own = compose(group, behind(prefix, inside));
          return own === null ? null : ended(own, ends, most);
        },
      };
    }),
  );
  if (built === null || tornMeasure(built)) return null;
  const parts = built.map(({ criterion }, index): CriterionPart => ({
    share: shares[index] ?? 0,
    criterion,
  }));
  return {
    criterion: {
      kind: "parts",
      parts,
      kept: {
        clause: groups
          .flat()
          .map(({ clause }) => clause)
          .join("；"),
      },
    },
    asked: merged(...built.map(({ asked }) => asked)),
  };
}

/** With what its sentence says before: 决算公开，按时的得1分，完整的得1分. */
function wordsOf(group: readonly Piece[], all: readonly Piece[], { text }: Around): string {
  const sentence = group[0]?.statement.sentence;
  const first = all.find(({ statement }) => statement.sentence === sentence);
  const to = group.at(-1)?.statement.to;
  return `${first?.context ?? ""}${text.slice(first?.statement.from, to)}`;
}

/** 得4分，每处扣0.5分，最多扣2分: less than the part is worth. */
function ended(built: Built, [most, ...more]: readonly number[], weight: number): Built | null {
  if (more.length > 0) return null;
  return most === undefined || most === weight ? built : withMost(built, most);
}

const grade =
  /^(?:[^,;。]{0,8}?(?:为|获|评为|达到))?(?:优|良|中|差|好|较|很|非常|一般|合格|不合格|基本|部分|显著|明显|[A-D一二三甲乙丙])(?![\u4e00-\u9fff]{3})|(?:等次|等级|[档级])$|[未无没不]/u;

/** 建立机制得2分，公开结果得2分: deeds beside each other, no grades of one thing. */
function isDeed({ words }: Piece): boolean {
  return !grade.test(labelWords(words).replace(/不得|不低于|不超过|不高于|不少于/gu, ""));
}

function headOf(group: readonly Piece[], around: Around): string {
  const named = /^([^,;。]{2,12}?)(?:被评为|评为|为|达到)/u.exec(group[0]?.words ?? "");
  return named?.[1] ?? around.name;
}
