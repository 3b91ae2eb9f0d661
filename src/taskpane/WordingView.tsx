import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { useMemo } from "react";
import { basisDrafts, type BasisDraft } from "../basis/basisDrafts";
import type { Scorecard } from "../scorecard/scorecard";
import { CellLink } from "./CellLink";
import { BackButton, SendButton, usePaneState, useTitleFocus } from "./paneContext";
import type { PaneIntent } from "./paneEvent";
import { NextButton } from "./PathBar";
import { RowHeading } from "./RowHeading";
import { WordingItem } from "./WordingItem";
import { useReviewStyles } from "./useReviewStyles";

const useStyles = makeStyles({
  list: { margin: "4px 0", paddingLeft: "1.2em" },
});

/** 生成评分依据（草稿）: a sentence for each row, with the answers that it is made of; written only once it is taken. */
export function WordingView({ scorecard }: { readonly scorecard: Scorecard }) {
  const styles = { ...useReviewStyles(), ...useStyles() };
  const { wording, moveFocus } = usePaneState();
  const title = useTitleFocus(moveFocus && wording.at === null);
  const { drafts, without } = useMemo(() => basisDrafts(scorecard), [scorecard]);
  const rows = new Map(scorecard.rows.map((row) => [row.row, row]));
  const open = drafts.filter((draft) => isOpen(draft, wording.texts[draft.ruleKey]));
  const expired = drafts.filter(({ state }) => state === "expired").length;
  const stand = drafts.filter(({ state }) => state === "standing").length;
  const all: PaneIntent = { kind: "writeBasis", taken: open.map((one) => takenOf(one, wording.texts)) };
  return (
    <section className={styles.view} aria-labelledby="wording-title">
      <div>
        <BackButton />
      </div>
      <h2 id="wording-title" ref={title} tabIndex={-1} className={styles.title}>
        生成评分依据（草稿）
      </h2>
      <p className={styles.hint}>
        只用填过、确认过的数据写成句子，可以先改再采用。空白的写上，写着话的接在后面，原来的字不动；“恢复原表”会还原。草稿不当作依据，也不会读回来当数据。
        原因、改进措施、文号请自行补写。键盘：Ctrl＋回车采用，并到下一条。
      </p>
      {drafts.length === 0 && <p className={styles.hint}>没有可以起草的评分依据。</p>}
      <div className={styles.view} role="presentation">
        {drafts.map((draft) => {
          const row = rows.get(draft.row);
          return (
            <div key={draft.ruleKey}>
              {row !== undefined && <RowHeading row={row} />}
              <WordingItem
                draft={draft}
                changed={wording.texts[draft.ruleKey] ?? null}
                focused={moveFocus && wording.at === draft.row}
                current={wording.at === draft.row}
              />
            </div>
          );
        })}
        {without.length > 0 && (
          <details>
            <summary>没有起草的{without.length}项</summary>
            <ul className={styles.list}>
              {without.map(({ row, indicator, why }) => (
                <li key={row}>
                  {indicator}：{why}。<BasisLink at={rows.get(row)?.basis?.at} />
                </li>
              ))}
            </ul>
          </details>
        )}
        <div className={mergeClasses("pane-bar", styles.bar)} role="group" aria-label="写入评分依据">
          <SendButton
            appearance="primary"
            waits
            disabledFocusable={open.length === 0}
            intent={open.length === 0 ? null : all}
          >
            全部采用（{open.length}）
          </SendButton>
          <span className={styles.hint} role="status">
            {[
              `草稿${drafts.length}条，已采用${stand}条`,
              ...(expired > 0 ? [`已过期${expired}条`] : []),
            ].join("，")}
            。
          </span>
          {drafts.length > 0 && open.length === 0 && expired === 0 && <NextButton />}
        </div>
      </div>
    </section>
  );
}

function BasisLink({ at }: { readonly at: BasisDraft["at"] | undefined }) {
  return at === undefined ? null : <CellLink at={at} />;
}

/** Whether 全部采用 writes it: what was changed, what is new, what is out of date and can be said anew. */
function isOpen({ text, state }: BasisDraft, changed: string | undefined): boolean {
  if (text === null || changed?.trim() === "") return false;
  return state !== "standing" || (changed !== undefined && changed !== text);
}

function takenOf({ ruleKey, text }: BasisDraft, texts: Readonly<Record<string, string>>) {
  return { ruleKey, seen: text, text: texts[ruleKey] ?? text };
}
