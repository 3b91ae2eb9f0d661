import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { tryItem } from "../../src/app/tryItem";

/*
 * printedClauses.json: 评分标准 as forms print them, with worked examples. `points` null: nothing is sure (a question, a
 * person's judgement, no rule); `open`: the text leaves it open, asking is as good.
 */

interface PrintedClause {
  readonly id: string;
  readonly pattern: string;
  readonly indicator: string;
  readonly weight: number | null;
  readonly clause: string;
  readonly units: Readonly<Record<string, string>>;
  readonly cases: readonly {
    readonly answers: Readonly<Record<string, string | number | null | readonly number[]>>;
    readonly points: number | null;
    readonly open?: true;
  }[];
}

const clauses = JSON.parse(
  await readFile(new URL("../cases/printedClauses.json", import.meta.url), "utf8"),
) as readonly PrintedClause[];

/** Read in part or not at all; every other clause is wholly right. */
const asked: readonly string[] = ["c001", "c002", "c003", "c004", "c009", "c139", "c150", "c152"];

type Verdict = "right" | "asks" | "wrong";

function verdict(
  { id, indicator, weight, clause, units }: PrintedClause,
  one: PrintedClause["cases"][number],
): Verdict {
  const answers = Object.entries(one.answers).map(([label, value]) => ({
    label,
    value,
    unit: units[label] ?? "",
  }));
  const tried = tryItem({ id, indicator, weight, clause, answers });
  if (!("points" in tried)) return "wrong";
  const { points, sure } = tried;
  if (one.points === null) return points === null ? "right" : sure ? "wrong" : "asks";
  if (points === null || !sure) return one.open === true ? "right" : "asks";
  return Math.abs(points - one.points) < 1e-4 || one.open === true ? "right" : "wrong";
}

describe("表上印的评分标准", () => {
  test.each(clauses.map((clause) => [clause.id, clause.pattern, clause] as const))(
    "%s %s",
    (id, _, clause) => {
      const verdicts = clause.cases.map((one) => verdict(clause, one));
      expect(verdicts).not.toContain("wrong");
      expect(verdicts.every((one) => one === "right")).toBe(!asked.includes(id));
    },
  );
});
