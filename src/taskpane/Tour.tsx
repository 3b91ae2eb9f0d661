import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef } from "react";
import { SendButton } from "./paneContext";
import { keepTourSeen } from "./tourSeen";

const useStyles = makeStyles({
  card: {
    padding: "10px 12px",
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `2px solid ${tokens.colorBrandStroke1}`,
  },
  title: { margin: "0 0 4px", fontWeight: tokens.fontWeightSemibold },
  words: { margin: 0 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px", marginTop: "8px" },
});

/** What each marked button is for, in the order of the way. */
const steps = [
  ["计算得分", "空白的得分格写入公式，扣分处标出并写明原因，缺的数据列进“评分底稿”。改了数据再点一次。"],
  ["补充", "缺的数据列在一页，一格一格填，回车到下一格；后面的数是还有几项。"],
  ["核对", "从评分依据里摘出来的数要您过目：看引文，对的打勾，不对的改。"],
  ["自查", "报送前查一遍：合计、前后矛盾、缺的佐证，每处都能点到单元格，能稳妥改的先看后改。"],
  ["报送版", "另存一份只有填报内容的文件；本表不变，随时可以“恢复原表”。"],
] as const;

/** The first tour, beside the buttons it speaks of: they are marked, and can be used meanwhile. Esc ends it. */
export function Tour({ step }: { readonly step: number }) {
  const styles = useStyles();
  const id = useId();
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    keepTourSeen();
    card.current?.querySelector("button")?.focus();
    card.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const [name, words] = steps[step] ?? steps[0];
  const isLast = step >= steps.length - 1;
  return (
    <section ref={card} className={styles.card} aria-label="引导">
      <div id={`${id}words`} aria-live="polite" aria-atomic="true">
        <p className={styles.title}>
          {step + 1}／{steps.length}：{name}
        </p>
        <p className={styles.words}>{words}</p>
      </div>
      <div className={styles.buttons} role="group" aria-describedby={`${id}words`} aria-label="引导的按钮">
        <SendButton
          appearance="primary"
          size="small"
          intent={{ kind: "tour", step: isLast ? null : step + 1 }}
        >
          {isLast ? "知道了" : "下一条"}
        </SendButton>
        {step > 0 && (
          <SendButton size="small" intent={{ kind: "tour", step: step - 1 }}>
            上一条
          </SendButton>
        )}
        {!isLast && (
          <SendButton size="small" appearance="subtle" intent={{ kind: "tour", step: null }}>
            跳过
          </SendButton>
        )}
      </div>
    </section>
  );
}
