import { planBuiltIn, planValues, type ConvertedTo } from "../edits/planConvert";
import type { Desk, Reading } from "./createDesk";
import type { Host } from "./host";
import type { PaneNews } from "./paneEvent";

/** 转换公式 and 报送版. */
export interface Conversion {
  readonly convert: (to: ConvertedTo) => Promise<void>;
  readonly submit: (freeze: ConvertedTo, checked: boolean) => Promise<void>;
}

type Formed = Reading & { readonly evaluation: { readonly form: unknown } };

export function createConversion(host: Host, desk: Desk, say: (news: PaneNews) => void): Conversion {
  const convert = async (to: ConvertedTo) => {
    const reading = await desk.read();
    if (reading === null) return;
    if (!hasForm(reading)) {
      await desk.refresh();
      return;
    }
    const { form, scorecard } = reading.evaluation;
    const converted = await desk.write(planBuiltIn(reading.snapshot, form, scorecard));
    if (converted === null) return;
    let notes = converted;
    if (to === "values") {
      // Only now everything is worked out, and no function of ours is waited for.
      const again = await desk.read();
      if (again === null || !hasForm(again)) return;
      const more = await desk.write(planValues(again.snapshot, again.evaluation.scorecard), "more");
      if (more === null) return;
      notes = [...notes, ...more];
    }
    await desk.refresh();
    const text = to === "values" ? "已转为数值" : "已转为普通公式";
    say({ kind: "done", text: `${text}；按“恢复原表”可以撤回。`, notes });
  };

  const submit = async (freeze: ConvertedTo, checked: boolean) => {
    if (host.copies === undefined) return;
    const bytes = await host.copies.bytes();
    if (!bytes.ok) {
      say({ kind: "failed", problem: bytes.problem });
      return;
    }
    // Large, and rarely wanted: fetched when it is.
    const { makeSubmission } = await import("../commands/makeSubmission");
    const sheet = desk.pickedSheet();
    const made = await makeSubmission(bytes.value, {
      freeze,
      checked,
      ...(sheet === undefined ? {} : { sheet }),
    });
    if (!made.ok) {
      say({ kind: "failed", problem: made.problem });
      return;
    }
    const submission = made.value;
    switch (submission.kind) {
      case "noForm":
        await desk.refresh();
        return;
      case "stopped":
        say({ kind: "submissionHeld", why: { kind: "stopped", stops: submission.stops } });
        return;
      case "findings":
        say({ kind: "submissionHeld", why: { kind: "findings", findings: submission.findings, freeze } });
        return;
      case "made": {
        const opened = await host.copies.open(submission.bytes, "报送版");
        if (opened.ok) say({ kind: "done", text: "已生成报送版，本表没有改动。", notes: submission.notes });
        else say({ kind: "failed", problem: opened.problem });
      }
    }
  };

  return { convert, submit };
}

function hasForm(reading: Reading): reading is Formed & {
  readonly evaluation: Exclude<Reading["evaluation"], { readonly noForm: unknown }>;
} {
  return "form" in reading.evaluation;
}
