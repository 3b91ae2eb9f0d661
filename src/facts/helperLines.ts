import { readLines, type WorkingPaper } from "./workingPaper";

/** 数据项 of the cell for one part (from 1) of a formula of this sheet that is too long for its own cell. */
export function helperLabel(sheet: string, part: number): string {
  return `计算过程${part}（“${sheet}”的公式，请勿改动）`;
}

/** A line of the working paper that holds a part of a formula. */
interface HelperLine {
  readonly row: number;
  /** 指标, without white space. */
  readonly title: string;
  readonly part: number;
  /** The sheet of the form, without white space. */
  readonly of: string;
}

const helperItem = /^计算过程(\d{1,4})\((.*)的公式,/u;

export function isHelperItem(item: string): boolean {
  return helperItem.test(item);
}

export function locateHelperLines(paper: WorkingPaper): readonly HelperLine[] {
  return readLines(paper).flatMap(({ row, indicator: title, item }) => {
    const [, part, of] = helperItem.exec(item) ?? [];
    return part === undefined || of === undefined ? [] : { row, title, part: Number(part), of };
  });
}
