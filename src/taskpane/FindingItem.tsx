import { Input, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef, useState } from "react";
import { sayPlace } from "../edits/findingsSheet";
import { diffTexts } from "../findings/diffTexts";
import type { Finding, Place } from "../findings/finding";
import { CellLink } from "./CellLink";
import { FixFold } from "./FixFold";
import { Icon } from "./Icon";
import { SendButton, useSend } from "./paneContext";

/** A button over the whole width that looks like the text in it. */
export const plainButton = {
  width: "100%",
  border: "none",
  background: "none",
  font: "inherit",
  color: "inherit",
  textAlign: "left",
  cursor: "pointer",
} as const;

const useStyles = makeStyles({
  item: {
    scrollMarginTop: "160px",
    scrollMarginBottom: "60px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: "6px 8px",
  },
  what: { ...plainButton, display: "block", padding: 0 },
  more: { display: "grid", rowGap: "6px", marginTop: "6px", fontSize: tokens.fontSizeBase200 },
  place: { display: "block", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  label: { color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "end" },
  note: { display: "grid", rowGap: "2px", flexGrow: 1 },
  texts: { margin: 0, padding: "6px", backgroundColor: tokens.colorNeutralBackground2 },
});

/** One finding: what; unfolded also why, what to do, the page of its check, both places, and 已核实，不处理. */
export function FindingItem(props: { readonly finding: Finding; readonly unfolded: boolean }) {
  const styles = useStyles();
  const send = useSend();
  const { finding, unfolded } = props;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (unfolded) item.current?.scrollIntoView({ block: "nearest" });
  }, [unfolded]);
  return (
    <li ref={item} className={styles.item}>
      <button
        type="button"
        className={styles.what}
        aria-expanded={unfolded}
        onClick={() => {
          send({ kind: "pickFinding", key: finding.key });
        }}
      >
        {finding.what}
        <span className={styles.place}>
          {sayPlace(finding.at)} {finding.severity}
        </span>
      </button>
      {unfolded && (
        <div className={styles.more}>
          <div>{finding.why}</div>
          <div>
            <strong>{finding.todo}</strong>
          </div>
          <div>
            <a href={`checks.html#${finding.check}`} target="_blank" rel="noreferrer">
              这项检查查什么、怎样答复
            </a>
          </div>
          <div>
            <span className={styles.label}>位置：</span>
            <PlaceLink place={finding.at} />
            {finding.other !== null && (
              <>
                <span className={styles.label}> 对照：</span>
                <PlaceLink place={finding.other} />
              </>
            )}
          </div>
          {finding.texts !== undefined && (
            <Difference official={finding.texts.official} here={finding.texts.here} />
          )}
          <FixFold findings={[finding]} />
          {finding.right !== undefined && (
            <div className={styles.buttons}>
              <SendButton
                size="small"
                icon={<Icon name="copy" />}
                intent={{ kind: "copy", text: finding.right }}
              >
                复制正确数值 {finding.right}
              </SendButton>
            </div>
          )}
          <Dismissal finding={finding} />
        </div>
      )}
    </li>
  );
}

function PlaceLink({ place }: { readonly place: Place }) {
  if (place.kind === "cell") return <CellLink at={place.at} />;
  return (
    <span>
      自评报告第{place.line}行“{place.quote}”
    </span>
  );
}

/** The two wordings over one another: what the edition says struck out, what stands here underlined. */
function Difference({ official, here }: { readonly official: string; readonly here: string }) {
  const styles = useStyles();
  return (
    <p className={styles.texts} aria-label="与下发版本的差异">
      {diffTexts(official, here).map((piece, index) => {
        if (piece.kind === "same") return <span key={index}>{piece.text}</span>;
        return piece.kind === "official" ? (
          <del key={index}>{piece.text}</del>
        ) : (
          <ins key={index}>{piece.text}</ins>
        );
      })}
    </p>
  );
}

function Dismissal({ finding }: { readonly finding: Finding }) {
  const styles = useStyles();
  const id = useId();
  const [note, setNote] = useState("");
  if (finding.dismissed !== null) {
    return (
      <div className={styles.buttons}>
        <span>已核实，不处理{finding.dismissed === "" ? "" : `：${finding.dismissed}`}</span>
        <SendButton size="small" waits intent={{ kind: "dismissFinding", key: finding.key, note: null }}>
          取消
        </SendButton>
      </div>
    );
  }
  return (
    <div className={styles.buttons}>
      <div className={styles.note}>
        <label htmlFor={id} className={styles.label}>
          核实说明
        </label>
        <Input
          id={id}
          size="small"
          value={note}
          onChange={(_, data) => {
            setNote(data.value);
          }}
        />
      </div>
      <SendButton size="small" waits intent={{ kind: "dismissFinding", key: finding.key, note }}>
        已核实，不处理
      </SendButton>
    </div>
  );
}
