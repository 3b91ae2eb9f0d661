import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { ConvertState } from "./paneState";
import { openFindings } from "./nextStep";
import { SendButton, usePaneState, useTitleFocus } from "./paneContext";
import type { SubmissionStop } from "../edits/submissionStops";
import { CellLink } from "./CellLink";
import type { ConvertedTo } from "../edits/planConvert";
import type { Finding } from "../findings/finding";
import type { PaneIntent } from "./paneEvent";

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
  choices: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: "10px" },
  explained: { margin: "2px 0 0", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

const titles = {
  choose: "转换公式、报送版",
  stopped: "还不能生成报送版",
  findings: "报送前自查",
} as const satisfies Readonly<Record<ConvertState["kind"], string>>;

/** 转换公式 and 报送版: what to make, and what stands in its way. */
export function ConvertBar({ converting }: { readonly converting: ConvertState }) {
  const styles = useStyles();
  const title = useTitleFocus(true, converting.kind);
  return (
    <section className={styles.box} aria-labelledby="convert-title">
      <h2 id="convert-title" ref={title} tabIndex={-1} className={styles.title}>
        {titles[converting.kind]}
      </h2>
      {converting.kind === "choose" && <ConvertChoices />}
      {converting.kind === "stopped" && <ConvertStops stops={converting.stops} />}
      {converting.kind === "findings" && (
        <ConvertFindings findings={converting.findings} freeze={converting.freeze} />
      )}
      <div>
        <SendButton intent={{ kind: "cancelConvert" }}>关闭</SendButton>
      </div>
    </section>
  );
}

/** What is to be answered or confirmed before a 报送版 is made. */
function ConvertStops({ stops }: { readonly stops: readonly SubmissionStop[] }) {
  const styles = useStyles();
  return (
    <>
      <p className={styles.words}>还有 {stops.length} 项待补充、待确认或不一致：</p>
      <ul className={styles.list}>
        {stops.map(({ at, name, state, todo }) => (
          <li key={`${at.row}-${name}`}>
            <CellLink at={at} /> {name} {state}：{todo}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What a reviewer would find, to be looked through before the form is handed in. */
function ConvertFindings(props: { readonly findings: readonly Finding[]; readonly freeze: ConvertedTo }) {
  const styles = useStyles();
  const state = usePaneState();
  // Whoever comes from the list itself need not go through it once more to get on.
  const isSeen = openFindings(state) !== null;
  const goOn = (
    <div>
      <SendButton appearance="primary" waits intent={{ kind: "submit", freeze: props.freeze, checked: true }}>
        已看过，仍生成报送版
      </SendButton>
    </div>
  );
  return (
    <>
      <p className={styles.words}>报送前请先看一遍这 {props.findings.length} 处：</p>
      {isSeen && goOn}
      <ul className={styles.list}>
        {props.findings.map(({ key, at, severity, what, todo }) => (
          <li key={key}>
            {at.kind === "cell" && <CellLink at={at.at} />} {severity}：{what}
            {todo}
          </li>
        ))}
      </ul>
      {!isSeen && goOn}
    </>
  );
}

const choices: readonly {
  readonly label: string;
  readonly words: string;
  readonly intent: PaneIntent;
  readonly primary?: true;
}[] = [
  {
    label: "生成报送版",
    words: "另开一个文件：只留填报内容和计算结果（数值），没有底色、扣分说明和评分底稿。本表不动。",
    intent: { kind: "submit", freeze: "values", checked: false },
    primary: true,
  },
  {
    label: "生成报送版（普通公式）",
    words: "同上，总分、等级和得分写成普通公式；评分底稿不随表报送，得分公式里是读得的数。",
    intent: { kind: "submit", freeze: "builtIn", checked: false },
  },
  {
    label: "转为普通公式",
    words: "在本表内改成 Excel 自带函数的公式，仍随评分底稿变化；没有本插件的 Excel、WPS 也能算。",
    intent: { kind: "convert", to: "builtIn" },
  },
  {
    label: "转为数值",
    words: "在本表内把得分写成数值，不再变化。",
    intent: { kind: "convert", to: "values" },
  },
];

/** What can be made; conversions are taken back by 恢复原表. */
function ConvertChoices() {
  const styles = useStyles();
  const id = useId();
  return (
    <ul className={styles.choices}>
      {choices.map(({ label, words, intent, primary }, index) => (
        <li key={label}>
          <SendButton
            appearance={primary === true ? "primary" : "secondary"}
            aria-describedby={`${id}-${index}`}
            waits
            intent={intent}
          >
            {label}
          </SendButton>
          <p id={`${id}-${index}`} className={styles.explained}>
            {words}
          </p>
        </li>
      ))}
    </ul>
  );
}
