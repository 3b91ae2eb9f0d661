import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ClipboardEvent, KeyboardEvent } from "react";
import type { GatheredFact } from "../facts/gatheredFact";
import type { Scorecard } from "../scorecard/scorecard";
import { draftOf, isBlank, readDraft } from "./factDraft";
import { FillRow } from "./FillRow";
import { isAsked } from "./fillState";
import { BackButton, usePaneState, useSend, useTitleFocus } from "./paneContext";
import { NextButton } from "./PathBar";
import { RowHeading } from "./RowHeading";
import { spreadAnswers } from "./spreadAnswers";
import { useReviewStyles } from "./useReviewStyles";

const useStyles = makeStyles({
  /* One line below the other. */
  lines: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "6px" },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 8px" },
  count: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
});

/** 逐项填写: all open questions of the form on one page; what is left behind is written, a few answers at a time. */
export function FillView({ scorecard }: { readonly scorecard: Scorecard }) {
  const styles = { ...useReviewStyles(), ...useStyles() };
  const send = useSend();
  const { filling, drafts, moveFocus } = usePaneState();
  const title = useTitleFocus(moveFocus && filling.at === null);
  // An answer that makes another needless may be written while a person is already at that one: it stays under the keys.
  const isGoingOn = ({ id, value }: GatheredFact) => value !== null || filling.at === id || id in drafts;
  const groups = scorecard.rows
    .map((row) => ({
      row,
      asked: row.facts.filter(
        (fact) => isAsked(row, fact) || (filling.listed.includes(fact.id) && isGoingOn(fact)),
      ),
    }))
    .filter(({ asked }) => asked.length > 0);
  // Open, and nothing that could be typed here: what is wanted stands in the form itself.
  const rest = scorecard.rows.filter(
    (row) => row.points === null && !row.facts.some((fact) => isAsked(row, fact)),
  );
  const shown = groups.flatMap(({ row, asked }) =>
    row.facts.filter((fact) => fact.value === null || asked.includes(fact)).map((fact) => ({ row, fact })),
  );
  // Whole, though not written.
  const whole = shown.filter(({ row, fact }) => {
    const draft = drafts[fact.id];
    return draft !== undefined && !("problem" in readDraft(fact.spec, draft, row.weight));
  });
  const unwritten = Object.fromEntries(
    whole.flatMap(({ fact }) => {
      const draft = drafts[fact.id];
      return draft === undefined ? [] : [[fact.id, draft]];
    }),
  );
  const asked = groups.flatMap((group) => group.asked);
  const done = asked.filter(({ id, value, problem }) =>
    id in drafts ? id in unwritten && filling.given.includes(id) : value !== null && problem === null,
  );
  const half = shown.flatMap(({ fact }) => {
    const draft = drafts[fact.id];
    return draft !== undefined && !isBlank(draft) && !(fact.id in unwritten) ? [fact.id] : [];
  });
  const byId = new Map(shown.map(({ fact }) => [fact.id, fact]));
  const paste = (event: ClipboardEvent<HTMLDivElement>) => {
    const { target } = event;
    if (event.isDefaultPrevented() || !(target instanceof HTMLElement)) return;
    const from = target.closest<HTMLElement>("[data-fact]");
    if (from === null || target.closest("[data-reason]") !== null) return;
    const inSight = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-fact]")];
    const fields = inSight.slice(inSight.indexOf(from)).flatMap((field) => {
      const fact = byId.get(field.dataset["fact"] ?? "");
      return fact === undefined ? [] : [{ fact, draft: drafts[fact.id] ?? draftOf(fact) }];
    });
    const spread = spreadAnswers(event.clipboardData.getData("text/plain"), fields);
    if (spread === null) return;
    event.preventDefault();
    send({ kind: "pasteAnswers", ...spread });
  };
  return (
    <section className={styles.view} aria-labelledby="fill-title">
      <div>
        <BackButton />
      </div>
      <h2 id="fill-title" ref={title} tabIndex={-1} className={styles.title}>
        逐项填写
      </h2>
      <p className={styles.hint}>
        离开一格就写入评分底稿，填到一半的不写。回车到下一格，Ctrl＋回车到下一处没有填完的；从表里复制一列，粘贴到任一格，依次填入下面各格。
      </p>
      {groups.length === 0 && rest.length === 0 && <p className={styles.hint}>没有待补充的数据。</p>}
      <div
        className={styles.view}
        role="presentation"
        onKeyDown={(event) => {
          goOn(event, half);
        }}
        onPaste={paste}
        onBlur={({ currentTarget, relatedTarget }) => {
          // Whoever goes elsewhere (to the sheet, to 保存) finds what was given there.
          if (!currentTarget.contains(relatedTarget)) send({ kind: "give", drafts: {}, now: true });
        }}
      >
        {groups.map((group) => (
          <FillRow key={group.row.row} row={group.row} asked={group.asked} scorecard={scorecard} />
        ))}
        {rest.map((row) => (
          <section key={row.row} aria-label={row.indicator}>
            <RowHeading row={row} />
            <p className={styles.hint}>{row.reason}</p>
          </section>
        ))}
        <div
          className={mergeClasses("pane-bar", styles.bar, styles.lines)}
          role="group"
          aria-label="填写进度"
        >
          {filling.pasted !== null && (
            <div className={styles.line} role="group" aria-label="粘贴的一列">
              <span role="status">{filling.pasted.said}</span>
              <Button
                size="small"
                onClick={() => {
                  send({ kind: "undoPaste" });
                }}
              >
                撤销粘贴
              </Button>
            </div>
          )}
          <div className={styles.line}>
            <span
              className={styles.count}
              role="status"
              aria-label={`已填${done.length}项，共${asked.length}项`}
            >
              {done.length}/{asked.length}
            </span>
            <Button
              size="small"
              data-stop=""
              disabledFocusable={whole.length === 0}
              onClick={() => {
                send({ kind: "give", drafts: unwritten, now: true });
              }}
            >
              写入底稿{whole.length > 0 ? `（${whole.length}）` : ""}
            </Button>
            {half.length > 0 && (
              <Button
                size="small"
                appearance="subtle"
                onClick={(event) => {
                  focusOpenPart(event.currentTarget, half, filling.at);
                }}
              >
                {half.length}项没有填完，没有写入
              </Button>
            )}
            <span className={styles.hint}>
              {asked.length > 0 && done.length === asked.length ? "都填完了。" : ""}
            </span>
            {asked.length > 0 && done.length === asked.length && whole.length === 0 && <NextButton />}
          </div>
        </div>
      </div>
    </section>
  );
}

/** To the next fact that is half typed, to its reason where that is what is wanted; where there is none, to the button. */
function focusOpenPart(from: HTMLElement, half: readonly string[], at: string | null): void {
  const list = from.closest("[role='presentation']");
  const id = half[half.indexOf(at ?? "") + 1] ?? half[0];
  if (id === undefined) {
    list?.querySelector<HTMLElement>("[data-stop]")?.focus();
    return;
  }
  const open = `[data-fact="${CSS.escape(id)}"] input:not(:disabled)`;
  const inputs = [...(list?.querySelectorAll<HTMLInputElement>(open) ?? [])];
  (inputs.find(({ type, value }) => type === "text" && value === "") ?? inputs[0])?.focus();
}

/** Enter goes on to the next field, past the ticks beside it and what is folded, and after the last one to the button;
 * with Ctrl past all that is filled in. */
function goOn(event: KeyboardEvent<HTMLDivElement>, half: readonly string[]): void {
  const { target, currentTarget } = event;
  if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
  if (!(target instanceof HTMLInputElement)) return;
  const at = target.closest<HTMLElement>("[data-fact]")?.dataset["fact"];
  if (at === undefined) return;
  event.preventDefault();
  if (event.ctrlKey || event.metaKey) {
    focusOpenPart(target, half, at);
    return;
  }
  const stops = [...currentTarget.querySelectorAll<HTMLElement>("[data-fact] input, [data-stop]")];
  const after = stops.slice(stops.indexOf(target) + 1);
  const next = after.find((stop) => !(stop instanceof HTMLInputElement) || isNext(stop, target));
  next?.focus();
  // As Tab does: what is typed replaces what stands there.
  if (next instanceof HTMLInputElement && next.type === "text") next.select();
}

function isNext(stop: HTMLInputElement, from: HTMLInputElement): boolean {
  if (stop.type === "checkbox" || stop.type === "date" || stop.disabled) return false;
  if (stop.type !== "radio") return true;
  if (stop.name === from.name) return false;
  // Of a group the one that Tab would reach.
  const group = stop.closest("[role='radiogroup']")?.querySelector<HTMLInputElement>("input:checked");
  return group === null || group === undefined || group === stop;
}
