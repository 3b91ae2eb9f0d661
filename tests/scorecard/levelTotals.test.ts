import { describe, expect, it } from "vitest";
import { workbookOf } from "../support/grid";
import { projectForm } from "../support/projectForms";
import { evaluated } from "../support/scored";

describe("各二级指标的合计", () => {
  it("资金块自成一项，各项加起来是总分", () => {
    const { scorecard } = evaluated(workbookOf([projectForm({ spent: 190, trained: "80人" })]));
    const levels = scorecard.levels.filter(({ level }) => level === 2);
    expect(levels[0]).toEqual({ level: 2, name: "预算执行", weight: 10, points: 9.5, open: 0 });
    const sum = (of: "points" | "weight") => levels.reduce((all, one) => all + one[of], 0);
    expect([sum("points"), sum("weight")]).toEqual([scorecard.total, 100]);
  });
});
