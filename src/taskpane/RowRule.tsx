import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState, type RefObject } from "react";
import { isOutdatedChoice, sayRowRule } from "../app/sayRowRule";
import type { Scorecard, ScorecardRow } from "../scorecard/scorecard";
import { SendButton, usePaneState, useSend } from "./paneContext";
import { beginEditing } from "./ruleEditing";
import { RuleEditor } from "./RuleEditor";

const useStyles = makeStyles({
  heading: {
    margin: "0 0 4px",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  words: { margin: 0 },
  warning: {
    margin: "4px 0 0",
    padding: "6px 8px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px", marginTop: "6px" },
});

/** Which rule counts for a row, and the ways to say otherwise. */
export function RowRule({ row, scorecard }: { readonly row: ScorecardRow; readonly scorecard: Scorecard }) {
  const styles = useStyles();
  const send = useSend();
  const editing = usePaneState().ruleEdits[row.ruleKey];
  const open = editing?.open === true;
  const buttons = useFocusAfter(open, row.choice === null);
  const outdated = isOutdatedChoice(row);
  const counts = sayRowRule(row, scorecard);
  const [begun, setBegun] = useState(false);
  const begin = () => {
    setBegun(true);
    send({
      kind: "editRule",
      ruleKey: row.ruleKey,
      editing: editing === undefined ? beginEditing(row) : { ...editing, open: true },
    });
  };
  const title =
    editing !== undefined
      ? "继续更正（有未保存的填写）"
      : outdated
        ? "重新设定"
        : row.choice === null
          ? "更正读法"
          : "修改人工设定";
  return (
    <section aria-label="计分规则">
      <h4 className={styles.heading}>计分规则</h4>
      <p className={styles.words}>计分依据：{counts === "" ? "没有评分标准，由人工评定" : counts}</p>
      {outdated && (
        <p className={styles.warning}>
          表中“评分标准”在人工设定之后改过，人工设定没有采用。请按新的文字重新设定，或者取消人工设定。
        </p>
      )}
      {open && <RuleEditor row={row} scorecard={scorecard} editing={editing} takesFocus={begun} />}
      {!open && (
        <div ref={buttons} className={styles.buttons}>
          <Button size="small" onClick={begin}>
            {title}
          </Button>
          {row.choice !== null && (
            <SendButton size="small" waits intent={{ kind: "rules", choices: { [row.ruleKey]: null } }}>
              取消人工设定
            </SendButton>
          )}
        </div>
      )}
    </section>
  );
}

/** The first button takes the keyboard when the editor, or the button that took a choice back, has gone with it. */
function useFocusAfter(open: boolean, isPlain: boolean): RefObject<HTMLDivElement | null> {
  const buttons = useRef<HTMLDivElement>(null);
  const before = useRef({ open, isPlain });
  useEffect(() => {
    const closed = before.current.open && !open;
    const takenBack = isPlain && !before.current.isPlain;
    before.current = { open, isPlain };
    if ((closed || takenBack) && document.activeElement === document.body)
      buttons.current?.querySelector("button")?.focus();
  }, [open, isPlain]);
  return buttons;
}
