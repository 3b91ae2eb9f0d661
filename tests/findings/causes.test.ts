import { describe, expect, it } from "vitest";
import { causes, groupFindings } from "../../src/findings/causes";
import { checks } from "../../src/findings/checks";
import { findFindings } from "../../src/findings/findFindings";
import { shippedFacts } from "../support/factsFile";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { evaluated } from "../support/scored";
import { publishedCity, reportText } from "./publishedCity";

describe("问题归类", () => {
  it("每项检查正好属于一类，没有多写的编号", () => {
    const listed = causes.flatMap((cause) => cause.checks.split(" "));
    expect([...listed].sort()).toEqual(checks.map(({ id }) => id).sort());
    expect(new Set(causes.map(({ id }) => id)).size).toBe(causes.length);
  });

  it("归类不丢、不重，重的类在前", async () => {
    const nansha = findFindings(evaluated(await sampleSnapshot("samples/nansha-2023.xlsx")), {
      report: await reportText("nansha"),
    });
    const city = findFindings(
      evaluated(await publishedCity(), { given: shippedFacts("samples/city-2023.facts.json") }),
      { report: await reportText("city") },
    );
    for (const findings of [nansha, city]) {
      const groups = groupFindings(findings);
      expect(groups.flatMap((group) => group.findings).length).toBe(findings.length);
      expect(new Set(groups.flatMap((group) => group.findings)).size).toBe(findings.length);
      expect(groups.length).toBeLessThanOrEqual(12);
      const order = ["须更正", "待核实", "提示"];
      const ranks = groups.map(({ severity }) => order.indexOf(severity));
      expect(ranks).toEqual([...ranks].sort());
    }
    expect(groupFindings(nansha).find(({ id }) => id === "thinBasis")?.findings.length).toBeGreaterThan(15);
  });
});
