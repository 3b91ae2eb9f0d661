import { describe, expect, test } from "vitest";
import { ruledRows } from "../support/ruledRows";
import type { Rule } from "../../src/criteria/rule";
import { formulaShows, paperOf, scoreOf, shownBy, writtenFormula, type Given } from "../support/ruleTrial";

/** Row number → what a clerk reads in the score cell; D and H of the working paper without its name. */
const readable: Readonly<Record<number, string>> = {
  3: 'IF(D18<>"",JX.RATESCORE(D18,F1),IF(OR(COUNT(D5)=0,COUNT(D6:D17)<>D5,SUMPRODUCT((D6:D16<>"")*(D7:D17=""))>0,AND(D4<>"",D4<>13-D5)),"",JX.RATESCORE(IF(SUM(D6:D17)=0,0,JX.EXECRATE(D6:D17,D5)),F1)))',
  6: 'IF(IF(D7<>"",COUNT(D7)=0,COUNT(D4:D5)+COUNTIFS(D4:D5,"不涉及",H4:H5,"<>")<2),"",IF(IF(D7<>"",D7,SUM(D4:D5))=0,F1,IF(OR(COUNT(D6)=0,D6>IF(D7<>"",D7,SUM(D4:D5))),"",JX.DEDUCTSCORE(F1,D6,IF(IF(D7<>"",D7,SUM(D4:D5))>3,0.5,1)))))',
  8: 'IF(COUNT(D4:D6)<3,"",JX.DEDUCTSCORE(F1,D4,0.5,D5,0.5,D6,1))',
  9: 'IF(D4="是",IF(H4="","",F1),IF(D4<>"否","",IF(OR(D6="未公开",D9="未公开"),0,IF(OR(COUNT(D7,D10)<2,IF(D11<>"",FALSE,COUNT(D5:D6)<2),IF(D12<>"",FALSE,COUNT(D8:D9)<2)),"",IF(D11<>"",JX.MEETSCORE(D11,F1/4),JX.MEETSCORE(INT(D6)-INT(D5)<=20,F1/4))+JX.MEETSCORE(D7=0,F1/4)+IF(D12<>"",JX.MEETSCORE(D12,F1/4),JX.MEETSCORE(INT(D9)-INT(D8)<=20,F1/4))+JX.MEETSCORE(D10=0,F1/4)))))',
  12: 'IF(COUNT(D4:D5)+COUNTIFS(D4:D5,"不涉及",H4:H5,"<>")+COUNTA(D6)<3,"",JX.DEDUCTSCORE(F1,N(D4),1)*30/100+JX.MEETSCORE(N(D5)=0,F1*30/100)+JX.MEETSCORE(D6,F1*40/100))',
  13: 'IF(OR(COUNT(D4)+COUNTA(D5:D9)<6,AND(D8="不涉及",H8="")),"",JX.MEETSCORE(D4=0,F1*2/7)+JX.CHECKSCORE(F1*5/7,D5:D9))',
  22: 'IF(COUNT(D4:D5)+COUNTIFS(D4:D5,"不涉及",H4:H5,"<>")<2,"",JX.DEDUCTSCORE(F1,SUM(D4:D5),0.5))',
  23: 'IF(AND(COUNTIF(D4:D5,"否")=0,COUNTIF(D4:D5,"是")<2),"",JX.MEETSCORE(COUNTIF(D4:D5,"是")=2,F1))',
  24: 'IF(COUNTIF(D4:D7,"是")=4,JX.MEETSCORE("是",F1),IF(OR(COUNT(D8)=0,H8=""),"",MAX(0,MIN(F1,D8))))',
};

describe("得分单元格里的公式", () => {
  test.each(ruledRows.filter(({ number }) => number in readable))(
    "$number $name：财务人员读得懂",
    ({ number, rule, weight, clause }) => {
      const formula = writtenFormula(rule, paperOf(rule, {}).cells, "addin", { weight, standard: clause });
      expect(formula.replaceAll("'评分底稿'!", "").replaceAll("$", "")).toBe(readable[number]);
    },
  );

  test.each(ruledRows)(
    "$number $name（第$part行）：底稿的行挪开以后，得分不变",
    ({ rule, clause, examples }) => {
      for (const { facts, weight, settings } of examples)
        agrees(rule, facts, { weight, standard: clause, settings: settings ?? {}, gap: 2 }, [
          "addin",
          "builtIn",
        ]);
    },
  );

  test("3 部门预算资金支出率：个数对上而不是最后几个月，不得分", () => {
    const row = ruledRows.find(({ id }) => id === "budgetExecution");
    const all = Array.from({ length: 12 }, (_, index) => index);
    const cases = all.flatMap((early) =>
      all.flatMap((first) =>
        all.filter((late) => early < first && late >= first).map((late) => ({ early, first, late })),
      ),
    );
    expect(cases).toHaveLength(286);
    for (const { early, first, late } of cases) {
      const rates = all.map((month) => (month === early || (month >= first && month !== late) ? 0.9 : null));
      const given = { monthCount: { value: 12 - first }, rates: { value: rates } };
      if (row !== undefined) agrees(row.rule, given, { weight: 5 }, ["addin", "builtIn"]);
    }
  });

  test.each(ruledRows)(
    "$number $name（第$part行）：分值印成文字，两种公式都照样计分",
    ({ rule, clause, examples }) => {
      for (const { facts, weight, settings } of examples) {
        const options = { weight, standard: clause, settings: settings ?? {}, textWeight: true };
        agrees(rule, facts, options, ["addin", "builtIn"]);
      }
    },
  );

  test.each(ruledRows)(
    "$number $name（第$part行）：数值格里写了文字，不得分",
    ({ rule, clause, examples }) => {
      const numbers = rule.facts.filter(({ kind }) => ["count", "amount", "date", "points"].includes(kind));
      for (const { facts, weight, settings } of examples) {
        for (const { key } of numbers) {
          const given = facts[key];
          if (typeof given?.value !== "number") continue;
          const worded = { ...facts, [key]: { ...given, value: `${given.value}个` } };
          agrees(rule, worded, { weight, standard: clause, settings: settings ?? {} }, ["addin", "builtIn"]);
        }
      }
    },
  );

  test.each(ruledRows)(
    "$number $name（第$part行）：答的不是“是”或“否”，不得分",
    ({ rule, clause, examples }) => {
      const answers = rule.facts.filter(({ kind }) => kind === "answer" || kind === "answerOrShare");
      for (const { facts, weight, settings } of examples) {
        for (const { key } of answers) {
          if (facts[key] === undefined) continue;
          const doubtful = { ...facts, [key]: { value: "大概" } };
          agrees(rule, doubtful, { weight, standard: clause, settings: settings ?? {} }, ["addin"]);
        }
      }
    },
  );
});

/** The formula shows the points of the rule; nothing, or an error that says why, where it has none. */
function agrees(
  rule: Rule,
  facts: Given,
  options: Parameters<typeof formulaShows>[3],
  dialects: readonly ("addin" | "builtIn")[],
): void {
  const wanted = shownBy(scoreOf(rule, facts, options), options.weight);
  for (const dialect of dialects) {
    const shown = formulaShows(rule, facts, dialect, options);
    if (wanted === null) expect(shown === null || String(shown).startsWith("#")).toBe(true);
    else {
      expect(shown).toBeTypeOf("number");
      expect(shown).toBeCloseTo(wanted, 12);
    }
  }
}
