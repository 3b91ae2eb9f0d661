import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { ConvertChoices } from "./ConvertChoices";
import type { ConvertState } from "./paneState";
import { SendButton } from "./sendContext";
import type { SubmissionStop } from "../edits/submissionStops";
import { CellLink } from "./CellLink";
import type { ConvertedTo } from "../edits/planConvert";
import type { Finding } from "../findings/finding";

const useStyles = makeStyles({
  box: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: "8px",
    padding: "10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  list: { margin: 0, paddingLeft: "18px", display: "grid", rowGap: "6px" },
  words: { margin: 0 },
});

const titles = {
  choose: "转换公式、报送版",
  stopped: "还不能生成报送版",
  findings: "报送前自查",
} as const satisfies Readonly<Record<ConvertState["kind"], string>>;

/** 转换公式 and 报送版: what to make, and what stands in its way. */
export function ConvertBar(props: {
  readonly converting: ConvertState;
  readonly formSheet: string;
  readonly busy: boolean;
}) {
  const { converting, formSheet, busy } = props;
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, [converting.kind]);
  return (
    <section className={styles.box} aria-labelledby="convert-title">
      <h2 id="convert-title" ref={title} tabIndex={-1} className={styles.title}>
        {titles[converting.kind]}
      </h2>
      {converting.kind === "choose" && <ConvertChoices busy={busy} />}
      {converting.kind === "stopped" && <ConvertStops stops={converting.stops} formSheet={formSheet} />}
      {converting.kind === "findings" && (
        <ConvertFindings
          findings={converting.findings}
          freeze={converting.freeze}
          formSheet={formSheet}
          busy={busy}
        />
      )}
      <div>
        <SendButton intent={{ kind: "cancelConvert" }}>关闭</SendButton>
      </div>
    </section>
  );
}

/** What is to be answered or confirmed before a 报送版 is made. */
function ConvertStops(props: { readonly stops: readonly SubmissionStop[]; readonly formSheet: string }) {
  const styles = useStyles();
  return (
    <>
      <p className={styles.words}>还有 {props.stops.length} 项待补充或待确认：</p>
      <ul className={styles.list}>
        {props.stops.map(({ at, name, state, todo }) => (
          <li key={`${at.row}-${name}`}>
            <CellLink at={at} formSheet={props.formSheet} /> {name} {state}：{todo}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What a reviewer would find, to be looked through before the form is handed in. */
function ConvertFindings(props: {
  readonly findings: readonly Finding[];
  readonly freeze: ConvertedTo;
  readonly formSheet: string;
  readonly busy: boolean;
}) {
  const styles = useStyles();
  return (
    <>
      <p className={styles.words}>报送前请先看一遍这 {props.findings.length} 处：</p>
      <ul className={styles.list}>
        {props.findings.map(({ key, at, severity, what, todo }) => (
          <li key={key}>
            {at.kind === "cell" && <CellLink at={at.at} formSheet={props.formSheet} />} {severity}：{what}
            {todo}
          </li>
        ))}
      </ul>
      <div>
        <SendButton
          appearance="primary"
          disabledFocusable={props.busy}
          intent={{ kind: "submit", freeze: props.freeze, checked: true }}
        >
          已看过，仍生成报送版
        </SendButton>
      </div>
    </>
  );
}
