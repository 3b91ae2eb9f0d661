import { memo } from "react";
import type { CellStyle } from "../adapters/xlsx/cellStyle";
import type { CellSnapshot, CellValue } from "../workbook/snapshot";
import { CellEditor } from "./CellEditor";
import { cellLook } from "./cellLook";
import { tidy } from "../quantity/tidy";

/** The DOM id of a cell, by which the table says where the keyboard is. */
export function cellId(row: number, column: number): string {
  return `cell-${row}-${column}`;
}

/** One cell. The text lies in a box of the cell's size, so that long words never stretch a row. */
export const SheetCell = memo(function SheetCell(props: {
  readonly row: number;
  readonly column: number;
  readonly cell: CellSnapshot | undefined;
  readonly style: CellStyle | undefined;
  /** Of a merged area the look of its last cell, whose lines close the box. */
  readonly farStyle: CellStyle | undefined;
  readonly highlight: string | null;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly active: boolean;
  readonly editing: string | null;
  readonly zoom: number;
  readonly copy: boolean;
}) {
  const { cell, style, farStyle } = props;
  const value = cell?.value ?? null;
  const closed =
    style === undefined || farStyle === undefined
      ? style
      : {
          ...style,
          borders: { ...style.borders, right: farStyle.borders.right, bottom: farStyle.borders.bottom },
        };
  const look = cellLook(closed, value, props.highlight, props.zoom);
  const text = formatCell(value, style?.format ?? cell?.format);
  return (
    <td
      id={props.copy ? undefined : cellId(props.row, props.column)}
      data-cell={`${props.row}:${props.column}`}
      aria-colindex={props.column}
      aria-selected={props.active}
      rowSpan={props.rowSpan}
      colSpan={props.colSpan}
      className={props.active ? "active" : undefined}
      style={look.box}
    >
      {props.editing !== null ? (
        <CellEditor text={props.editing} style={look.text} />
      ) : (
        text !== "" && (
          <div className="cell-text" style={look.text}>
            <span>{text}</span>
            {props.highlight !== null && <span className="visually-hidden">（扣分）</span>}
          </div>
        )
      )}
      {props.highlight !== null && <span className="mark" aria-hidden="true" />}
    </td>
  );
});

const dayZero = Date.UTC(1899, 11, 30);

/** What a cell shows: its value in its number format, as far as forms use formats; anything rarer as General. */
export function formatCell(value: CellValue, format: string | undefined): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  const section = pickSection(format ?? "General", value);
  if (/^(?:general|@)?$/iu.test(section.code)) return general(value);
  if (isDate(section.code)) return formatDate(value, section.code);
  return formatNumber(section.negative ? Math.abs(value) : value, section.code);
}

function general(value: number): string {
  return String(tidy(value)).length > 11 ? String(Number(value.toPrecision(10))) : String(tidy(value));
}

/** "0.00;(0.00);-" has sections for positive, negative and zero. */
function pickSection(format: string, value: number): { readonly code: string; readonly negative: boolean } {
  const sections = format.split(";").map((code) => code.replace(/\[[^[\]]*\]/gu, ""));
  const [positive = "", negative, zero] = sections;
  if (value < 0 && negative !== undefined && negative !== "") return { code: negative, negative: true };
  if (value === 0 && zero !== undefined && zero !== "") return { code: zero, negative: false };
  return { code: positive, negative: false };
}

function isDate(code: string): boolean {
  return /[ymd]/iu.test(withoutQuotes(code)) && !/[0#]/u.test(withoutQuotes(code));
}

function formatDate(value: number, code: string): string {
  const date = new Date(Math.round((value * 86_400_000 + dayZero) / 1000) * 1000);
  if (!Number.isFinite(date.getTime())) return String(value);
  const two = (part: number) => String(part).padStart(2, "0");
  const day = `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
  return /h/iu.test(withoutQuotes(code))
    ? `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`
    : day;
}

function formatNumber(value: number, code: string): string {
  const plain = withoutQuotes(code);
  const figure = /[#0?][#0?,]*(?:\.[#0?]*)?/u.exec(plain)?.[0];
  if (figure === undefined) return code.replace(/"/gu, "").replace(/[_*]./gu, "");
  const places = figure.split(".")[1] ?? "";
  const shown = plain.includes("%") ? tidy(value * 100) : value;
  const text = shown.toLocaleString("en-US", {
    minimumFractionDigits: places.replace(/[^0]/gu, "").length,
    maximumFractionDigits: Math.min(20, places.length),
    useGrouping: figure.includes(","),
  });
  const around = code.replace(/[_*]./gu, "").replace(/"([^"]*)"|\\(.)/gu, "$1$2");
  return around.replace(/[#0?][#0?,]*(?:\.[#0?]*)?/u, text).trim();
}

function withoutQuotes(code: string): string {
  return code.replace(/"[^"]*"|\\./gu, "").replace(/[_*]./gu, "");
}
