/** What each marked button is for, in the order of the way. */
export const tourSteps = [
  ["计算得分", "空白的得分格写入公式，扣分处标出并写明原因，缺的数据列进“评分底稿”。改了数据再点一次。"],
  ["补充", "缺的数据列在一页，一格一格填，回车到下一格；后面的数是还有几项。"],
  ["核对", "从评分依据里摘出来的数要您过目：看引文，对的打勾，不对的改。"],
  ["自查", "报送前查一遍：合计、前后矛盾、缺的佐证，每处都能点到单元格，能稳妥改的先看后改。"],
  ["报送版", "另存一份只有填报内容的文件；本表不变，随时可以“恢复原表”。"],
] as const;

const storage = "jx-tour";

/** Whether somebody has begun the first tour in this browser. Where nothing may be kept, nobody has. */
export function isTourSeen(): boolean {
  try {
    return localStorage.getItem(storage) !== null;
  } catch {
    return false;
  }
}

/** Keeps that it was begun, where that is allowed. */
export function keepTourSeen(): void {
  try {
    localStorage.setItem(storage, "seen");
  } catch {
    // It is offered the next time, too.
  }
}
