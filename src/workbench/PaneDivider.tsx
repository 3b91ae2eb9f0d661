import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";

const least = 280;
const usual = 400;
const storage = "jx-workbench-pane";

/** How wide the pane is, in pixels, and whether it is folded away; kept in this browser where that is allowed. */
function usePaneWidth() {
  const [state, setState] = useState(() => readKept());
  return {
    ...state,
    change: (next: Partial<typeof state>) => {
      const changed = { ...state, ...next };
      setState(changed);
      try {
        localStorage.setItem(storage, JSON.stringify(changed));
      } catch {
        // It is as usual the next time.
      }
    },
  };
}

function readKept(): { readonly width: number; readonly folded: boolean } {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storage) ?? "null");
    if (typeof kept === "object" && kept !== null && "width" in kept && typeof kept.width === "number") {
      return { width: Math.max(least, kept.width), folded: "folded" in kept && kept.folded === true };
    }
  } catch {
    // Not ours, or not allowed.
  }
  return { width: usual, folded: false };
}

function mostWide(): number {
  return Math.max(least, window.innerWidth - 320);
}

/** The sheet and the pane beside it, with what parts them. */
export function PaneSplit(props: {
  readonly shown: boolean;
  /** How often something was asked for that is shown in the pane: it is unfolded for it. */
  readonly wanted: number;
  readonly sheet: ReactNode;
  readonly pane: ReactNode;
}) {
  const size = usePaneWidth();
  const { folded, change } = size;
  const [met, setMet] = useState(props.wanted);
  if (met !== props.wanted) {
    setMet(props.wanted);
    if (folded) change({ folded: false });
  }
  return (
    <div className={size.folded ? "split folded" : "split"} hidden={!props.shown}>
      {/* With the pane away the sheet is what the page is about. */}
      <div className="sheet-main" role={size.folded ? "main" : undefined}>
        {props.sheet}
      </div>
      <PaneDivider {...size} />
      <div id="pane-side" className="pane-side" style={{ width: size.width }}>
        {props.pane}
      </div>
    </div>
  );
}

/** Between the sheet and the pane: dragged, or moved with the arrows, Home and End; Enter folds the pane away. */
function PaneDivider(props: ReturnType<typeof usePaneWidth>) {
  const { width, folded, change } = props;
  const begun = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const within = (wanted: number) => Math.round(Math.min(mostWide(), Math.max(least, wanted)));
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    if (key === "Enter") change({ folded: !folded });
    else if (folded) return;
    else if (key === "ArrowLeft") change({ width: within(width + 20) });
    else if (key === "ArrowRight") change({ width: within(width - 20) });
    else if (key === "Home") change({ width: mostWide() });
    else if (key === "End") change({ width: least });
    else return;
    event.preventDefault();
  };
  const onMove = ({ clientX }: PointerEvent) => {
    if (begun.current !== null) change({ width: within(begun.current.width + begun.current.x - clientX) });
  };
  return (
    <div className="divider" role="region" aria-label="侧边栏的宽窄">
      <div
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label="侧边栏宽度"
        aria-controls="pane-side"
        aria-valuemin={least}
        aria-valuemax={Math.max(mostWide(), width)}
        aria-valuenow={folded ? least : width}
        aria-valuetext={folded ? "已收起" : `${width}像素`}
        title="拖动调整侧边栏宽度，双击恢复；键盘用左右方向键，回车收起或展开"
        className="divider-line"
        onKeyDown={onKeyDown}
        onDoubleClick={() => {
          change({ width: usual, folded: false });
        }}
        onPointerDown={(event) => {
          if (event.button !== 0 || folded) return;
          begun.current = { x: event.clientX, width };
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={onMove}
        onPointerUp={() => {
          begun.current = null;
        }}
        onPointerCancel={() => {
          begun.current = null;
        }}
      />
      <button
        type="button"
        className="divider-fold"
        aria-expanded={!folded}
        aria-controls="pane-side"
        title={folded ? "展开侧边栏" : "收起侧边栏"}
        aria-label={folded ? "展开侧边栏" : "收起侧边栏"}
        onClick={() => {
          change({ folded: !folded });
        }}
      >
        {folded ? "‹" : "›"}
      </button>
    </div>
  );
}
