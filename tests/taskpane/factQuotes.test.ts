import { describe, expect, test } from "vitest";
import type { GatheredFact } from "../../src/facts/gatheredFact";
import { confirmIntent } from "../../src/taskpane/confirmState";
import type { PaneState } from "../../src/taskpane/paneState";
import { wordsUsed, type QuoteUse } from "../../src/words/quotation";
import { openExcelPane, sampleBook } from "../support/excelPane";

const basis = { sheet: "部门整体支出绩效自评表", row: 31, column: 10 };
const id = "contractSigning.rate";

function factIn({ scorecard }: PaneState): GatheredFact | undefined {
  return scorecard?.rows.flatMap((row) => row.facts).find((fact) => fact.id === id);
}

/** The words of the quote that were used so. */
function quoted(state: PaneState, use: QuoteUse): readonly string[] {
  const quotation = factIn(state)?.source?.quotation;
  return quotation === undefined ? [] : wordsUsed(quotation, use);
}

describe("侧边栏里的引文", () => {
  test("表里写了、改了评分依据，引文和标出的话跟着变；确认以后改的，说明是以前的文字", async () => {
    const pane = openExcelPane(sampleBook());
    await pane.until((state) => state.phase === "ready" && !state.busy);
    pane.type(basis, "合同签订及时率为100%。不含补签的2份合同。");
    await pane.until((state) => quoted(state, "unread").includes("不含补签的2份合同"));
    expect(quoted(pane.state(), "taken")).toEqual([]);
    pane.type(basis, "合同签订及时率为９５％，\n详见附件。");
    await pane.until((state) => quoted(state, "taken").includes("签订及时率为９５％"));
    const fact = factIn(pane.state());
    pane.send(confirmIntent(fact === undefined ? [] : [fact]));
    await pane.until((state) => !state.busy && factIn(state)?.state === "confirmed");
    expect(quoted(pane.state(), "taken")).toEqual(["签订及时率为９５％"]);
    pane.type(basis, "见附件。");
    await pane.until((state) => factIn(state)?.source?.earlier === true);
    expect(factIn(pane.state())?.source?.quote).toContain("９５％");
    pane.end();
  });
});
