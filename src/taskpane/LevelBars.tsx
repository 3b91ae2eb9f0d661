import { makeStyles, tokens } from "@fluentui/react-components";
import { formatPoints, sayPoints } from "../scorecard/formatPoints";
import type { LevelTotal, Scorecard } from "../scorecard/scorecard";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: "6px" },
  line: {
    display: "grid",
    gridTemplateColumns: "4.6em 1fr minmax(4.6em, auto)",
    columnGap: "8px",
    alignItems: "center",
    fontSize: tokens.fontSizeBase200,
  },
  track: {
    display: "flex",
    height: "10px",
    overflow: "hidden",
    borderRadius: "3px",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground1,
    forcedColorAdjust: "none",
    "@media (forced-colors: active)": { backgroundColor: "Canvas", border: "1px solid CanvasText" },
  },
  points: {
    backgroundColor: tokens.colorBrandBackground,
    "@media (forced-colors: active)": { backgroundColor: "Highlight" },
  },
  /* Lost points are striped and open ones empty, so that neither rests on its colour. */
  lost: {
    minWidth: "3px",
    backgroundImage: `repeating-linear-gradient(135deg, ${tokens.colorPaletteMarigoldBorderActive} 0 3px, transparent 3px 6px)`,
    backgroundColor: tokens.colorPaletteYellowBackground2,
    "@media (forced-colors: active)": {
      backgroundImage: "repeating-linear-gradient(135deg, CanvasText 0 2px, Canvas 2px 6px)",
    },
  },
  figures: { fontVariantNumeric: "tabular-nums", textAlign: "right", color: tokens.colorNeutralForeground2 },
  key: {
    display: "flex",
    flexWrap: "wrap",
    gap: "4px 12px",
    margin: "8px 0 0",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  swatch: {
    display: "inline-block",
    width: "14px",
    height: "8px",
    marginRight: "4px",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    forcedColorAdjust: "none",
  },
});

/** One bar per 二级指标: filled what was earned, striped what was lost, empty what is open. */
export function LevelBars({ scorecard }: { readonly scorecard: Scorecard }) {
  const styles = useStyles();
  const levels = scorecard.levels.filter((level) => level.level === 2 && level.weight > 0);
  if (levels.length === 0) return null;
  return (
    <section aria-label="各二级指标得分">
      <ul className={styles.list}>
        {levels.map((level) => (
          <li key={level.name} className={styles.line}>
            <span>{level.name}</span>
            <span className={styles.track} aria-hidden="true">
              <span className={styles.points} style={{ width: share(level.points, level) }} />
              {lost(level) > 0 && (
                <span className={styles.lost} style={{ width: share(lost(level), level) }} />
              )}
            </span>
            <span className={styles.figures}>
              {formatPoints(level.points, scorecard.decimals)}/{sayPoints(level.weight)}
              <span className="visually-hidden">{spoken(level)}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.key} aria-hidden="true">
        <span>
          <span className={`${styles.swatch} ${styles.points}`} />
          已得
        </span>
        <span>
          <span className={`${styles.swatch} ${styles.lost}`} />
          已扣
        </span>
        <span>
          <span className={styles.swatch} />
          待补充
        </span>
      </p>
    </section>
  );
}

function lost(level: LevelTotal): number {
  const rest = level.weight - level.open - level.points;
  return rest > 1e-9 ? rest : 0;
}

function share(points: number, level: LevelTotal): string {
  return `${Math.min(100, (points / level.weight) * 100)}%`;
}

function spoken(level: LevelTotal): string {
  const parts = [
    lost(level) > 0 ? `，扣${sayPoints(lost(level))}分` : "",
    level.open > 0 ? `，待补充${sayPoints(level.open)}分` : "",
  ];
  return parts.join("");
}
