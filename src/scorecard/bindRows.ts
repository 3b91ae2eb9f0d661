import { guangzhou2023 as edition } from "../editions/guangzhou2023/edition";
import type { FactWish, GatheredFact } from "../facts/gatheredFact";
import type { Form, Indicator } from "../form/form";
import { normalizeName } from "../form/normalizeName";
import { readAnnexes } from "../form/readAnnexes";
import type { Rule } from "../rules/rule";
import { snapshotCell, type Snapshot } from "../workbook/snapshot";
import { annexRule } from "./annexRule";
import { bindAnnex, type BoundAnnex } from "./bindAnnex";
import { judgedRule } from "./judgedRule";
import type { RubricMatch } from "./matchRubric";
import { isOwnReason } from "./ownReason";

/** One row's rule and what it asks, before any fact is known. */
export interface BoundRow extends RubricMatch {
  readonly rule: Rule;
  readonly wish: FactWish;
  /** The rows of an annex that answer it; null when no annex does. */
  readonly annex: BoundAnnex | null;
}

/** A row with its facts, in the order of the rule's specs: all that its score depends on. */
export interface RowInput extends Pick<BoundRow, "indicator" | "rubricRow" | "rule" | "annex"> {
  readonly facts: readonly GatheredFact[];
}

/** Each form row with its row of the rubric, its rule and its wish; the wishes' ids are unique. */
export function bindRows(
  snapshot: Snapshot,
  form: Form,
  matches: readonly RubricMatch[],
): readonly BoundRow[] {
  const seen = new Map<string, number>();
  const annexes = matches.some(({ rubricRow }) => rubricRow?.annex !== undefined)
    ? readAnnexes(snapshot, form)
    : [];
  return matches.map((match) => {
    const { indicator, rubricRow } = match;
    const basis = basisOf(snapshot, indicator);
    if (rubricRow !== null) {
      const annex = rubricRow.annex === undefined ? null : bindAnnex(annexes, rubricRow.annex);
      const rule = annex === null ? rubricRow.rule : annexRule(annex, rubricRow.rule);
      const title = `${rubricRow.number} ${indicator.name.value}`;
      const { words = [], bulletin } = edition.rows.find(({ id }) => id === rubricRow.id) ?? {};
      const read = { words, ...(bulletin === undefined ? {} : { bulletin }) };
      const wish = { id: rubricRow.id, title, specs: rule.facts, basis, ...read };
      return { ...match, rule, wish, annex };
    }
    const name = normalizeName(indicator.name.value);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const mark = count === 1 ? "" : `（${count}）`;
    const wish = {
      id: `row:${name}${mark}`,
      title: `${indicator.name.value}${mark}`,
      specs: judgedRule.facts,
      basis,
    };
    return { ...match, rule: judgedRule, wish, annex: null };
  });
}

/** 评分依据 as evidence: not where a reason of ours stands in it. */
function basisOf(snapshot: Snapshot, { basis }: Indicator): FactWish["basis"] {
  if (basis === null || isOwnReason(snapshotCell(snapshot, basis.at)?.formula)) return null;
  return basis;
}
