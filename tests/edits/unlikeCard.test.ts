import { expect, it } from "vitest";
import { unlikeCard } from "../../src/edits/unlikeCard";
import { shippedFacts } from "../support/factsFile";
import { setCell } from "../support/memoryWorkbook";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { evaluated, scored } from "../support/scored";

it.each(["nansha-2023", "city-2023"])("%s：得分格改成别的数、空白、错误值，每一行都说得出", async (name) => {
  const blank = await sampleSnapshot(`samples/${name}-blank.xlsx`);
  const { after } = scored(blank, { given: shippedFacts(`samples/${name}.facts.json`) });
  const formCase = evaluated(after);
  expect(unlikeCard(formCase, after)).toEqual([]);
  const rows = formCase.scorecard.rows.filter(({ points }) => points !== null);
  expect(rows.length).toBeGreaterThan(20);
  for (const { at, points } of rows) {
    for (const value of [Number(points) + 0.01, null, "#VALUE!"]) {
      expect(unlikeCard(formCase, setCell(after, at, { value })).map((one) => one.at)).toEqual([at]);
    }
  }
});
