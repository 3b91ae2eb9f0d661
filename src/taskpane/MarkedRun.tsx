import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  run: { textUnderlineOffset: "4px", textDecorationThickness: "2px" },
  solid: { textDecorationLine: "underline", textDecorationColor: tokens.colorBrandStroke1 },
  dotted: {
    textDecorationLine: "underline",
    textDecorationStyle: "dotted",
    textDecorationColor: tokens.colorBrandStroke1,
  },
  shaded: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorBrandBackground2,
    "@media (forced-colors: active)": { backgroundColor: "Canvas", color: "CanvasText" },
  },
  wavy: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorPaletteYellowBackground2,
    textDecorationLine: "underline",
    textDecorationStyle: "wavy",
    textDecorationThickness: "1px",
    textDecorationColor: tokens.colorNeutralForeground1,
    "@media (forced-colors: active)": { backgroundColor: "Mark", color: "MarkText" },
  },
  hidden: { userSelect: "none" },
});

/** rule, taken: counts; definition, unused: read, and does not count by itself; unread: not understood. */
type MarkUse = "rule" | "definition" | "taken" | "unused" | "unread";

/** Words drawn as what they were used for: a line of its own kind under each use, so that no colour is needed. */
export function MarkedWords({ use, words }: { readonly use: MarkUse; readonly words: string }) {
  const styles = useStyles();
  const line = use === "unread" ? "wavy" : use === "rule" || use === "taken" ? "solid" : "dotted";
  const look = mergeClasses(styles.run, styles[line], use === "taken" && styles.shaded);
  return use === "unread" || use === "taken" ? (
    <mark className={look}>{words}</mark>
  ) : (
    <span className={look}>{words}</span>
  );
}

/** The same within a text, with what a screen reader says of it. */
export function MarkedRun(props: { readonly use: MarkUse; readonly says: string; readonly words: string }) {
  return (
    <span>
      <Spoken words={`【${props.says}：`} />
      <MarkedWords use={props.use} words={props.words} />
      <Spoken words="】" />
    </span>
  );
}

/** For screen readers only, and not copied with the text. */
function Spoken({ words }: { readonly words: string }) {
  const styles = useStyles();
  return <span className={mergeClasses("visually-hidden", styles.hidden)}>{words}</span>;
}
