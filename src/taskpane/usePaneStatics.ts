import { makeStaticStyles, tokens } from "@fluentui/react-components";

/** What Fluent does not style: the page, native selects, focus, and words for screen readers only. */
export const usePaneStatics = makeStaticStyles({
  "html, body": { height: "100%", margin: 0 },
  ".visually-hidden": {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
  /* What the keyboard comes to stands clear of the bars that stay in sight, above and below. Not what is clicked: it would
   * move away from under the mouse before the click is done. */
  ".pane-body :is(h2, h3, a, button, input, select, summary, textarea):focus-visible": {
    scrollMarginTop: "160px",
    scrollMarginBottom: "64px",
  },
  ".pane-bar :is(a, button, input, select):focus-visible": { scrollMarginTop: 0, scrollMarginBottom: 0 },
  /* What the first tour speaks of. */
  "main .pointed": { outline: `3px solid ${tokens.colorBrandStroke1}`, outlineOffset: "2px" },
  "main a": { color: tokens.colorBrandForegroundLink },
  "button.link": {
    padding: 0,
    font: "inherit",
    textAlign: "left",
    overflowWrap: "anywhere",
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: "underline",
    background: "none",
    border: "none",
    cursor: "pointer",
  },
  "button.link .sheet-name": {
    display: "inline-block",
    maxWidth: "7em",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    verticalAlign: "bottom",
    textDecorationLine: "underline",
  },
  "button.link:hover": { color: tokens.colorBrandForegroundLinkHover },
  "textarea.native": { boxSizing: "border-box", width: "100%", resize: "vertical" },
  "select.native, textarea.native": {
    minHeight: "32px",
    maxWidth: "100%",
    padding: "4px 8px",
    font: "inherit",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  "main [tabindex]:focus-visible, main button:focus-visible, main select:focus-visible, main summary:focus-visible, main input:is([type='checkbox'], [type='radio']):focus-visible, main textarea:focus-visible":
    { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  "main h2[tabindex='-1']:focus:not(:focus-visible)": { outline: "none" },
});
