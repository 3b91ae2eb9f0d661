import { Button, makeStyles, mergeClasses } from "@fluentui/react-components";
import type { KeyboardEvent } from "react";
import type { Scorecard, ScorecardRow } from "../scorecard/scorecard";
import { asSeen, type GatheredFact } from "../facts/gatheredFact";
import { ConfirmItem } from "./ConfirmItem";
import { confirmIntent, isWaiting, wasShown, type ConfirmState } from "./confirmState";
import { draftOf, readDraft, type FactDraft } from "./factDraft";
import { BackButton, SendButton, usePaneState, useSend, useTitleFocus } from "./paneContext";
import type { PaneIntent } from "./paneEvent";
import { NextButton } from "./PathBar";
import { RowHeading } from "./RowHeading";
import { useReviewStyles } from "./useReviewStyles";
import { useShownQuotes } from "./useShownQuotes";

const useStyles = makeStyles({
  list: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "4px", margin: 0, padding: 0 },
});

/** 全部核对确认: every fact that was read from words and waits, with its quote; one button writes what was said of all. What has
 * not been on the screen is not confirmed with the rest: until then the button leads to it. */
export function ConfirmView({ scorecard }: { readonly scorecard: Scorecard }) {
  const styles = { ...useReviewStyles(), ...useStyles() };
  const send = useSend();
  const { confirming, drafts, moveFocus, busy } = usePaneState();
  const title = useTitleFocus(moveFocus && confirming.at === null);
  const groups = scorecard.rows
    .map((row) => ({ row, facts: row.facts.filter((fact) => isListed(row, fact, confirming)) }))
    .filter(({ facts }) => facts.length > 0);
  const ids = groups.flatMap(({ facts }) => facts.map(({ id }) => id));
  const current = ids.find((id) => id === confirming.at) ?? ids[0];
  const review = reviewOf(groups, confirming, drafts);
  const waiting = groups.flatMap(({ row, facts }) => facts.filter((fact) => isWaiting(row, fact))).length;
  const unseen = review.unseen.map(({ id }) => id);
  const list = useShownQuotes<HTMLDivElement>(unseen, (factIds) => {
    const shown = review.unseen.filter(({ id }) => factIds.includes(id));
    send({ kind: "quotesShown", seen: shown.flatMap((fact) => asSeen(fact) ?? []) });
  });
  return (
    <section className={styles.view} aria-labelledby="confirm-title">
      <div>
        <BackButton />
      </div>
      <h2 id="confirm-title" ref={title} tabIndex={-1} className={styles.title}>
        全部核对确认
      </h2>
      <p className={styles.hint}>
        以下数据摘自评分依据的文字，请逐条对照引文。键盘：↑↓换一条，空格打勾，回车打勾并到下一条，E 改，N
        不是；过了最后一条就到“全部确认”。
      </p>
      {ids.length === 0 && <p className={styles.hint}>没有待确认的数据。</p>}
      <div ref={list} className={styles.view} role="presentation" onKeyDown={walk}>
        {groups.map(({ row, facts }) => (
          <section key={row.row} aria-label={row.indicator}>
            <RowHeading row={row} />
            <ul className={styles.list}>
              {facts.map((fact) => (
                <ConfirmItem
                  key={fact.id}
                  row={row}
                  fact={fact}
                  draft={drafts[fact.id]}
                  said={confirming.said[fact.id]?.is ?? null}
                  current={fact.id === current}
                  focused={moveFocus && fact.id === confirming.at}
                />
              ))}
            </ul>
          </section>
        ))}
        <div className={mergeClasses("pane-bar", styles.bar)} role="group" aria-label="写入底稿">
          {/* One and the same button: its words change while the keyboard is on it. */}
          <Button
            appearance="primary"
            data-stop=""
            disabledFocusable={unseen.length === 0 && (review.all === null || busy)}
            onClick={() => {
              if (unseen.length > 0) showQuote(list.current, unseen[0] ?? "");
              else if (review.all !== null) send(review.all);
            }}
          >
            {unseen.length > 0 ? `往下看（${unseen.length}条还没看过）` : `全部确认（${review.yes}）`}
          </Button>
          {review.seen !== null && (
            <SendButton waits intent={review.seen}>
              只确认看过的（{review.yes - unseen.length}）
            </SendButton>
          )}
          {review.ticked !== null && (
            <SendButton waits intent={review.ticked}>
              只确认打勾的（{review.ticks}）
            </SendButton>
          )}
          <span className={styles.hint} role="status">
            {waiting === 0 ? "都核对过了。" : `待确认${waiting}条${review.others}。`}
          </span>
          {ids.length > 0 && waiting === 0 && <NextButton />}
        </div>
      </div>
    </section>
  );
}

type Group = { readonly row: ScorecardRow; readonly facts: readonly GatheredFact[] };

function isListed(row: ScorecardRow, fact: GatheredFact, { listed }: ConfirmState): boolean {
  return isWaiting(row, fact) || listed.includes(fact.id);
}

/** What the buttons write: 不是 and what was corrected go with either. */
function reviewOf(
  groups: readonly Group[],
  confirming: ConfirmState,
  drafts: Readonly<Record<string, FactDraft>>,
) {
  const { said } = confirming;
  const listed = groups.flatMap(({ row, facts }) => facts.map((fact) => ({ row, fact })));
  const answers = listed.flatMap(({ row, fact }) => {
    const draft = drafts[fact.id];
    const read = draft === undefined ? null : readDraft(fact.spec, draft, row.weight);
    return read === null || "problem" in read ? [] : [{ factId: fact.id, ...read }];
  });
  // A field that was opened and left as it stood corrects nothing.
  const corrected = listed.filter(({ fact }) => {
    const draft = drafts[fact.id];
    const isTaken = draft !== undefined && answers.some(({ factId }) => factId === fact.id);
    return isTaken && JSON.stringify(draft) !== JSON.stringify(draftOf(fact));
  });
  const open = listed
    .filter(({ row, fact }) => isWaiting(row, fact) && drafts[fact.id] === undefined)
    .map(({ fact }) => fact);
  const refused = Object.values(said).flatMap((one) =>
    one.is || drafts[one.seen.factId] !== undefined ? [] : [one.seen],
  );
  const half =
    listed.length - answers.length - listed.filter(({ fact }) => drafts[fact.id] === undefined).length;
  const yes = open.filter(({ id }) => said[id]?.is !== false);
  const unseen = yes.filter((fact) => !wasShown(confirming, fact));
  const ticks = yes.filter(({ id }) => said[id]?.is === true);
  const write = (facts: readonly GatheredFact[]): PaneIntent => ({
    ...confirmIntent(facts),
    refused,
    answers,
  });
  const others = [
    refused.length > 0 ? `，不是的${refused.length}条` : "",
    corrected.length > 0 ? `，改过的${corrected.length}条` : "",
  ].join("");
  const notYet = half > 0 ? `，${half}条没有改完，不写入` : "";
  return {
    yes: yes.length + answers.length,
    unseen,
    /** What has been seen, as long as that is not all of it. */
    seen:
      unseen.length === 0 || unseen.length === yes.length
        ? null
        : write(yes.filter((fact) => !unseen.includes(fact))),
    ticks: ticks.length,
    all: yes.length + refused.length + answers.length === 0 ? null : write(yes),
    ticked: ticks.length === 0 || ticks.length === yes.length ? null : write(ticks),
    others: `${others === "" ? "" : `${others}一并写入`}${notYet}`,
  };
}

/** To a quote that has not been seen yet, with as many after it as there is room for. */
function showQuote(list: HTMLElement | null, factId: string): void {
  const quote = list?.querySelector(`[data-quote="${CSS.escape(factId)}"]`);
  quote?.closest("li")?.scrollIntoView({ block: "start" });
}

/** Up, Down, Home and End move among the facts; Enter in a field goes on. What is past the last one is the button. */
function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const { key, target } = event;
  if (!(target instanceof HTMLElement) || event.nativeEvent.isComposing) return;
  const inField = target.closest("[data-fact]") !== null;
  if (inField ? key !== "Enter" : target.closest("[data-stop]") === null) return;
  const stops = [
    ...event.currentTarget.querySelectorAll<HTMLElement>("[data-stop], [data-fact] input:not(:disabled)"),
  ];
  const at = stops.indexOf(target);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 2 }[key];
  const next = to ?? (key === "Enter" && target.tagName === "INPUT" ? at + 1 : undefined);
  if (next === undefined || at < 0) return;
  event.preventDefault();
  stops[Math.max(0, Math.min(stops.length - 1, next))]?.focus();
}
