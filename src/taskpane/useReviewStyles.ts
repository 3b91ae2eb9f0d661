import { makeStyles, tokens } from "@fluentui/react-components";

/** How a page looks that goes through many things at once: 逐项填写, 全部核对确认, 生成评分依据（草稿）. */
export const useReviewStyles = makeStyles({
  view: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "8px" },
  title: { margin: "4px 0 0", fontSize: tokens.fontSizeBase400 },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  /* Stays in sight below them. */
  bar: {
    position: "sticky",
    bottom: 0,
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "4px 8px",
    padding: "8px 0",
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});
