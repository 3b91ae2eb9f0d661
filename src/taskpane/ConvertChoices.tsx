import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { PaneIntent } from "./paneEvent";
import { SendButton } from "./sendContext";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: "10px" },
  words: { margin: "2px 0 0", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

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
export function ConvertChoices({ busy }: { readonly busy: boolean }) {
  const styles = useStyles();
  const id = useId();
  return (
    <ul className={styles.list}>
      {choices.map(({ label, words, intent, primary }, index) => (
        <li key={label}>
          <SendButton
            appearance={primary === true ? "primary" : "secondary"}
            aria-describedby={`${id}-${index}`}
            disabledFocusable={busy}
            intent={intent}
          >
            {label}
          </SendButton>
          <p id={`${id}-${index}`} className={styles.words}>
            {words}
          </p>
        </li>
      ))}
    </ul>
  );
}
