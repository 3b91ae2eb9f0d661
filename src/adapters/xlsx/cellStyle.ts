/** How one side of a cell is drawn. */
export interface BorderSide {
  /** The format's own word: "thin", "medium", "double", "dashed", … */
  readonly style: string;
  readonly color: string | null;
}

/** The look of a cell as far as a screen draws it; colours as "#rrggbb", null: automatic. */
export interface CellStyle {
  readonly font: {
    readonly name: string;
    /** Points. */
    readonly size: number;
    readonly bold: boolean;
    readonly italic: boolean;
    readonly underline: boolean;
    readonly strike: boolean;
    readonly color: string | null;
  };
  readonly fill: string | null;
  readonly borders: Readonly<Record<"top" | "right" | "bottom" | "left", BorderSide | null>>;
  /** "general": text left, figures right. */
  readonly horizontal: string;
  readonly vertical: "top" | "center" | "bottom";
  readonly wrap: boolean;
  readonly indent: number;
  /** Degrees anticlockwise; 255: letters one below the other. */
  readonly rotation: number;
  /** Number format code; undefined for General. */
  readonly format: string | undefined;
}
