import { describe, expect, test } from "vitest";
import { ruledRows } from "../support/ruledRows";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import { settingTitle } from "../../src/editions/settings";
import { lossSentence, pointsWords } from "../../src/scorecard/rowReason";
import { percentWords } from "../../src/criteria/words";
import { scoreOf, type Given } from "../support/ruleTrial";

const titleOf = (name: string): string => settingTitle(guangzhou2023, name);

function sentences(id: string, given: Given, decimals = 2): string {
  const row = ruledRows.find((one) => one.id === id);
  if (row === undefined) throw new Error(id);
  const result = scoreOf(row.rule, given, { weight: row.weight, standard: row.clause });
  return result.outcome === "scored" ? lossSentence(result.losses, decimals, titleOf) : result.outcome;
}

describe("扣分说明", () => {
  test("分档：量出多少、适用哪一档、扣几分", () => {
    expect(sentences("contractSigning", { rate: { value: 0.95 } })).toBe(
      "合同签订及时率95%，适用“90%≤合同签订及时率＜100%，得2分”，扣1分。",
    );
  });

  test("按比例：两位小数会显示为0的扣分，多写几位", () => {
    expect(sentences("budgetExecution", { meanRate: { value: 0.99983 } })).toBe(
      "年度平均执行率99.983%，适用“年度平均执行率低于100%的，得分=年度平均执行率×本指标分值”，扣0.00085分。",
    );
  });

  test("多项扣分，一项一句", () => {
    expect(
      sentences("systemExecution", {
        returned: { value: 2 },
        monitored: { value: "是" },
        monitoringOnTime: { value: "否" },
        evaluated: { value: "是" },
        subordinates: { value: "是" },
        evaluationOnTime: { value: "是" },
      }),
    ).toBe(
      "部门整体预算绩效目标被财政部门回退2次，适用“部门整体预算绩效目标被财政部门回退1次及以上不得分（占28.5714%）”，扣2分。" +
        "未及时报送绩效监控材料，适用“部门及时报送相关部门整体支出绩效监控材料，得1分，否则不得分（占14.2857%）”，扣1分。",
    );
  });

  test("没有扣分就没有话", () => {
    expect(sentences("carryover", { closing: { value: 0 } })).toBe("");
  });

  test("扣分的数字四舍五入，不写成0", () => {
    expect(pointsWords(0.343, 2)).toBe("0.34");
    expect(pointsWords(1.005, 2)).toBe("1.01");
    expect(pointsWords(0.00085, 2)).toBe("0.00085");
    expect(pointsWords(0.00085, 4)).toBe("0.0009");
    expect(pointsWords(1, 2)).toBe("1");
  });

  test("百分比不会四舍五入成另一档的样子", () => {
    expect(percentWords(0.95)).toBe("95%");
    expect(percentWords(1 / 3)).toBe("33.3333%");
    expect(percentWords(0.999999999)).toBe("99.9999999%");
    expect(percentWords(4.95 / 3.3)).toBe("150%");
  });
});
