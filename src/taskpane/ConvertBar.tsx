import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { ConvertChoices } from "./ConvertChoices";
import { ConvertFindings } from "./ConvertFindings";
import { ConvertStops } from "./ConvertStops";
import type { ConvertState } from "./paneState";
import { useSend } from "./sendContext";

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
  const send = useSend();
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
        <Button
          onClick={() => {
            send({ kind: "cancelConvert" });
          }}
        >
          关闭
        </Button>
      </div>
    </section>
  );
}
