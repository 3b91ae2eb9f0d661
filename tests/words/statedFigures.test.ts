import { describe, expect, it } from "vitest";
import { namedFigures, isOfDone, isSameFigure } from "../../src/findings/namedFigures";
import type { Passage } from "../../src/findings/passages";
import { statedFigures } from "../../src/words/statedFigures";

const at = { kind: "report", line: 1, quote: "" } as const;

function figures(text: string, from: Passage["from"] = "report") {
  return namedFigures([{ at, label: "自评报告", text, from }], 2023);
}

/** The figures that a text of the form of 2023 says were reached in that year. */
function done(text: string, from: Passage["from"] = "report"): readonly string[] {
  return figures(text, from)
    .filter(isOfDone)
    .map((figure) => figure.text);
}

describe("年度管到句末，另有年度为止", () => {
  it.each([
    ["2024年，组织讲座40场，服务居民9000人，居民满意度95%。", []],
    ["2024年工作目标：组织讲座40场，服务居民9000人。", []],
    ["2024年主要任务：组织讲座40场，居民满意度95%。", []],
    ["明年，组织讲座40场，服务居民9000人。", []],
    ["上年组织讲座28场，服务居民6100人，居民满意度88%。", []],
    ["去年同期，组织讲座28场，居民满意度88%。", []],
    ["力争服务居民达到9000人，居民满意度达到95%。", []],
    ["2022年组织讲座28场，服务居民6100人，2023年组织讲座33场，服务居民7200人。", ["33场", "7200人"]],
    ["上年组织讲座28场，居民满意度88%，今年组织讲座33场，居民满意度91%。", ["33场", "91%"]],
    ["2024年组织讲座40场。居民满意度91%。", ["91%"]],
    ["2023年，组织讲座33场，服务居民7200人。", ["33场", "7200人"]],
    ["组织讲座33场，比2022年增加5场，服务居民7200人。", ["33场", "7200人"]],
    ["比2022年增加5场，达到33场。", ["33场"]],
    ["较上年增长6%，达到7200人。", ["7200人"]],
    ["2022年末结转20万元，支出588万元。", ["588万元"]],
    ["2022年印发的管理办法继续执行，组织讲座33场。", ["33场"]],
    ["2022年12月1日开工，修缮房屋33间。", ["33间"]],
  ])("%s", (text, expected) => {
    expect(done(text)).toEqual(expected);
  });

  it("年度目标里的“力争”仍是目标，不是别的年度", () => {
    expect(figures("力争服务居民达到9000人。", "head").map(({ apart }) => apart)).toEqual([false]);
  });
});

describe("目标值后面写的是目标", () => {
  it.each([
    ["预期实现值：服务居民7000人。", ["target"]],
    ["年度目标：组织讲座30场，居民满意度90%。", ["target", "target"]],
    ["预期目标：7000人，实际服务居民7200人。", ["target", "count"]],
    ["超额完成年度目标：组织讲座33场。", ["count"]],
    ["组织讲座33场。", ["count"]],
  ])("%s", (text, kinds) => {
    expect(figures(text).map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe("余、多不是准确数", () => {
  it.each([
    ["服务居民7200余人", 7230, true],
    ["服务居民7000多人", 7200, true],
    ["服务居民7000余人", 8200, false],
    ["服务居民7000余人", 6900, false],
    ["服务居民3.4万余人次", 34_600, true],
    ["服务居民3.4万余人次", 36_400, false],
    ["举办讲座30余场", 33, true],
    ["举办讲座30多场", 53, false],
    ["举办讲座33场", 34, false],
  ])("%s 与 %d", (text, value, same) => {
    const [figure] = statedFigures(text);
    expect(figure !== undefined && isSameFigure(figure, { value })).toBe(same);
  });
});
