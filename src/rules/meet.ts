import { ours } from "./formulaText";
import type { Scale } from "./measuredRule";

/** 达标得满分: all or nothing. */
export function meetScale(clause: string): Scale<boolean> {
  return {
    title: "达标得满分",
    score: ({ value }, { weight }) => ({ points: value ? weight : 0, clause, remarks: [] }),
    formula: (expression, { dialect, weight }, typed) => {
      if (dialect === "addin") return ours("MEETSCORE", expression, weight);
      return typed
        ? `IF(${expression}="是",${weight},IF(${expression}="否",0,NA()))`
        : `IF(${expression},${weight},0)`;
    },
  };
}
