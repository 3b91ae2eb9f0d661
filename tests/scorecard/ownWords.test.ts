import { describe, expect, it } from "vitest";
import { matchPhrases } from "../../src/facts/matchPhrases";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import { ruleOf } from "../../src/scorecard/chooseRule";
import { lossSentence, withoutOwnReasons } from "../../src/scorecard/rowReason";
import { editionRow } from "../support/editionRow";
import { factValues } from "../support/cellPoints";
import { readCases } from "../support/readCases";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { evaluated } from "../support/scored";

type Case = readonly [row: string, words: string, points: number | "ask"];

/** Our own sentence read as if somebody had written it: the figure that it was made of, or nothing. */
function readBack(id: string, reason: string, known: Readonly<Record<string, unknown>>): void {
  const row = editionRow(id);
  for (const [key, one] of matchPhrases(reason, row.asks, row.words, { year: 2023 })) {
    if ("value" in one) expect([reason, key, one.value]).toEqual([reason, key, known[key]]);
  }
  expect(withoutOwnReasons(reason)).toBe("");
}

describe("本工具自己写的话不作依据", () => {
  it.each(["nansha-2023", "nansha-2023-blank", "city-2023-blank"])("样表%s的每一句扣分说明", async (name) => {
    const { scorecard } = evaluated(await sampleSnapshot(`samples/${name}.xlsx`));
    const rows = scorecard.rows.filter(({ reason, editionRowId }) => reason !== "" && editionRowId !== null);
    expect(rows.length).toBeGreaterThan(0);
    for (const { editionRowId, reason, facts } of rows) {
      readBack(
        editionRowId ?? "",
        reason,
        Object.fromEntries(facts.map(({ spec, value }) => [spec.key, value])),
      );
    }
  });

  it("案例里的每一句扣分说明", () => {
    let losses = 0;
    for (const [id, words, points] of readCases("ordinaryCells") as readonly Case[]) {
      const row = editionRow(id);
      const facts = factValues(id, words);
      const result = ruleOf(row, guangzhou2023).score(facts, { weight: row.weight, settings: {} });
      if (points === "ask" || result.outcome !== "scored" || result.losses.length === 0) continue;
      losses += 1;
      const values = Object.fromEntries(Object.entries(facts).map(([key, fact]) => [key, fact?.value]));
      readBack(
        id,
        lossSentence(result.losses, 2, (setting) => setting),
        values,
      );
    }
    expect(losses).toBeGreaterThan(15);
  });

  it("人在后面另写的话照常读", () => {
    const ours = "合同签订及时率95%，适用“90%≤合同签订及时率＜100%，得2分”，扣1分。";
    expect(withoutOwnReasons(`${ours}合同签订及时率为96%。`)).toBe("合同签订及时率为96%。");
    expect(withoutOwnReasons("合同签订及时率为96%。")).toBe("合同签订及时率为96%。");
  });
});
