import { makeStyles, tokens } from "@fluentui/react-components";
import { SendButton } from "./sendContext";

const useStyles = makeStyles({
  box: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    justifyItems: "start",
    rowGap: "8px",
    padding: "8px 10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
  },
  words: { margin: 0 },
});

/** Formulas of ours that Excel has lost, as happens to a file that was opened where the add-in is not installed. */
export function BrokenFormulas(props: { readonly count: number; readonly busy: boolean }) {
  const styles = useStyles();
  return (
    <section className={styles.box} aria-label="失效的公式">
      <p className={styles.words}>
        有{props.count}
        个单元格的得分公式已失效（显示#NAME?）：文件可能在没有安装本插件的电脑上打开过。修复只重写这些公式，不改其他内容。
      </p>
      <SendButton size="small" disabledFocusable={props.busy} intent={{ kind: "repair" }}>
        修复公式
      </SendButton>
    </section>
  );
}
