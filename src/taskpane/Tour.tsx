import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef } from "react";
import { SendButton } from "./paneContext";
import { keepTourSeen, tourSteps } from "./firstTour";

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
  const [name, words] = tourSteps[step] ?? tourSteps[0];
  const isLast = step >= tourSteps.length - 1;
  return (
    <section ref={card} className={styles.card} aria-label="引导">
      <div id={`${id}words`} aria-live="polite" aria-atomic="true">
        <p className={styles.title}>
          {step + 1}／{tourSteps.length}：{name}
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
