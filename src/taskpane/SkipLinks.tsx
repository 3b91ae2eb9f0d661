import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  place: { position: "relative", zIndex: 10, height: 0 },
  link: {
    position: "absolute",
    top: "4px",
    left: "8px",
    padding: "6px 12px",
    font: "inherit",
    color: tokens.colorNeutralForegroundOnBrand,
    whiteSpace: "nowrap",
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground,
    ":not(:focus)": { clipPath: "inset(50%)" },
  },
});

/** The first Tab stops of a page, seen only while they have the keyboard: past everything, to what a person came for. */
export function SkipLinks(props: {
  readonly label: string;
  readonly links: readonly { readonly words: string; readonly go: () => void }[];
}) {
  const styles = useStyles();
  return (
    <nav className={styles.place} aria-label={props.label}>
      {props.links.map(({ words, go }) => (
        <button key={words} type="button" className={styles.link} onClick={go}>
          {words}
        </button>
      ))}
    </nav>
  );
}

/** The keyboard goes to the first of these that is in the page and drawn. */
export function focusFirst(...selectors: readonly string[]): void {
  for (const selector of selectors) {
    const all = [...document.querySelectorAll<HTMLElement>(selector)];
    const drawn = all.find((one) => one.getClientRects().length > 0);
    if (drawn !== undefined) {
      drawn.focus();
      return;
    }
  }
}

/** To the button of the next step; over a view that has none, to the step itself, and before the way begins to 计算得分. */
export function focusNextStep(): void {
  focusFirst(
    "main [aria-keyshortcuts$='+N']",
    "main [aria-current='step']",
    "main [aria-keyshortcuts$='+S']",
  );
}
