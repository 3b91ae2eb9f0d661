import { Button, Field, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { DraftField } from "../clause/editDraft";
import type { Scorecard, ScorecardRow } from "../scorecard/scorecard";
import { usePaneState, useSend } from "./paneContext";
import { choicesOf, heldBecause, offeredSharers, proposeRule, startOf, type Proposal } from "./proposeRule";
import { isFilledIn, type RuleEditing, type RuleWay } from "./ruleEditing";
import { RuleForm } from "./RuleForm";
import { RulePreview } from "./RulePreview";

const useStyles = makeStyles({
  editor: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: "12px",
    marginTop: "8px",
    padding: "10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  ways: { minWidth: 0, margin: 0, padding: 0, border: "none", display: "grid", rowGap: "2px" },
  legend: { padding: 0, marginBottom: "4px", fontWeight: tokens.fontWeightSemibold },
  pick: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    columnGap: "6px",
    alignItems: "start",
    minHeight: "24px",
    cursor: "pointer",
  },
  words: { margin: 0 },
  hint: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  warning: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    justifyItems: "start",
    rowGap: "6px",
    padding: "6px 8px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
  },
  fault: { margin: 0, color: tokens.colorStatusDangerForeground1 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

/** 更正读法: says which rule counts for a row, shows what is read of it, and keeps it once all of it was read. */
export function RuleEditor(props: {
  readonly row: ScorecardRow;
  readonly scorecard: Scorecard;
  readonly editing: RuleEditing;
  /** The keyboard follows: a person has opened it just now. */
  readonly takesFocus: boolean;
}) {
  const styles = useStyles();
  const send = useSend();
  const { busy, ruleEdits } = usePaneState();
  const name = useId();
  const [tried, setTried] = useState(false);
  const { row, scorecard, editing, takesFocus } = props;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.querySelector<HTMLElement>("input:checked")?.focus();
  }, [takesFocus]);
  const start = useMemo(() => startOf(row), [row]);
  const proposal = useMemo(() => proposeRule(editing, row, start), [editing, row, start]);
  const { way, use, problems } = proposal;
  const held = heldBecause(editing, row);
  const others = Object.keys(ruleEdits);
  const sharers = offeredSharers(editing, row, use, scorecard, others);
  const change = (part: Partial<RuleEditing>) => {
    send({ kind: "editRule", ruleKey: row.ruleKey, editing: { ...editing, ...part } });
  };
  const close = () => {
    const kept = isFilledIn(editing) ? { ...editing, open: false } : null;
    send({ kind: "editRule", ruleKey: row.ruleKey, editing: kept });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Escape also ends what an input method is composing, and stops what is under way.
    if (event.key !== "Escape" || event.nativeEvent.isComposing || busy) return;
    event.stopPropagation();
    close();
  };
  const save = () => {
    setTried(true);
    if (use !== null && held === null) send({ kind: "rules", choices: choicesOf(row, use, sharers) });
    else box.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
  };
  const complaint = ({ at, text }: Pick<DraftField, "at" | "text">): string | null =>
    tried || text.trim() !== "" ? (problems.find((one) => one.at === at)?.problem ?? null) : null;
  const general = problems.filter(({ at }) => at === null);
  const titles: Readonly<Record<RuleWay, string>> = {
    sheet: "按表中评分标准",
    edition: `按${scorecard.shortTitle}`,
    form: "选择类型并填写",
    words: "用文字写明",
    judged: "以人工评定为准",
  };
  return (
    <div ref={box} role="group" aria-label="更正读法" className={styles.editor} onKeyDown={onKeyDown}>
      {held !== null && (
        <div className={styles.warning} role="alert">
          <p className={styles.words}>{held}</p>
          <Button
            size="small"
            onClick={() => {
              change({ clause: row.standard?.value.trim() ?? "" });
            }}
          >
            已看过新的文字
          </Button>
        </div>
      )}
      <fieldset className={styles.ways}>
        <legend className={styles.legend}>按什么计分</legend>
        {proposal.ways.map((one) => (
          <label key={one} className={styles.pick}>
            <input
              type="radio"
              name={name}
              checked={one === way}
              onChange={() => {
                change({ way: one });
              }}
            />
            {titles[one]}
          </label>
        ))}
      </fieldset>
      {way === "edition" && (
        <p className={styles.hint}>
          用{scorecard.shortTitle}这一行的标准和数据项，不按表中“评分标准”的文字。
        </p>
      )}
      {way === "judged" && <p className={styles.hint}>这一行不计算，得分由人评定以后填写。</p>}
      {way === "form" && (
        <RuleForm proposal={proposal} editing={editing} change={change} complaint={complaint} />
      )}
      {way === "words" && (
        <Field
          label="计分规则"
          hint="照评分标准的写法写，什么情形得几分、扣几分都写上；已带出现在的文字，可以随意改写。"
          required
          validationState={complaintOf(general, tried || editing.words !== null) === null ? "none" : "error"}
          validationMessage={complaintOf(general, tried || editing.words !== null)}
        >
          {(native) => (
            <textarea
              {...native}
              className="native"
              rows={5}
              value={proposal.words}
              onChange={(event) => {
                change({ words: event.target.value });
              }}
            />
          )}
        </Field>
      )}
      {way === "form" && complaintOf(general, tried || problems.length === general.length) !== null && (
        <p className={styles.fault} role="alert">
          {general.map(({ problem }) => problem).join("")}
        </p>
      )}
      <RulePreview proposal={proposal} row={row} scorecard={scorecard} />
      {sharers.length > 0 && (
        <fieldset className={styles.ways}>
          <legend className={styles.legend}>同样用于（评分标准相同的行）</legend>
          {sharers.map(({ row: other, ticked, why }) => (
            <label key={other.ruleKey} className={styles.pick}>
              <input
                type="checkbox"
                checked={ticked}
                disabled={why !== null}
                onChange={(event) => {
                  change({ also: { ...editing.also, [other.ruleKey]: event.target.checked } });
                }}
              />
              <span>
                第{other.row}行 {other.indicator}
                {why !== null ? `（${why}）` : other.choice !== null ? "（已有人工设定，将被替换）" : ""}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {tried && (use === null || held !== null) && (
        <p className={styles.fault} role="alert">
          还不能保存：{held ?? (general.length > 0 ? "计分规则还没有全部读懂。" : "请先改正以上标出的各处。")}
        </p>
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={busy} onClick={save}>
          保存
        </Button>
        <Button
          appearance="subtle"
          onClick={() => {
            send({ kind: "editRule", ruleKey: row.ruleKey, editing: null });
          }}
        >
          取消
        </Button>
      </div>
      <p className={styles.hint}>保存在本工作簿中，随时可以取消。按Esc键先收起，填写的内容保留。</p>
    </div>
  );
}

function complaintOf(problems: Proposal["problems"], said: boolean): string | null {
  return said ? (problems[0]?.problem ?? null) : null;
}
