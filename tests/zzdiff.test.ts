import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guangzhou2023 as oldEdition } from "/work/old/src/rubric/guangzhou2023";
import { guangzhou2023 } from "/work/main/src/editions/guangzhou2023/edition";
import { criterionRule } from "/work/main/src/criteria/criterionRule";
import { givenFor } from "/work/main/tests/support/randomFacts";
import { contextOf, factsOf, scoreOf, shownBy, paperOf, writtenFormula } from "/work/main/tests/support/ruleTrial";
import { showTrials } from "/work/main/tests/support/manyTrials";
const N = Number(process.env.N ?? 400);
const settings = fc.record({
  overheadRounding: fc.constantFrom("floor","ceiling"),
  lateWarning: fc.constantFrom("ofFull","ofPart"),
  zeroDenominator: fc.constantFrom("notApplicable","missing"),
});
const round = (x: unknown): unknown => JSON.parse(JSON.stringify(x, (k, v) => typeof v === "number" ? Number(v.toPrecision(10)) : v));
const drop = (r: any) => { if (r.outcome !== "scored") return r; const { step, ...rest } = r; return rest; };
for (const [i, row] of oldEdition.rows.entries()) {
  const now = guangzhou2023.rows[i]!;
  const rule = criterionRule(now.criterion, now.asks, "2023年版");
  describe(row.id, () => {
    test("result", () => {
      const trials = fc.sample(fc.tuple(givenFor(row.rule as any), settings, fc.constantFrom(1,1,2,.5)), { numRuns: N, seed: 7 + i });
      const bad: any[] = [];
      for (const [given, chosen, f] of trials) {
        const options = { weight: row.weight * f, standard: row.clause, settings: chosen as any };
        const a = round(drop(scoreOf(row.rule as any, given, options)));
        const b = round(drop(scoreOf(rule, given, options)));
        if (JSON.stringify(a, Object.keys(flat(a)).sort()) !== JSON.stringify(b, Object.keys(flat(b)).sort())) bad.push({ given, options: {...options, standard: undefined}, a, b });
      }
      if (bad.length) console.log(row.id, bad.length, JSON.stringify(bad.slice(0, Number(process.env.S ?? 1)), null, 1));
      expect(bad.length).toBe(0);
    });
    test("formulas", () => {
      const trials = fc.sample(fc.tuple(givenFor(row.rule as any), settings, fc.constantFrom(1,1,2,.5)), { numRuns: N, seed: 77 + i }).map(([given, chosen, f]) => ({ given, options: { weight: row.weight * f, standard: row.clause, settings: chosen as any } }));
      const shown = showTrials(rule, trials);
      const bad = trials.flatMap(({given, options}, k) => {
        const p = shownBy(scoreOf(rule, given, options), options.weight);
        const { addin, builtIn } = shown[k]!;
        const same = (s: unknown) => p === null ? s === null || String(s).startsWith("#") : typeof s === "number" && Math.abs(s - p) < 1e-11;
        const words = typeof (given as any).rate?.value === "string";
        return same(addin) && (same(builtIn) || (words && builtIn === null)) ? [] : [{ given, w: options.weight, s: options.settings, p, addin, builtIn }];
      });
      if (bad.length) { console.log(row.id, bad.length, JSON.stringify(bad.slice(0, 1)), "\n", writtenFormula(rule, paperOf(rule, {}).cells, "addin", { weight: row.weight, standard: row.clause }), "\n", writtenFormula(rule, paperOf(rule, {}).cells, "builtIn", { weight: row.weight, standard: row.clause })); }
      expect(bad.length).toBe(0);
    });
    test("text", () => {
      for (const d of ["addin", "builtIn"] as const) {
      const o = { weight: row.weight, standard: row.clause };
      const a = writtenFormula(row.rule as any, paperOf(row.rule as any, {}).cells, d, o).replaceAll("'评分底稿'!", "").replaceAll("$","");
      const b = writtenFormula(rule, paperOf(rule, {}).cells, d, o).replaceAll("'评分底稿'!", "").replaceAll("$","");
      if (a !== b) console.log("TEXT", row.id, d, "\n old", a, "\n new", b);
      }
    });
  });
}
function flat(x: any, out: any = {}): any { if (x && typeof x === "object") for (const [k, v] of Object.entries(x)) { out[k] = 1; flat(v, out); } return out; }
