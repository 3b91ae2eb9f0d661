import { useEffect, useRef, type RefObject } from "react";
import type { Place } from "../workbook/cell";

/** Pixels for each beat while the mouse is beyond the edge of the sheet. */
const pace = 24;

/** Stretching a range with the mouse held down; beyond the edge the sheet goes on by itself. Gives back what begins it. */
export function useDragSelect(
  scroller: RefObject<HTMLDivElement | null>,
  onOver: (at: Place) => void,
): (from: Place) => void {
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);
  return (from) => {
    stop.current?.();
    let mouse: { readonly x: number; readonly y: number } | null = null;
    let last = `${from.row}:${from.column}`;
    const look = () => {
      const box = scroller.current?.getBoundingClientRect();
      if (box === undefined || mouse === null) return;
      const x = Math.min(
        Math.max(mouse.x, box.left + 1),
        box.left + (scroller.current?.clientWidth ?? 0) - 2,
      );
      const y = Math.min(Math.max(mouse.y, box.top + 1), box.top + (scroller.current?.clientHeight ?? 0) - 2);
      const [right, down] = [
        Math.sign(Math.trunc((mouse.x - x) / 2)),
        Math.sign(Math.trunc((mouse.y - y) / 2)),
      ];
      if (right !== 0 || down !== 0) scroller.current?.scrollBy(right * pace, down * pace);
      const found = placeUnder(document.elementFromPoint(x, y));
      const key = found === null ? "" : `${found.row}:${found.column}`;
      if (found === null || key === last) return;
      over.current(found);
      last = key;
    };
    const onMove = (event: MouseEvent) => {
      mouse = { x: event.clientX, y: event.clientY };
      if ((event.buttons & 1) === 0) stop.current?.();
      else look();
    };
    const beat = setInterval(look, 50);
    const end = () => {
      clearInterval(beat);
      window.removeEventListener("mousemove", onMove);
      window.removeEventListener("mouseup", end);
      stop.current = null;
    };
    stop.current = end;
    window.addEventListener("mousemove", onMove);
    window.addEventListener("mouseup", end);
  };
}

/** The cell that an element of the sheet belongs to. */
export function placeUnder(target: EventTarget | null): Place | null {
  const cell = target instanceof Element ? target.closest("[data-cell]") : null;
  const [row, column] = (cell?.getAttribute("data-cell") ?? "").split(":").map(Number);
  return row === undefined || column === undefined || !(row > 0) ? null : { row, column };
}
