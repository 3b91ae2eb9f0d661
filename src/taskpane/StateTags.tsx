import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { rowStateWords, type RowState } from "./rowStates";

const useStyles = makeStyles({
  tag: {
    display: "inline-block",
    padding: "0 6px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: "18px",
    whiteSpace: "nowrap",
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  lost: {
    color: tokens.colorStatusWarningForeground3,
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  open: {
    color: tokens.colorBrandForeground1,
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke2}`,
  },
  full: {
    color: tokens.colorStatusSuccessForeground1,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
  },
});

/** States in words; the colour only repeats them. */
export function StateTags({ states }: { readonly states: readonly RowState[] }) {
  const styles = useStyles();
  const looks = {
    full: styles.full,
    lost: styles.lost,
    differs: styles.lost,
    outdated: styles.lost,
    locked: styles.lost,
    missing: styles.open,
    judgement: styles.open,
    unconfirmed: styles.open,
    notApplicable: undefined,
  };
  return states.map((state) => (
    <span key={state} className={mergeClasses(styles.tag, looks[state])}>
      {rowStateWords[state]}
    </span>
  ));
}
