import { useEffect, useId, useRef, useState } from "react";

interface Choices {
  readonly items: readonly string[];
  readonly current: string;
  /** "C5" */
  readonly label: string;
  /** The id of the cell in the page. */
  readonly cell: string;
  readonly onPick: (item: string) => void;
}

/** The arrow at the active cell, and the list that it opens. */
export function CellChoices(
  props: Choices & {
    readonly open: boolean;
    readonly onOpen: (open: boolean) => void;
    /** The keyboard goes back to the sheet. */
    readonly onLeave: () => void;
  },
) {
  const { open, onOpen, onLeave, ...choices } = props;
  if (open) {
    const close = () => {
      onOpen(false);
      onLeave();
    };
    return (
      <ChoiceList
        {...choices}
        onClose={close}
        onPick={(item) => {
          close();
          props.onPick(item);
        }}
      />
    );
  }
  return (
    <button
      ref={(button) => {
        if (button !== null) putBeside(button, props.cell, "within");
      }}
      type="button"
      className="choose"
      tabIndex={-1}
      title="从选项里选（Alt+↓）"
      aria-label={`${props.label} 从选项里选`}
      onClick={() => {
        onOpen(true);
      }}
    >
      ▾
    </button>
  );
}

/** The drop-down of a cell: arrows move, Enter takes, Esc closes, a letter goes to the item that begins with it. */
function ChoiceList(props: Choices & { readonly onClose: () => void }) {
  const { items } = props;
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(Math.max(0, items.indexOf(props.current)));
  useEffect(() => {
    if (list.current !== null) putBeside(list.current, props.cell, "below");
    list.current?.focus({ preventScroll: true });
    list.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [props.cell]);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  }, [at]);
  return (
    <ul
      ref={list}
      className="choices"
      role="listbox"
      tabIndex={-1}
      aria-label={`${props.label} 的选项`}
      aria-activedescendant={`${id}${at}`}
      onBlur={props.onClose}
      onKeyDown={(event) => {
        event.stopPropagation();
        const { key } = event;
        const last = items.length - 1;
        if (key === "ArrowDown") setAt(Math.min(last, at + 1));
        else if (key === "ArrowUp" && !event.altKey) setAt(Math.max(0, at - 1));
        else if (key === "Home") setAt(0);
        else if (key === "End") setAt(last);
        else if (key === "Enter" || key === " ") props.onPick(items[at] ?? "");
        else if (key === "Escape" || key === "Tab" || key === "ArrowUp") props.onClose();
        else {
          const found = items.findIndex((item) => item.toLowerCase().startsWith(key.toLowerCase()));
          if (found >= 0) setAt(found);
          return;
        }
        event.preventDefault();
      }}
    >
      {items.map((item, n) => (
        <li
          key={item}
          id={`${id}${n}`}
          role="option"
          aria-selected={n === at}
          // Before the list loses the keyboard.
          onMouseDown={(event) => {
            event.preventDefault();
            props.onPick(item);
          }}
        >
          {item}
        </li>
      ))}
    </ul>
  );
}

/** Where the cell is drawn now, by the page's own account; not at all while it is scrolled out of sight. */
function putBeside(element: HTMLElement, cell: string, where: "within" | "below"): void {
  const drawn = document.getElementById(cell);
  element.hidden = drawn === null;
  if (drawn === null) return;
  const table = drawn.offsetParent instanceof HTMLElement ? drawn.offsetParent : drawn;
  const [top, left] = [table.offsetTop + drawn.offsetTop, table.offsetLeft + drawn.offsetLeft];
  const [width, height] = [drawn.offsetWidth, drawn.offsetHeight];
  element.style.top = `${where === "below" ? top + height : top + height - 20}px`;
  element.style.left = `${where === "below" ? left : left + width - 20}px`;
  if (where === "below") element.style.minWidth = `${width}px`;
}
