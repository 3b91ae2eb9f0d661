import type { Piece } from "../pieces";

const unmet = /[不未缺没无少]/u;
const fault = /存在|出现|发生|[有具][有备]?(?:下列|以下|上述)|问题|情[形况]|行为|现象|违/u;

/** 每缺少1项, 每有一项不符合: each printed item is a requirement, and a 否 costs. 存在下列问题的每项扣1分 prints faults, of which
 * a 是 does; where nothing says which they are, only their number is asked. */
export function isOfUnmet({ context, words, each }: Piece): boolean {
  const said = `${context}${words}${each?.words ?? ""}`;
  return unmet.test(said) && !fault.test(said);
}
