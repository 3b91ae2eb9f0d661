import { formChoices, type FormChoice } from "../app/formChoices";
import { openForm, type Opened } from "../app/openForm";
import { keptRows } from "../app/keptScores";
import { sheetPick } from "../app/news";
import { changesOf, isRestorable, isWritten, planRewrite } from "../app/writtenState";
import { convertedTo } from "../edits/planConvert";
import { planRepair } from "../edits/planRepair";
import type { Finding } from "../findings/finding";
import { knownEditions } from "../scorecard/chooseEdition";
import { keptChoices } from "../scorecard/keptChoices";
import type { Scorecard } from "../scorecard/scorecard";
import { emptyPlan, type EditPlan } from "../workbook/edit";
import { succeed, type Outcome, type Watch } from "../workbook/port";
import { againstNothing, checkAgainst, optionsAgainst } from "./against";
import type { Desk, DeskChange } from "./desk";
import type { Host } from "./host";
import { makeAny, readLedger } from "./makeAny";
import { sayNoResults, stillNoResults } from "./noResults";
import { outdatedRows } from "./rowOfCell";
import type { PaneNews } from "./paneEvent";

export function createDesk(host: Host, say: (news: PaneNews) => void): Desk {
  const pick = host.pick ?? sheetPick({});
  const editions = host.editions ?? knownEditions;
  let writing = false;
  /** Something was told while we wrote, and nothing was read since. */
  let heard = false;
  let mended = false;
  let shown: Scorecard | null = null;
  let forms: readonly FormChoice[] = [];
  let watching = false;
  let against = againstNothing;
  let found: readonly Finding[] | null = null;

  /** Instead of what was picked when it was read: a pick that a person made since is his. */
  const repick = (was: string | null, sheet: string | null): void => {
    if (pick.sheet() === was) pick.pick(sheet);
  };

  const read = async (watch: Watch | undefined): Promise<Opened | null> => {
    const options = { picked: pick.sheet(), front: host.front, editions, whole: watching, watch };
    heard = false;
    const opened = await openForm(host.port, options);
    if (opened.ok) {
      // What is shown is what pane and ribbon work on, wherever the person turns to next.
      const { formCase } = opened.value;
      if (formCase !== null && opened.value.isInFront) repick(options.picked, formCase.sheet);
      return opened.value;
    }
    say({ kind: "failed", problem: opened.problem });
    return null;
  };

  /** What stands in the sheet and would be written otherwise now: as far as a protection allows it, and the rest. */
  const outdated = async (
    { formCase }: Opened,
    watch?: Watch,
  ): Promise<Record<"open" | "locked", EditPlan>> => {
    const none = { open: emptyPlan, locked: emptyPlan };
    if (formCase === null || !isWritten(formCase)) return none;
    const all = changesOf(formCase.snapshot, planRewrite(formCase));
    if (all.edits.length === 0 || host.port.writable === undefined) return { ...none, open: all };
    watch?.step("look", 0, 0);
    const writable = await host.port.writable(all);
    if (!writable.ok) return { ...none, open: all };
    const open = new Set(writable.value.edits);
    const locked = all.edits.filter(
      (edit) => edit.kind === "cell" && edit.whenLocked === undefined && !open.has(edit),
    );
    return { open: writable.value, locked: { edits: locked, expects: [] } };
  };

  const show = async (opened: Opened, watch?: Watch) => {
    const { formCase, snapshot } = opened;
    if (formCase === null) {
      say({ kind: "noFormFound", noForm: opened.noForm, restorable: isRestorable(snapshot) });
      return;
    }
    // From now on the form that is shown is the one to work on, whatever was picked before.
    if (opened.lostPick !== null) repick(opened.lostPick, null);
    const { scorecard } = formCase;
    shown = scorecard;
    const { open, locked } = await outdated(opened, watch);
    forms = formChoices(opened.cases);
    const choices = {
      forms,
      editions: editions.map(({ id, title }) => ({ id, title })),
      edition: keptChoices(snapshot, formCase.sheet).edition,
    };
    say({ kind: "choicesRead", choices });
    const standing = {
      written: isWritten(formCase),
      outdated: open.edits.length > 0,
      outdatedRows: outdatedRows(scorecard, open),
      lockedRows: outdatedRows(scorecard, locked),
      restorable: isRestorable(formCase),
      kept: keptRows(formCase),
      broken: host.repair?.count() ?? 0,
    };
    say({ kind: "scorecardRead", scorecard, standing });
    if (!watching) return;
    watch?.step("findings", 0, 0);
    const checked = await checkAgainst(formCase, against);
    found = checked.list;
    say(checked);
  };

  /** Writes, so that the changes that come back as events are known as our own. */
  const own =
    <T>(write: (plan: EditPlan, watch?: Watch) => Promise<Outcome<T>>) =>
    async (plan: EditPlan, watch?: Watch): Promise<Outcome<T>> => {
      writing = true;
      const outcome = await write(plan, watch);
      writing = false;
      return outcome;
    };

  /** What was written behind the user's edits the last time: never twice the same, should it not last. */
  let followed = "";

  const follow = async (opened: Opened, settled: boolean): Promise<boolean> => {
    const { formCase } = opened;
    if (formCase === null) return false;
    const { snapshot, settings } = formCase;
    if (!isWritten(formCase) || convertedTo(snapshot, formCase.sheet) === "values") return false;
    const write = host.amend ?? (settled && settings.liveReasons === "on" ? host.port.apply : null);
    if (write === null) return false;
    const plan = planRewrite(formCase);
    const text = plan.edits.length === 0 ? "" : JSON.stringify(plan.edits);
    const again = text === followed;
    followed = text;
    if (text === "" || again) return false;
    // Excel works its results out by itself, and every write there takes the user's undo history.
    if (host.amend === null && (await outdated(opened)).open.edits.length === 0) return false;
    const outcome = await own(write)(plan);
    if (!outcome.ok) say({ kind: "failed", problem: outcome.problem });
    return outcome.ok || heard;
  };

  /**
   * A workbook may come with #NAME? in our formulas, from a program that lacks our functions: mended when it is first
   * read. Not in Excel, where a write that nobody asked for takes the user's undo history: there the pane offers it.
   */
  const readMended = async (watch: Watch | undefined): Promise<Opened | null> => {
    const opened = await read(watch);
    if (opened === null || mended || host.repair !== null) return opened;
    mended = true;
    const plan = planRepair(opened.snapshot);
    if (plan.edits.length === 0) return opened;
    const written = await own(host.amend ?? host.port.apply)(plan);
    if (!written.ok) say({ kind: "failed", problem: written.problem });
    return read(watch);
  };

  const refresh = async (watch?: Watch, when?: "settled") => {
    const opened = await readMended(watch);
    if (opened === null) return;
    const current = (await follow(opened, when === "settled")) ? await read(watch) : opened;
    if (current !== null) await show(current, watch);
  };

  const mend = async (watch?: Watch): Promise<Outcome<unknown>> => {
    if (host.repair === null || host.repair.count() === 0) return succeed(null);
    watch?.step("write", 0, 0);
    return host.repair.run();
  };

  const repair = async (watch?: Watch) => {
    const count = host.repair?.count() ?? 0;
    const outcome = await mend(watch);
    if (!outcome.ok) {
      say({ kind: "failed", problem: outcome.problem });
      return;
    }
    await refresh(watch);
    const left = host.repair?.count() ?? 0;
    if (left === 0) say({ kind: "done", text: `已修复${count}个公式`, notes: [] });
    else say({ kind: "failed", problem: stillNoResults(left) });
  };

  const port = {
    read: host.port.read,
    apply: own(host.port.apply),
    amend: host.amend === null ? null : own(host.amend),
    repair: mend,
  };

  const change = async (wanted: DeskChange, watch?: Watch) => {
    const beside = optionsAgainst(against);
    const options = { picked: pick.sheet(), front: host.front, editions, beside, watch };
    if (wanted.kind === "readLedger") {
      say(await readLedger(port, wanted, options));
      return;
    }
    const made = await makeAny(port, wanted, options);
    if (made.kind === "asked") {
      say({ kind: "restoreQuestions", questions: made.questions });
      return;
    }
    if (made.kind === "failed") {
      // Where the form is gone, what is there instead is shown; that there is none is then said in full. What was told
      // while it was written was not ours alone.
      const isGone = made.problem.code === "noForm" || made.problem.code === "sheetMissing";
      const isStale = ["scoreAll", "mendFindings", "unmend"].includes(wanted.kind);
      // What was typed since is not taken back by us: nothing is left to offer.
      if (wanted.kind === "unmend" && made.problem.code === "changedMeanwhile")
        say({ kind: "findingsMended", mended: null });
      if (heard || isGone || isStale) await refresh();
      if (made.problem.code !== "noForm") say(made);
      return;
    }
    if (wanted.kind === "rules") say({ kind: "rulesWritten", choices: wanted.choices });
    if ("mended" in made) say({ kind: "findingsMended", mended: made.mended });
    await refresh(watch, "settled");
    // Only now: until what was written is read, the fields show what was typed.
    if (wanted.kind === "answer" || wanted.kind === "confirm")
      say({ kind: "factWritten", factIds: wanted.answers.map((one) => one.factId) });
    const left = wanted.kind === "score" || wanted.kind === "scoreAll" ? (host.repair?.count() ?? 0) : 0;
    const notes = left === 0 ? made.notes : [...made.notes, `${sayNoResults(left)}。`];
    if (made.kind === "done") say({ ...made, notes });
    else if (made.notes.length > 0) say({ kind: "done", text: "已写入", notes: made.notes });
  };

  return {
    refresh,
    change,
    repair,
    pickForm: (sheet) => {
      pick.pick(sheet);
      found = null;
    },
    formToFollow: (sheet) => {
      const form = forms.find((one) => one.sheet === sheet || one.paper === sheet)?.sheet ?? null;
      // Stepping through the findings selects cells, too.
      return watching || form === (shown?.sheet ?? null) ? null : form;
    },
    watchFindings: (on) => {
      watching = on;
    },
    holdAgainst: (next) => {
      against = next(against);
    },
    findings: () => found,
    shown: () => shown,
    hear: () => {
      heard ||= writing;
      return !writing;
    },
  };
}
