import type { Book } from "./strangeBook";

/** One strange but valid kind of workbook. */
export interface Kind {
  readonly name: string;
  readonly change: (book: Book) => void;
  /** Kinds with the same word do not go together. */
  readonly clash?: string;
}
