import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { sayPoints } from "../scorecard/formatPoints";
import type { AnnexRowResult, ScorecardRow } from "../scorecard/scorecard";
import type { CellAddress } from "../workbook/cell";
import { CellLink } from "./CellLink";
import { FactSection } from "./FactSection";
import { formatStep } from "./formatStep";

const useStyles = makeStyles({
  detail: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: "10px",
    padding: "0 8px 10px 26px",
  },
  list: {
    display: "grid",
    gridTemplateColumns: "max-content minmax(0, 1fr)",
    gap: "4px 10px",
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, fontVariantNumeric: "tabular-nums" },
  branches: { listStyleType: "none", margin: 0, padding: 0, fontSize: tokens.fontSizeBase200 },
  branch: {
    padding: "1px 6px",
    borderLeft: "3px solid transparent",
    color: tokens.colorNeutralForeground2,
  },
  applied: {
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  words: { margin: 0 },
});

/** How a row of an annex was read, rated and scored, each figure with its cell; what it asks is asked here. */
export function AnnexRowDetail(props: {
  /** The form row with only the facts and questions of this annex row. */
  readonly row: ScorecardRow;
  readonly annexRow: AnnexRowResult;
}) {
  const styles = useStyles();
  const { annexRow } = props;
  const link = (at: CellAddress | null) => at !== null && <CellLink at={at} />;
  const group = [annexRow.fund, annexRow.level1, annexRow.level2].filter(Boolean).join(" › ");
  return (
    <div className={styles.detail}>
      <dl className={styles.list}>
        {group !== "" && <Line term="类别">{group}</Line>}
        <Line term="目标值">
          {orBlank(annexRow.target.text)} {link(annexRow.target.at)}
        </Line>
        <Line term="完成值">
          {orBlank(annexRow.actual.text)} {link(annexRow.actual.at)}
        </Line>
        <Line term="读法">{annexRow.read}</Line>
        {annexRow.rate !== null && (
          <Line term="完成率">
            {formatStep(annexRow.rate, "%")} {link(annexRow.rateAt)}
          </Line>
        )}
        <Line term="得分">
          {pointsWords(annexRow)} {link(annexRow.scoreAt)}
        </Line>
        {annexRow.branches.length > 0 && (
          <Line term="档次">
            <ul className={styles.branches}>
              {annexRow.branches.map((branch) => (
                <li
                  key={branch}
                  className={mergeClasses(styles.branch, branch === annexRow.clause && styles.applied)}
                >
                  {branch === annexRow.clause && <span className="visually-hidden">适用：</span>}
                  {branch}
                </li>
              ))}
            </ul>
          </Line>
        )}
      </dl>
      {annexRow.clause !== null && !annexRow.branches.includes(annexRow.clause) && (
        <p className={styles.words}>适用：{annexRow.clause}</p>
      )}
      {/* An open row says by its questions what is missing. */}
      {annexRow.reason !== "" && annexRow.questions.length === 0 && (
        <p className={styles.words}>{annexRow.reason}</p>
      )}
      {annexRow.compared === "differs" && annexRow.typed !== null && annexRow.annexPoints !== null && (
        <p className={styles.words}>
          附表填报得分{sayPoints(annexRow.typed)}分，计算得分{sayPoints(annexRow.annexPoints)}
          分，两者不一致。
        </p>
      )}
      {annexRow.remarks.map((remark) => (
        <p key={remark} className={styles.words}>
          提示：{remark}
        </p>
      ))}
      {props.row.facts.length > 0 && <FactSection row={props.row} />}
    </div>
  );
}

function Line({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{children}</dd>
    </>
  );
}

function orBlank(text: string): string {
  return text.trim() === "" ? "（未填）" : text;
}

/** The form's points; the annex may count on a scale of its own. */
function pointsWords({ points, weight, annexPoints, annexWeight }: AnnexRowResult): string {
  const of = weight === null ? "" : ` / ${sayPoints(weight)}`;
  const own = points === null ? `待定${of}分` : `${sayPoints(points)}${of}分`;
  const rescaled = annexWeight !== null && weight !== null && Math.abs(annexWeight - weight) > 1e-6;
  if (!rescaled || annexPoints === null) return own;
  return `${own}（附表内${sayPoints(annexPoints)} / ${sayPoints(annexWeight)}分）`;
}
