import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { sayPoints } from "../scorecard/formatPoints";
import { formatStep } from "./formatStep";
import { nextBetter, type Scale } from "./nextBetter";
import { layOutScale } from "./layOutScale";

const useStyles = makeStyles({
  drawing: { position: "relative", paddingTop: "24px", paddingBottom: "18px", margin: "0 12px" },
  track: { display: "flex", gap: "2px", height: "24px" },
  branch: {
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    overflow: "hidden",
    fontSize: tokens.fontSizeBase200,
    whiteSpace: "nowrap",
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground4,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  applies: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorBrandBackground2,
    border: `2px solid ${tokens.colorBrandStroke1}`,
  },
  value: {
    position: "absolute",
    top: "-2px",
    transform: "translateX(-50%)",
    whiteSpace: "nowrap",
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  needle: {
    position: "absolute",
    top: "18px",
    width: 0,
    height: 0,
    marginLeft: "-5px",
    borderLeft: "5px solid transparent",
    borderRight: "5px solid transparent",
    borderTop: `6px solid ${tokens.colorNeutralForeground1}`,
    forcedColorAdjust: "none",
    "@media (forced-colors: active)": { borderTop: "6px solid CanvasText" },
  },
  bound: {
    position: "absolute",
    bottom: 0,
    transform: "translateX(-50%)",
    fontSize: tokens.fontSizeBase100,
    color: tokens.colorNeutralForeground2,
  },
  next: { margin: "4px 0 0" },
});

/** The scale of the clause with today's value on it, and what the next better score needs. */
export function ScaleDrawing(props: {
  readonly scale: Scale;
  readonly points: number;
  readonly label: string;
}) {
  const styles = useStyles();
  const { scale } = props;
  const next = nextBetter(scale, props.points, props.label);
  const layout = layOutScale(scale);
  return (
    <div>
      <div className={styles.drawing} role="img" aria-label={spoken(scale, props.label)}>
        <div className={styles.track}>
          {layout.branches.map((branch) => (
            <div
              key={branch.clause}
              className={mergeClasses(styles.branch, branch.applies && styles.applies)}
              style={{ width: percent(branch.width) }}
              title={branch.clause}
            >
              {branch.points === null ? "按比例" : `${sayPoints(branch.points)}分`}
            </div>
          ))}
        </div>
        <div className={styles.needle} style={{ left: percent(layout.value) }} />
        <div className={styles.value} style={{ left: percent(Math.max(0.08, Math.min(0.92, layout.value))) }}>
          {formatStep(scale.value, scale.unit)}
        </div>
        {layout.bounds.map((bound) => (
          <div key={bound.value} className={styles.bound} style={{ left: percent(bound.at) }}>
            {formatStep(bound.value, scale.unit)}
          </div>
        ))}
      </div>
      {next !== null && <p className={styles.next}>{next}。</p>}
    </div>
  );
}

function percent(share: number): string {
  return `${share * 100}%`;
}

function spoken(scale: Scale, label: string): string {
  const branches = scale.branches.map((branch) => `${branch.applies ? "适用：" : ""}${branch.clause}`);
  return `${label}${formatStep(scale.value, scale.unit)}。${branches.join("；")}`;
}
