import type { Grade } from "./scorecard";

/** 优 90分≤得分≤100分；良 80分≤得分＜90分；中 60分≤得分＜80分；差 得分＜60分: where each grade begins, best first. */
export const gradeBounds: readonly { readonly grade: Grade; readonly from: number }[] = [
  { grade: "优", from: 90 },
  { grade: "良", from: 80 },
  { grade: "中", from: 60 },
  { grade: "差", from: 0 },
];
