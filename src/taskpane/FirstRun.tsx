import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { Icon } from "./Icon";
import { SendButton, usePaneState } from "./paneContext";
import { isTourSeen } from "./firstTour";

const useStyles = makeStyles({
  card: {
    padding: "12px",
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  offer: { margin: "8px 0 0" },
  line: { margin: "0 0 8px" },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: "4px" },
  point: { display: "flex", gap: "6px", alignItems: "center", color: tokens.colorNeutralForeground1 },
  mark: { display: "inline-flex", color: tokens.colorBrandForeground1 },
});

/** What is promised before anything is written; whoever has not seen the first tour is offered it. */
export function FirstRun() {
  const styles = useStyles();
  const { scorecard } = usePaneState();
  const [isOffered] = useState(() => !isTourSeen());
  return (
    <section className={styles.card} aria-label="首次使用说明">
      <p className={styles.line}>
        点“计算得分”，空白的得分格写入公式，扣分处标出并写明原因，缺的数据列进“评分底稿”。
      </p>
      <ul className={styles.list}>
        {["数据不出本机", "不会改动您已填写的内容", "随时可恢复原表"].map((promise) => (
          <li key={promise} className={styles.point}>
            <span className={styles.mark}>
              <Icon name="check" />
            </span>
            {promise}
          </li>
        ))}
      </ul>
      {isOffered && scorecard !== null && (
        <p className={styles.offer}>
          <SendButton size="small" intent={{ kind: "tour", step: 0 }}>
            看一遍引导（5步）
          </SendButton>
        </p>
      )}
    </section>
  );
}
