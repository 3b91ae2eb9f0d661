import { beforeAll, describe, expect, test } from "vitest";
import type { Finding } from "../../src/findings/finding";
import type { Scorecard } from "../../src/scorecard/scorecard";
import { nextStep, openFindings, stepButtons } from "../../src/taskpane/nextStep";
import type { PaneEvent } from "../../src/taskpane/paneEvent";
import { startState, untouched, type PaneState } from "../../src/taskpane/paneState";
import { reducePane } from "../../src/taskpane/reducePane";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { evaluated } from "../support/scored";
import { shippedFacts } from "../support/factsFile";

let blank: Scorecard;
let answered: Scorecard;
const written = { ...untouched, written: true };

beforeAll(async () => {
  const snapshot = await sampleSnapshot("samples/nansha-2023-blank.xlsx");
  blank = evaluated(snapshot).scorecard;
  answered = evaluated(snapshot, { given: shippedFacts("samples/nansha-2023.facts.json") }).scorecard;
});

function after(state: PaneState, ...events: readonly PaneEvent[]): PaneState {
  return events.reduce(reducePane, state);
}

function read(scorecard: Scorecard, standing = written): PaneEvent {
  return { kind: "scorecardRead", scorecard, standing };
}

const problem: Finding = {
  key: "一处",
  check: "noDocument",
  severity: "待核实",
  title: "",
  subject: "",
  essence: "",
  what: "",
  why: "",
  todo: "",
  at: { kind: "report", line: 1, quote: "" },
  other: null,
  dismissed: null,
};

const checked = (list: readonly Finding[]): PaneEvent => ({
  kind: "findingsRead",
  list,
  marked: false,
  report: null,
  books: [],
});

describe("下一步", () => {
  test("没有计算过先计算；然后补充、核对、重新计算、自查、报送，最后说办完了", () => {
    expect(nextStep(startState)).toBeNull();
    expect(nextStep(after(startState, read(blank, untouched)))).toBe("score");
    expect(nextStep(after(startState, read(blank)))).toBe("fill");
    const filled = after(startState, read(answered));
    expect(nextStep(filled)).toBe("check");
    expect(nextStep(after(filled, read(answered, { ...written, outdated: true })))).toBe("rescore");
    const looked = after(filled, checked([]));
    expect(nextStep(looked)).toBe("submit");
    const made = after(looked, { kind: "submitted", notes: [] });
    expect(nextStep(made)).toBe("done");
    expect(made.message).toMatchObject({ text: "已生成报送版，本表没有改动。" });
    // Only as long as the form is what it was.
    expect(nextStep(after(made, read(answered)))).toBe("done");
    expect(nextStep(after(made, read(blank)))).toBe("fill");
    // What was found before is no longer known.
    expect(nextStep(after(made, read(blank), read(answered)))).toBe("check");
  });

  test("查过以后表又改了，原来的处数不再算数；自查一页上看完了，可以往下走", () => {
    const filled = after(startState, read(answered));
    expect(openFindings(filled)).toBeNull();
    const looked = after(filled, { kind: "showFindings" }, checked([problem]));
    expect(openFindings(looked)).toBe(1);
    expect(nextStep(looked)).toBe("seen");
    expect(stepButtons.seen?.intent).toEqual({ kind: "askConvert" });
    const back = after(looked, { kind: "showList" });
    expect(nextStep(back)).toBe("check");
    expect(openFindings(after(back, read(answered)))).toBeNull();
    expect(openFindings(after(back, read(answered), checked([problem])))).toBe(1);
  });

  test("只剩待确认的，就去核对；一次只有一个主按钮", () => {
    const rows = blank.rows.filter((row) => row.points !== null);
    expect(nextStep(after(startState, read({ ...blank, rows })))).toBe("confirm");
    // 计算得分 has its button in the bar.
    expect(stepButtons.score).toBeNull();
    expect(stepButtons.rescore).toBeNull();
  });
});
