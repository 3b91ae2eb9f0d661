/** What a clause says of points: each word of it that gives or takes some. */
export type Consequence =
  /** 得2分, 计2分. */
  | { readonly gives: "points"; readonly points: number }
  /** 得80%分值; 满分 is the whole of it, 不得分 nothing, 得一半分 half. */
  | { readonly gives: "share"; readonly share: number }
  /** 得1-2分: a person picks. */
  | { readonly gives: "range"; readonly from: number; readonly to: number }
  /** 扣0.5分. */
  | { readonly gives: "cut"; readonly points: number }
  /** 扣权重分的5%. */
  | { readonly gives: "cutShare"; readonly share: number }
  /** 酌情扣分, 扣1-5分: a person says how much. */
  | { readonly gives: "judged" }
  /** 按比例得分. */
  | { readonly gives: "proportion" };

export type Sign = "<" | "≤" | ">" | "≥" | "=";

interface Place {
  readonly from: number;
  readonly to: number;
}

export type Token = Place &
  (
    | { readonly is: "consequence"; readonly what: Consequence }
    /** 本项得0分: nothing is left of the row or the part. */
    | { readonly is: "veto" }
    /** （2分）: the points of the item it stands in. */
    | { readonly is: "own"; readonly points: number }
    /** 扣完为止; of so many points where it says so. */
    | { readonly is: "end"; readonly points: number | null }
    /** 最高不超过20分. */
    | { readonly is: "cap"; readonly points: number | null }
    /** 最多扣3分. */
    | { readonly is: "mostCut"; readonly points: number }
    /** 不足1%的按1%计, 不足1%的不扣: whether a begun step counts. */
    | { readonly is: "begun"; readonly counts: boolean; readonly size: number; readonly unit: string }
    /** 本指标得分=: an arithmetic expression follows. */
    | { readonly is: "score" }
    /** 各占50%; 分别占30%、30%和40%. */
    | { readonly is: "shares"; readonly shares: readonly number[]; readonly all: boolean }
    | { readonly is: "number"; readonly value: number; readonly unit: string }
    | { readonly is: "compare"; readonly sign: Sign }
    /** 以上 and the like, behind a number. */
    | { readonly is: "behind"; readonly sign: Sign | "between" }
    | { readonly is: "included"; readonly included: boolean; readonly at: number | null }
    | { readonly is: "to" | "each" | "else" | "plusMinus" | "comma" | "stop" | "line" | "colon" | "dot" }
    | { readonly is: "operator"; readonly sign: "+" | "-" | "*" | "/" | "(" | ")" | "[" | "]" }
    /** 分值, 权重分: the points to be had. */
    | { readonly is: "weight" }
    | { readonly is: "word" }
  );
