import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { basisDrafts } from "../../src/basis/basisDrafts";
import { dateWords } from "../../src/basis/statement";
import type { Snapshot } from "../../src/workbook/snapshot";
import { evaluated } from "../support/scored";
import { givenFor } from "../support/randomFacts";
import type { Given } from "../support/ruleTrial";
import { blankBasis } from "./blankBasis";

let book: Snapshot;
beforeAll(async () => {
  book = await blankBasis();
});

/** 文号, 书名, 没有人说过的结论、原因、措施和理由. */
const never =
  /[〔【[]\s*(?:19|20)\d{2}|\d\s*号|文号|《|显著|健全|完善|核定|原因|措施|由于|因为|满分|问卷|财政部门提供|直接填写/u;

it("随便怎样回答：句子里没有文号、日期、结论、原因和措施，没有没答过的数；没有回答的不写“未发现问题”", () => {
  const { rows } = evaluated(book);
  const answers = fc.tuple(...rows.map(({ rule }) => givenFor(rule)));
  let drafted = 0;
  fc.assert(
    fc.property(answers, (all: readonly Given[]) => {
      const given = new Map<string, NonNullable<Given[string]>>(
        rows.flatMap(({ wish }, index) =>
          Object.entries(all[index] ?? {}).flatMap(([key, one]) =>
            one === undefined ? [] : [[`${wish.id}.${key}`, one] as const],
          ),
        ),
      );
      const { scorecard } = evaluated(book, { given });
      for (const { text, from, row } of basisDrafts(scorecard).drafts) {
        if (text === null) continue;
        drafted += 1;
        const facts = scorecard.rows.find((one) => one.row === row)?.facts ?? [];
        const dates = from.flatMap(({ value, spec }) =>
          spec.kind === "date" && typeof value === "number" ? [dateWords(value)] : [],
        );
        const rest = dates.reduce((words, date) => words.replaceAll(date, ""), text);
        expect(rest).not.toMatch(never);
        expect(rest).not.toMatch(/\d{4}年|\d月\d{1,2}日/u);
        // Every answer that it is made of was given; counts of problems among them where it says that there were none.
        expect(from.filter(({ id }) => !given.has(id))).toEqual([]);
        if (text.includes("未发现")) expect(from.some(({ value }) => value === 0)).toBe(true);
        expect(from.every((fact) => facts.includes(fact))).toBe(true);
        // Amounts are those that were given.
        const amounts = from.flatMap(({ value, spec }) =>
          spec.kind === "amount" && typeof value === "number" ? [value] : [],
        );
        const said = Array.from(text.matchAll(/(\d+(?:\.\d+)?)万元(?!以上)/gu), ([, one]) => Number(one));
        for (const one of said) expect(amounts.some((amount) => Math.abs(amount - one) < 1e-3)).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
  expect(drafted).toBeGreaterThan(100);
});
