import type { FactWish, GatheredFact, GatheredFacts } from "../facts/gatheredFact";
import { annexFigures } from "../criteria/annexRow";
import { completionRate } from "../criteria/completionRate";
import type { RuleContext } from "../criteria/rule";
import { annexWishes, type BoundAnnex, type BoundAnnexRow } from "./bindAnnex";
import type { ScoringAnnex } from "./scoreAnnex";
import { stillQuotes } from "../words/quotation";
import { factSet } from "./usedFacts";

/**
 * The facts that an annex needs: what is asked, what a person has answered, the money of several funds, and the figures
 * that COMPLETION cannot read without the indicator's name. All others stay unasked: 评分底稿 does not list them.
 */
export function annexFacts(
  annex: ScoringAnnex,
  gathered: GatheredFacts,
  context: Pick<RuleContext, "weight" | "settings"> | null,
): readonly GatheredFact[] {
  const known = readFigures(annex, gathered);
  const given = factSet(Array.from(known.values()));
  const asked = new Set<string>();
  if (context !== null) {
    for (const { bound, score } of annex.score(given, context).rows) {
      if (score.outcome === "open") for (const key of score.needs) asked.add(`${bound.id}.${key}`);
    }
  }
  // Tier, share and basis stand together, whichever of them is still open.
  const judged = annex.rows.filter(({ id }) =>
    judgedKeys.some((key) => asked.has(`${id}.${key}`) || given[`${id}.${key}`] !== undefined),
  );
  for (const { id } of judged) for (const key of judgedKeys) asked.add(`${id}.${key}`);
  if (annex.funds.length > 1) for (const { id } of annex.funds) asked.add(`${id}.amount`);
  return Array.from(known.values()).filter(
    ({ id, value, problem, reason }) => asked.has(id) || value !== null || problem !== null || reason !== "",
  );
}

/** The wishes of an annex with only those facts left. */
export function neededWishes(annex: BoundAnnex, facts: readonly GatheredFact[]): readonly FactWish[] {
  const ids = new Set(facts.map(({ id }) => id));
  return annexWishes(annex).flatMap((wish) => {
    const specs = wish.specs.filter(({ key }) => ids.has(`${wish.id}.${key}`));
    return specs.length === 0 ? [] : [{ ...wish, specs }];
  });
}

const judgedKeys = ["tier", "share", "basis"] as const;

/** The annex's facts, with figures where the reading is sure only because the indicator's name explains a number. */
function readFigures(annex: BoundAnnex, gathered: GatheredFacts): ReadonlyMap<string, GatheredFact> {
  const own = new Map<string, GatheredFact>();
  for (const wish of annexWishes(annex)) {
    for (const { key } of wish.specs) {
      const fact = gathered.get(`${wish.id}.${key}`);
      if (fact !== undefined) own.set(fact.id, fact);
    }
  }
  for (const row of annex.rows) {
    for (const key of ["target", "actual"] as const) {
      const fact = own.get(`${row.id}.${key}`);
      const { at, content } = row.row[key];
      // The row may have been moved since it was confirmed.
      if (fact?.source?.earlier === true && stillQuotes(String(content ?? ""), fact.source.quote)) {
        own.set(fact.id, { ...fact, source: { at, quote: fact.source.quote } });
      }
    }
    const figures = namedFigures(row, own);
    if (figures === null) continue;
    for (const [key, words] of Object.entries(figures)) {
      const fact = own.get(`${row.id}.${key}`);
      if (fact !== undefined) own.set(fact.id, extracted(fact, row, key as "target" | "actual", words));
    }
  }
  return own;
}

function namedFigures(
  { id, row, figures: printed }: BoundAnnexRow,
  own: ReadonlyMap<string, GatheredFact>,
): { readonly target: string; readonly actual: string } | null {
  const answers = ["target", "actual"].map((key) => own.get(`${id}.${key}`)?.value ?? null);
  if (answers.some((value) => value !== null) || row.qualitative) return null;
  const { reading } = annexFigures(printed, {});
  if (reading.outcome !== "rate" || reading.certainty === "unsure") return null;
  const { target, actual } = row;
  const alone = completionRate(target.content, actual.content);
  if (alone.outcome === "rate" && alone.rate === reading.rate) return null;
  const figures = {
    target: reading.parts.map((part) => part.target.text).join("；"),
    actual: reading.parts.map((part) => part.actual.text).join("；"),
  };
  const again = completionRate(figures.target, figures.actual);
  return again.outcome === "rate" && again.rate === reading.rate ? figures : null;
}

function extracted(
  fact: GatheredFact,
  { row }: BoundAnnexRow,
  key: "target" | "actual",
  words: string,
): GatheredFact {
  const figure = row[key];
  const source = { at: figure.at, quote: String(figure.content ?? "") };
  const read = { value: words, extracted: words, state: "extracted", wordClass: "figure" } as const;
  return { ...fact, ...read, source, problem: null };
}
