import { describe, expect, it } from "vitest";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import { matchPhrases } from "../../src/facts/matchPhrases";
import { cellPoints } from "../support/cellPoints";
import { editionRow } from "../support/editionRow";

describe("照抄评分标准什么也没有说", () => {
  it.each(guangzhou2023.rows.map(({ number, id, clause }) => ({ number, id, clause })))(
    "第$number行的评分标准，整段、逐行、逐句，前面后面加几个字",
    ({ id, clause }) => {
      const pieces = [
        clause,
        clause.replaceAll("\n", ""),
        ...clause.split("\n"),
        ...clause.split(/[。；;\n]/u),
      ];
      for (const piece of pieces.filter((one) => one.trim() !== "")) {
        for (const words of [
          piece,
          `评分标准：${piece}`,
          `按照评分标准，${piece}`,
          `${piece.replace(/[。；;]$/u, "")}。我局符合要求。`,
          `${piece.replace(/[。；;]$/u, "")}；本项得满分。`,
        ])
          expect([words, cellPoints(id, words)]).toEqual([words, "ask"]);
      }
    },
  );
});

describe("问的时候引出没有读懂的话，不是旁边读懂了的", () => {
  const quoted = (row: string, words: string): readonly string[] => {
    const { asks, words: patterns } = editionRow(row);
    const found = Array.from(matchPhrases(words, asks, patterns, { year: 2023 }).values());
    return found.flatMap((one) => ("doubt" in one ? (/“(.*)”没有读懂/u.exec(one.doubt)?.[1] ?? []) : []));
  };

  it.each([
    ["procurementControls", "我局已建立采购内控制度（征求意见稿）。", "(征求意见稿)"],
    ["assetUse", "固定资产利用率为93%（未含在建工程）。", "(未含在建工程)"],
    ["overhead", "公用经费控制率为-1%（不含下属单位）。", "(不含下属单位)"],
    ["procurementCompliance", "没有投诉（2022年数）。", "(2022年数)"],
    ["performanceDisclosure", "绩效目标、绩效自评资料均按时公开（前三季度）。", "(前三季度)"],
    ["procurementCompliance", "上半年：没有投诉。", "上半年"],
    ["procurementControls", "采购内控制度已建立，目前在下属单位试点。", "目前在下属单位试点"],
    ["contractSigning", "合同签订及时率为100%，其中2份超期。", "其中2份超期"],
  ] as const)("%s：%s → %s", (row, words, expected) => {
    expect(quoted(row, words)).toContain(expected);
  });
});
