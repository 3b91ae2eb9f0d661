import type { Token } from "./token";

/** Where the brackets end that stand behind points (得4分（被通报的不得分）): they are of those, not of what follows; else 0. */
export function remarkEnd(all: readonly Token[], from: number): number {
  const [token, before] = [all[from], all[from - 1]];
  if (token?.is !== "operator" || token.sign !== "(" || before === undefined || !endsPoints(before)) return 0;
  let depth = 0;
  for (let index = from; index < Math.min(all.length, from + longestRemark); index += 1) {
    const one = all[index];
    if (one?.is === "operator" && one.sign === "(") depth += 1;
    if (one?.is === "operator" && one.sign === ")") depth -= 1;
    if (depth === 0) return index + 1;
  }
  return 0;
}

/** In tokens; a longer one is no remark. */
const longestRemark = 100;

function endsPoints({ is }: Token): boolean {
  return (
    is === "consequence" ||
    is === "own" ||
    is === "veto" ||
    is === "end" ||
    is === "cap" ||
    is === "mostCut" ||
    is === "number"
  );
}

/** Whether an end or a cap is one of a case of its own: 存在虚报的扣完该项分值, 有投诉的最多扣3分. */
export function isOfCase(token: Token, condition: readonly Token[], text: string): boolean {
  return !endsFor(token, ownWords(condition, text)) || endsCase(token, condition, text);
}

/** What stands between the last comma and 扣完为止; of many words only the last ones. */
function ownWords(condition: readonly Token[], text: string): string {
  const last = condition.slice(-6);
  const own = last.slice(last.map(({ is }) => is).lastIndexOf("comma") + 1);
  return text.slice(own[0]?.from ?? 0, own.at(-1)?.to ?? 0);
}

/** Whether an end or a cap behind these words is one of all that is given or taken: 该项最多扣3分, 执行率超过100%的按100%计算. */
function endsFor({ is }: Token, own: string): boolean {
  return (
    /^(?:[本该此]项|根据[^,;。]{1,10}情况|最多|累计|合计|总计|直至|但)?$/u.test(own) ||
    (is === "cap" && /[率度值比例分额数量]$/u.test(own))
  );
}

/** 整改不到位，扣完该项分值; 项目延期，最多扣2分: nothing says that it is only the end of what is deducted. */
function endsCase({ is, from, to }: Token, condition: readonly Token[], text: string): boolean {
  const last = condition.slice(-6);
  const comma = last.map((token) => token.is).lastIndexOf("comma");
  if (!last.slice(0, Math.max(comma, 0)).some((token) => token.is === "word")) return false;
  const said = text.slice(from, to);
  return is === "mostCut" || (is === "end" && /分值|分数|满分/u.test(said) && !/[止至到]/u.test(said));
}
