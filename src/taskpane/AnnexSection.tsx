import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { isOwnGoal } from "../scorecard/bindAnnex";
import { sayPoints } from "../scorecard/formatPoints";
import type { ScorecardRow } from "../scorecard/scorecard";
import { AnnexRowItem } from "./AnnexRowItem";
import { ofAnnexRow, wantsAttention } from "./annexRowStates";
import { usePaneState } from "./paneContext";

const useStyles = makeStyles({
  count: { margin: "0 0 8px", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  list: { display: "grid", rowGap: "6px", margin: "0 0 8px", padding: 0, listStyleType: "none" },
});

/** Rows that are drawn at once: those that lose or ask something come first, the others are folded. */
const fewest = 5;
const most = 20;
const step = 50;
/** So many open rows show their questions at once; of more, each is opened by the reader. */
const fewOpen = 3;

/** Target and actual stand beside the row itself: there is no annex. */
export function answersItself({ annexRows }: ScorecardRow): boolean {
  return annexRows.every(({ id }) => isOwnGoal(id));
}

/** The rows of the annex that make up an indicator, losses first. */
export function AnnexSection(props: { readonly row: ScorecardRow; readonly decimals: number }) {
  const styles = useStyles();
  const { row, decimals } = props;
  const { annexRows } = row;
  const isOwn = answersItself(row);
  const current = usePaneState().annexRow;
  const attention = annexRows.filter(wantsAttention).length;
  const [shown, setShown] = useState(Math.max(fewest, Math.min(most, attention)));
  const at = annexRows.findIndex(({ id }) => id === current);
  const visible = annexRows.slice(0, Math.max(shown, at + 1));
  const rest = annexRows.length - visible.length;
  const open = annexRows.filter((one) => one.points === null).length;
  return (
    <>
      {!isOwn && <p className={styles.count}>{countWords(row, open)}</p>}
      <ul className={styles.list}>
        {visible.map((annexRow) => (
          <AnnexRowItem
            key={annexRow.id}
            row={ofAnnexRow(row, annexRow)}
            annexRow={annexRow}
            decimals={decimals}
            startsOpen={isOwn || (annexRow.questions.length > 0 && open <= fewOpen)}
            current={annexRow.id === current}
          />
        ))}
      </ul>
      {rest > 0 && (
        <Button
          size="small"
          onClick={() => {
            setShown(visible.length + step);
          }}
        >
          再显示{Math.min(step, rest)}行（其余{rest}行）
        </Button>
      )}
    </>
  );
}

function countWords({ annexRows }: ScorecardRow, open: number): string {
  const losing = annexRows.filter((one) => (one.deduction ?? 0) > 0);
  const lost = losing.reduce((sum, one) => sum + (one.deduction ?? 0), 0);
  const parts = [
    losing.length > 0 ? `${losing.length}行扣分，共扣${sayPoints(lost, 3)}分` : "没有扣分",
    ...(open > 0 ? [`${open}行待补充或评定`] : []),
  ];
  return `共${annexRows.length}行：${parts.join("；")}。`;
}
