import { beforeAll, describe, expect, test } from "vitest";
import { evaluated } from "../support/scored";
import type { Scorecard, ScorecardRow } from "../../src/scorecard/scorecard";
import {
  annexRowStates,
  besideAnnexRows,
  ofAnnexRow,
  wantsAttention,
} from "../../src/taskpane/annexRowStates";
import { startState, untouched, type PaneState } from "../../src/taskpane/paneState";
import { reducePane } from "../../src/taskpane/reducePane";
import { sampleSnapshot } from "../support/sampleSnapshot";

let scorecard: Scorecard;
let ready: PaneState;

beforeAll(async () => {
  const evaluation = evaluated(await sampleSnapshot("samples/city-2023-blank.xlsx"));
  scorecard = evaluation.scorecard;
  ready = reducePane(startState, {
    kind: "scorecardRead",
    scorecard,
    standing: untouched,
  });
});

function formRow(number: number): ScorecardRow {
  const row = scorecard.rows.find((one) => one.row === number);
  if (row === undefined) throw new Error(`no row ${number}`);
  return row;
}

describe("附表各行", () => {
  test("扣分的在前，然后是待定的，其余折叠", () => {
    const states = formRow(17).annexRows.map((one) => annexRowStates(one, [])[0]);
    expect(states.slice(0, 3)).toEqual(["lost", "judgement", "full"]);
    expect(formRow(17).annexRows.filter(wantsAttention)).toHaveLength(2);
  });

  test("每一行只问自己的问题；指标本身的数据另列，一条不重、一条不漏", () => {
    const row = formRow(15);
    const parts = row.annexRows.map((one) => ofAnnexRow(row, one));
    expect(parts.map((part) => part.questions.length).filter((count) => count > 0)).toEqual([3, 3]);
    const own = besideAnnexRows(row);
    const ids = [own, ...parts].flatMap((part) => part.facts.map((fact) => fact.id));
    expect([...ids].sort()).toEqual(row.facts.map((fact) => fact.id).sort());
    expect(own.questions).toEqual([]);
  });

  test("行名已在上面，问题里称“本项”", () => {
    const row = formRow(15);
    const [first] = row.annexRows;
    if (first === undefined) throw new Error("no rows");
    expect(ofAnnexRow(row, first).questions[0]?.question).toMatch(/^本项是定性指标/u);
  });

  test("在附表里选中一行：显示它的指标，并打开这一行", () => {
    const row = formRow(14);
    const one = row.annexRows[7];
    if (one === undefined) throw new Error("no such row");
    const state = reducePane(ready, { kind: "sheetSelection", at: one.actual.at });
    expect(state).toMatchObject({ view: "explanation", selected: 14, annexRow: one.id, moveFocus: false });
    const other = row.annexRows[8];
    if (other === undefined) throw new Error("no such row");
    expect(reducePane(state, { kind: "sheetSelection", at: other.nameAt }).annexRow).toBe(other.id);
    expect(reducePane(state, { kind: "explain", row: 14 }).annexRow).toBeNull();
  });
});
