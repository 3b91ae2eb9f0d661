import { beforeAll, describe, expect, it } from "vitest";
import { findFindings } from "../../src/findings/findFindings";
import type { Finding } from "../../src/findings/finding";
import { shippedFacts } from "../support/factsFile";
import { evaluated } from "../support/scored";
import { cleanNansha } from "./cleanForm";

describe("改正了毛病的南沙表", () => {
  let findings: readonly Finding[] = [];
  beforeAll(async () => {
    const book = await cleanNansha();
    const given = shippedFacts("samples/nansha-2023.facts.json");
    const facts = new Map(Array.from(given).filter(([id]) => !id.endsWith(".summaryRate")));
    findings = findFindings(evaluated(book, { given: facts }));
  });

  it("没有“须更正”和“待核实”", () => {
    expect(findings.filter(({ severity }) => severity !== "提示").map(({ what }) => what)).toEqual([]);
  });

  it("“提示”最多五条", () => {
    expect(findings.length).toBeLessThanOrEqual(5);
  });
});
