import { Button } from "@fluentui/react-components";
import { useRef, useSyncExternalStore } from "react";
import product from "../../package.json";
import { shortcutOf } from "../taskpane/shortcuts";
import type { Book } from "./createBook";
import { samples, type Sample } from "./samples";
import { pickFile, plainFile, xlsxType, type PickedFile } from "./pickFile";

/** Open, save, undo, and how large the sheet is drawn. */
export function Toolbar(props: {
  readonly book: Book | null;
  readonly zoom: number;
  /** 评分标准试算 is open instead of the sheet. */
  readonly trying: boolean;
  readonly onTry: (trying: boolean) => void;
  readonly onZoom: (zoom: number) => void;
  readonly onFile: (file: PickedFile) => void;
  readonly onSave: () => void;
  /** What became of the last 保存; "": nothing is to be said. */
  readonly said: string;
  readonly onSample: (sample: Sample) => void;
  readonly onHelp: () => void;
}) {
  const file = useRef<HTMLInputElement>(null);
  const { book, trying } = props;
  const state = useSyncExternalStore(book?.subscribe ?? never, () => book?.state() ?? null);
  return (
    <header className="toolbar">
      <h1 className="brand" title={`版本 ${product.version}`}>
        绩效自评工作台
      </h1>
      <Button
        size="small"
        onClick={() => {
          void pickFile().then((picked) => {
            if (picked === "none") file.current?.click();
            else if (picked !== null) props.onFile(picked);
          });
        }}
      >
        打开…
      </Button>
      <input
        ref={file}
        type="file"
        hidden
        aria-label="打开 .xlsx 文件"
        accept={`.xlsx,${xlsxType}`}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen !== undefined) props.onFile(plainFile(chosen));
          event.target.value = "";
        }}
      />
      <select
        className="native small"
        aria-label="打开示例"
        value=""
        onChange={(event) => {
          const sample = samples.find((one) => one.name === event.target.value);
          if (sample !== undefined) props.onSample(sample);
        }}
      >
        <option value="">示例…</option>
        {samples.map((sample) => (
          <option key={sample.name} value={sample.name}>
            {sample.title}
          </option>
        ))}
      </select>
      <Button size="small" appearance="primary" disabledFocusable={book === null} onClick={props.onSave}>
        保存
      </Button>
      <Button size="small" disabledFocusable={trying || state?.canUndo !== true} onClick={() => book?.undo()}>
        撤销
      </Button>
      <Button size="small" disabledFocusable={trying || state?.canRedo !== true} onClick={() => book?.redo()}>
        重做
      </Button>
      <Button
        size="small"
        onClick={() => {
          props.onTry(!trying);
        }}
      >
        {trying ? "返回表格" : "评分标准试算"}
      </Button>
      <Button size="small" onClick={props.onHelp} {...shortcutOf("help")}>
        帮助
      </Button>
      <span className="file-name">
        {book?.name}
        {state?.unsaved === true ? "（未保存）" : ""}
        <span role="status">{state?.unsaved === true ? "" : props.said}</span>
      </span>
      <label className="zoom">
        缩放{" "}
        <select
          className="native small"
          value={props.zoom}
          onChange={(event) => {
            props.onZoom(Number(event.target.value));
          }}
        >
          {[0.6, 0.7, 0.8, 0.9, 1, 1.25, 1.5, 2].map((zoom) => (
            <option key={zoom} value={zoom}>
              {Math.round(zoom * 100)}%
            </option>
          ))}
        </select>
      </label>
    </header>
  );
}

function never(): () => void {
  return () => undefined;
}
