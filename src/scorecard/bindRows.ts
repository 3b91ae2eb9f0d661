import type { FactWish, GatheredFact } from "../facts/gatheredFact";
import type { Form, Indicator } from "../form/form";
import { normalizeName } from "../form/normalizeName";
import { readAnnexes } from "../form/readAnnexes";
import { criterionRule } from "../criteria/criterionRule";
import type { Rule } from "../criteria/rule";
import type { Edition, EditionRow } from "../editions/edition";
import { snapshotCell, type Snapshot } from "../workbook/snapshot";
import { annexRule } from "./annexRule";
import { bindAnnex } from "./bindAnnex";
import { judgedRule } from "./judgedRule";
import type { RowMatch } from "./matchEdition";
import { isOwnReason } from "./ownFormulas";
import { scoringAnnex, type ScoringAnnex } from "./scoreAnnex";

/** One row's rule and what it asks, before any fact is known. */
export interface BoundRow extends RowMatch {
  readonly rule: Rule;
  readonly wish: FactWish;
  /** The rows of an annex that answer it; null when no annex does. */
  readonly annex: ScoringAnnex | null;
}

/** A row with its facts, in the order of the rule's specs: all that its score depends on. */
export interface RowInput extends Pick<BoundRow, "indicator" | "editionRow" | "rule" | "annex"> {
  readonly facts: readonly GatheredFact[];
}

/** Each form row with its row of the edition, its rule and its wish; the wishes' ids are unique. */
export function bindRows(
  snapshot: Snapshot,
  form: Form,
  edition: Edition | null,
  matches: readonly RowMatch[],
): readonly BoundRow[] {
  const seen = new Map<string, number>();
  const annexes = matches.some(({ editionRow }) => editionRow?.annex !== undefined)
    ? readAnnexes(snapshot, form)
    : [];
  return matches.map((match) => {
    const { indicator, editionRow } = match;
    const basis = basisOf(snapshot, indicator);
    if (editionRow !== null) {
      const bound = editionRow.annex === undefined ? null : bindAnnex(annexes, editionRow.annex);
      const annex = bound === null ? null : scoringAnnex(bound);
      const own = ruleOf(editionRow, edition);
      const rule = annex === null ? own : annexRule(annex, own);
      const title = `${editionRow.number} ${indicator.name.value}`;
      const { id, words, bulletin } = editionRow;
      const wish = {
        id,
        title,
        specs: rule.facts,
        basis,
        words,
        ...(bulletin === undefined ? {} : { bulletin }),
      };
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

const made = new WeakMap<EditionRow, Rule>();

/** The criterion of a row, bound to what it asks, once for every form. */
export function ruleOf(row: EditionRow, edition: Pick<Edition, "shortTitle"> | null): Rule {
  const known = made.get(row);
  if (known !== undefined) return known;
  const rule = criterionRule(row.criterion, row.asks, edition?.shortTitle ?? "");
  made.set(row, rule);
  return rule;
}

/** 评分依据 as evidence: not where a reason of ours stands in it. */
function basisOf(snapshot: Snapshot, { basis }: Indicator): FactWish["basis"] {
  if (basis === null || isOwnReason(snapshotCell(snapshot, basis.at)?.formula)) return null;
  return basis;
}
