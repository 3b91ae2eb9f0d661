import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { tryItem } from "../../src/app/tryItem";

/*
 * clauseWordings.json: the same rules in many wordings, some of them mean ones. `points` null: the text gives no sure
 * number. None may be wrong; how many are read wholly may only grow.
 */

interface Wording {
  readonly id: string;
  readonly indicator: string;
  readonly weight: number;
  readonly clause: string;
  readonly units: Readonly<Record<string, string>>;
  readonly cases: readonly {
    readonly answers: Readonly<Record<string, string | number>>;
    readonly points: number | null;
  }[];
}

const wordings = JSON.parse(
  await readFile(new URL("../cases/clauseWordings.json", import.meta.url), "utf8"),
) as readonly Wording[];

/** Of the clauses, so many are wholly right. */
const leastRead = 624;

type Verdict = "right" | "asks" | "wrong";

function verdict({ indicator, weight, clause, units }: Wording, one: Wording["cases"][number]): Verdict {
  const answers = Object.entries(one.answers).map(([label, value]) => ({
    label,
    value,
    unit: units[label] ?? "",
  }));
  const tried = tryItem({ id: "1", indicator, weight, clause, answers });
  if (!("points" in tried)) return "wrong";
  if (tried.points === null) return one.points === null ? "right" : "asks";
  return one.points !== null && Math.abs(tried.points - one.points) < 1e-6 ? "right" : "wrong";
}

const verdicts = wordings.map((wording) => ({
  id: wording.id,
  given: wording.cases.map((one) => verdict(wording, one)),
}));

describe("评分标准的各种写法", () => {
  test.each(verdicts)("$id 不算错", ({ given }) => {
    expect(given).not.toContain("wrong");
  });

  test("读得全的只多不少", () => {
    const right = verdicts.filter(({ given }) => given.every((one) => one === "right"));
    expect(right.length).toBeGreaterThanOrEqual(leastRead);
  });
});
