/** One column of the table of a letter. */
interface LetterColumn {
  readonly title: string;
  /** Of the width, against the other columns. */
  readonly share: number;
}

/** A letter with one table, as plain data: what an adapter turns into a file. */
export interface NewDocument {
  readonly title: string;
  /** Whom it is to. */
  readonly to: string;
  readonly paragraphs: readonly string[];
  readonly table: {
    readonly columns: readonly LetterColumn[];
    /** As wide as `columns`. */
    readonly rows: readonly (readonly string[])[];
  };
  /** Below the table, to the right. */
  readonly closing: readonly string[];
}
