import type { Book } from "../strangeBook";

/** One strange but valid kind of workbook. */
export interface Kind {
  readonly name: string;
  readonly change: (book: Book) => void;
  /** Kinds with the same word do not go together. */
  readonly clash?: string;
  /** There is no font in it: every reader takes one of its own. */
  readonly noFont?: true;
  /** After 恢复原表 the sheet says the same in another spelling: rows and cells have got their addresses. */
  readonly respelled?: true;
}
