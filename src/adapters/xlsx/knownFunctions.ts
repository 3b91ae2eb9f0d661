/**
 * The functions that the engine, with ours in it, is known to work out as Excel does, and what each argument may be:
 * s one value; o one value, 0 when the cell is blank; l cells whose texts do not count (a single cell too); a an area, of which only the used cells matter;
 * w an area that counts as it is; x an expression over areas; c an area and then what is counted in it.
 * What stands after "|" is said again and again. A formula with any other function keeps the result that it had: with
 * volatile ones (NOW, TODAY, RAND, OFFSET, INDIRECT, CELL, INFO), too.
 */
const signatures: Readonly<Record<string, string>> = {
  "|l":
    "SUM AVERAGE MAX MIN COUNT PRODUCT SUMSQ MEDIAN STDEV STDEV.S STDEVP STDEV.P VAR VAR.S VARP VAR.P " +
    "GEOMEAN AVEDEV DEVSQ COUNTA AND OR",
  w: "COUNTBLANK",
  "|x": "SUMPRODUCT",
  as: "LARGE SMALL",
  oas: "RANK RANK.EQ MATCH",
  oass: "VLOOKUP HLOOKUP",
  oxx: "LOOKUP",
  ass: "INDEX",
  "|co": "COUNTIF COUNTIFS",
  aoa: "SUMIF AVERAGEIF",
  "a|ao": "SUMIFS AVERAGEIFS",
  "|s":
    "IF IFERROR IFNA IFS SWITCH CHOOSE NOT TRUE FALSE NA PI N T ISNUMBER ISTEXT ISNONTEXT ISBLANK ISERROR " +
    "ISERR ISNA ISLOGICAL ABS SIGN INT TRUNC MOD ROUND ROUNDUP ROUNDDOWN SQRT POWER EXP LN LOG LOG10 EVEN ODD " +
    "QUOTIENT LEN LENB LEFT RIGHT MID FIND SEARCH SUBSTITUTE REPLACE TRIM UPPER LOWER EXACT REPT VALUE TEXT " +
    "CONCATENATE CHAR DATE YEAR MONTH DAY WEEKDAY EDATE EOMONTH DAYS HOUR MINUTE SECOND ROW COLUMN",
};

interface Signature {
  readonly first: string;
  readonly again: string;
}

const byName: ReadonlyMap<string, Signature> = new Map(
  Object.entries(signatures).flatMap(([kinds, names]) => {
    const [first = "", again = ""] = kinds.split("|");
    return names.split(" ").map((name) => [name, { first, again }]);
  }),
);

/** Those that read or make dates: the engine counts from 1900. */
const dated = new Set(
  "TEXT VALUE DATE YEAR MONTH DAY WEEKDAY EDATE EOMONTH DAYS HOUR MINUTE SECOND".split(" "),
);

/** What the argument (from 0) of a function may be; undefined for a function that is not known. */
export function argumentKind(name: string, index: number): string | undefined {
  const signature = byName.get(name);
  if (signature === undefined) return name.startsWith("JX.") ? "w" : undefined;
  const { first, again } = signature;
  return first[index] ?? again[(index - first.length) % again.length] ?? "s";
}

export function readsDates(name: string): boolean {
  return dated.has(name);
}
