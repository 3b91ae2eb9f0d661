import type { CellAddress } from "../workbook/cell";
import { againstFewer, againstFile, againstPasted } from "./against";
import { bookWords, changeWords, isChange } from "./changeWords";
import { createDesk } from "./createDesk";
import { createSaver, letsWait } from "./createSaver";
import { createQueue } from "./createQueue";
import type { News } from "../app/news";
import type { Host, Pauses } from "./host";
import type { PaneEvent, PaneIntent } from "./paneEvent";
import { rowOfCell } from "./rowOfCell";
import { submitForm } from "./submitForm";

/** The effects behind the pane: what intents do outside the state, and what the host tells. */
export interface Session {
  readonly perform: (intent: PaneIntent) => void;
  readonly end: () => void;
}

export const usualPauses: Pauses = { calm: 150, settled: 1200, given: 2500 };

const [reading, comparing] = ["正在读取表格", "正在对照"] as const;

export function createSession(host: Host, tell: (event: PaneEvent) => void): Session {
  const pauses = host.pauses ?? usualPauses;
  let ended = false;
  let calm: ReturnType<typeof setTimeout> | undefined;
  let settled: ReturnType<typeof setTimeout> | undefined;
  const say = (news: PaneEvent) => {
    if (ended) return;
    if (news.kind !== "failed" || news.problem.code !== "stopped") tell(news);
    else {
      if (desk.findings() === null) desk.watchFindings(false);
      tell({ kind: "stopped" });
    }
  };
  const desk = createDesk(host, say);
  const { enqueue, stop } = createQueue(say, () => ended);
  const saver = createSaver(pauses.given, desk.shown, (answers) => {
    const change = { kind: "answer", answers } as const;
    say(change);
    enqueue(changeWords.answer, (watch) => desk.change(change, watch), "quiet");
  });

  const select = (at: CellAddress) => {
    void host.select(at).then((outcome) => {
      if (!outcome.ok) say({ kind: "failed", problem: outcome.problem });
    });
  };

  const hear = (news: News) => {
    switch (news.kind) {
      case "restoreAsks":
        perform({ kind: "askRestore" });
        break;
      case "check":
        say({ kind: "showFindings" });
        perform({ kind: "showFindings" });
        break;
      case "explain": {
        const shown = desk.shown();
        const row = shown === null ? null : rowOfCell(shown, news.at);
        if (row !== null) say({ kind: "explain", row });
        else say({ kind: "done", text: "所选单元格不在指标行内，请选中某项指标所在的行。", notes: [] });
        break;
      }
      case "askConvert":
      case "done":
      case "failed":
        say(news);
    }
  };

  const perform = (intent: PaneIntent) => {
    if (!letsWait(intent)) saver.flush();
    if (isChange(intent)) {
      enqueue(changeWords[intent.kind], (watch) => desk.change(intent, watch), "stoppable");
      return;
    }
    switch (intent.kind) {
      case "showFindings":
        desk.watchFindings(true);
        enqueue("正在自查", desk.refresh, "stoppable");
        break;
      case "pickFinding": {
        const place = desk.findings()?.find(({ key }) => key === intent.key)?.at;
        if (place?.kind === "cell") select(place.at);
        break;
      }
      case "pasteReport":
        desk.holdAgainst((before) => againstPasted(before, intent.text));
        enqueue(comparing, desk.refresh);
        break;
      case "openReport":
      case "openGoals":
        enqueue(comparing, async (watch) => {
          const next = await againstFile(intent);
          if (!next.ok) {
            say({ kind: "failed", problem: next.problem });
            return;
          }
          desk.holdAgainst(next.value);
          await desk.refresh(watch);
        });
        break;
      case "dropGoals":
        desk.holdAgainst((before) => againstFewer(before, intent.name));
        enqueue(comparing, desk.refresh);
        break;
      case "showList":
      case "showSettings":
      case "showConfirm":
      case "showFill":
      case "showWording":
        desk.watchFindings(false);
        break;
      case "repair":
        enqueue("正在修复公式", desk.repair);
        break;
      case "submit":
        enqueue(
          "正在生成报送版",
          async (watch) => {
            const news = await submitForm(host, desk, intent, watch);
            if (news !== null) say(news);
          },
          "stoppable",
        );
        break;
      case "exportRules":
        enqueue("正在导出计分规则", async () => {
          const { exportRules } = await import("./exchangeRules");
          say(await exportRules(host, desk.shown(), intent.to));
        });
        break;
      case "readRules":
        enqueue(changeWords.importRules, async (watch) => {
          const { readRules } = await import("./exchangeRules");
          const entries = readRules(intent.from);
          if (entries.ok) await desk.change({ kind: "importRules", entries: entries.value }, watch);
          else say({ kind: "failed", problem: entries.problem });
        });
        break;
      case "scoreAll":
      case "readLedger":
      case "fillLedger":
        enqueue(bookWords[intent.kind], (watch) => desk.change(intent, watch), "stoppable");
        break;
      case "pickForm":
        // What is still to be written is written to the form before.
        enqueue(reading, async (watch) => {
          desk.pickForm(intent.sheet);
          await desk.refresh(watch);
        });
        break;
      case "reread":
        host.forget?.();
        enqueue(reading, desk.refresh, "stoppable");
        break;
      case "explain": {
        desk.watchFindings(false);
        const row = desk.shown()?.rows.find((one) => one.row === intent.row);
        if (row !== undefined) select(row.at);
        break;
      }
      case "goTo":
        select(intent.at);
        break;
      case "copy":
        void host.copyText(intent.text).then((copied) => {
          say({ kind: "said", text: copied ? "已复制" : "没能复制，请手工选取文字复制" });
        });
        break;
      case "stop":
        stop();
        break;
      case "give":
        saver.gather(intent.drafts);
        if (intent.now === true) saver.flush();
        break;
      case "draft":
        saver.retype([intent.factId]);
        break;
      case "dropDraft":
        saver.retype(intent.factIds);
        break;
      case "pasteAnswers":
        saver.retype(Object.keys(intent.drafts));
        break;
      case "cancelRestore":
      case "askConvert":
      case "cancelConvert":
      case "closeLedger":
      case "filter":
      case "search":
      case "undoPaste":
      case "fillAt":
      case "sayOfFact":
      case "confirmAt":
      case "quotesShown":
      case "wordingAt":
      case "changeWording":
      case "editRule":
      case "closeMessage":
      case "help":
      case "tour":
        break;
    }
  };

  const unsubscribe = [
    // Nothing that was given waits in a page that may be gone in a moment.
    host.onLeave?.(saver.flush) ?? (() => undefined),
    host.onSelection((at) => {
      const form = desk.formToFollow(at.sheet);
      if (form !== null) perform({ kind: "pickForm", sheet: form });
      say({ kind: "sheetSelection", at });
    }),
    host.onNews((news) => {
      // A command has written, or the form is not read yet: what it says is shown over what is there now.
      enqueue(reading, async (watch) => {
        host.forget?.();
        await desk.refresh(watch);
        hear(news);
      });
    }),
    host.onChange(() => {
      if (!desk.hear()) return;
      clearTimeout(calm);
      clearTimeout(settled);
      calm = setTimeout(() => {
        enqueue(reading, desk.refresh, "quiet");
      }, pauses.calm);
      settled = setTimeout(() => {
        if (desk.shown()?.settings.liveReasons !== "on") return;
        enqueue(changeWords.score, (watch) => desk.refresh(watch, "settled"), "quiet");
      }, pauses.settled);
    }),
  ];
  enqueue(reading, desk.refresh, "stoppable");

  const end = () => {
    ended = true;
    clearTimeout(calm);
    clearTimeout(settled);
    saver.end();
    for (const stop of unsubscribe) stop();
  };
  return { perform, end };
}
