import { Button } from "@fluentui/react-components";
import { useEffect, useState, type RefObject } from "react";
import type { Place } from "../workbook/cell";
import type { SheetSnapshot } from "../workbook/snapshot";
import { findCells } from "./findCells";

/** 查找 within the sheet. Enter and F3 go on, with Shift back; Esc closes it and leaves the keyboard at the cell found. */
export function FindBar(props: {
  readonly sheet: SheetSnapshot;
  readonly here: Place;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onGo: (at: Place) => void;
  readonly onClose: () => void;
}) {
  const { sheet, here, field, onGo, onClose } = props;
  const [wanted, setWanted] = useState("");
  useEffect(() => {
    field.current?.focus();
  }, [field]);
  const { places, hidden } = findCells(sheet, wanted);
  const at = places.findIndex(({ row, column }) => row === here.row && column === here.column);
  const go = (forward: boolean) => {
    const isAfter = ({ row, column }: Place) => row > here.row || (row === here.row && column > here.column);
    const isBefore = ({ row, column }: Place) => row < here.row || (row === here.row && column < here.column);
    const next = forward
      ? (places.find(isAfter) ?? places[0])
      : ([...places].reverse().find(isBefore) ?? places.at(-1));
    if (next !== undefined) onGo(next);
  };
  const more = hidden === 0 ? "" : `（另有${hidden}处在隐藏的行列）`;
  const said =
    wanted.trim() === ""
      ? ""
      : places.length === 0
        ? `没有找到${more}`
        : `${at < 0 ? "" : `第${at + 1}处，`}共${places.length}处${more}`;
  return (
    <div
      className="find-bar"
      role="search"
      aria-label="在表内查找"
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
        else if (event.key === "F3" || (event.key === "Enter" && event.target === field.current))
          go(!event.shiftKey);
        else return;
        event.preventDefault();
      }}
    >
      <input
        ref={field}
        className="native"
        type="search"
        aria-label="查找"
        placeholder="查找"
        value={wanted}
        onChange={(event) => {
          setWanted(event.target.value);
        }}
      />
      <Button
        size="small"
        disabledFocusable={places.length === 0}
        onClick={() => {
          go(false);
        }}
      >
        上一处
      </Button>
      <Button
        size="small"
        disabledFocusable={places.length === 0}
        onClick={() => {
          go(true);
        }}
      >
        下一处
      </Button>
      <span aria-live="polite" className="find-said">
        {said}
      </span>
      <Button size="small" appearance="subtle" onClick={onClose}>
        关闭
      </Button>
    </div>
  );
}
