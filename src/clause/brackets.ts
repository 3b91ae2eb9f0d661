import type { Token } from "./token";

const grades = /^(?:[^,;。]{0,8}为)?(?:优秀?|良好?|中等?|差|较差|一般|合格|不合格|[很较]?好|[A-D])$/u;

/** 优（≥95%）: the grade is only what the stretch is called. A stretch of points is that of another marking. */
export function insideGrade(
  condition: readonly Token[],
  text: string,
  read: (clause: readonly Token[], text: string) => { readonly percent: boolean } | null,
): readonly Token[] {
  const [grade, open, close] = [condition[0], condition[1], condition.at(-1)];
  if (
    grade?.is !== "word" ||
    open?.is !== "operator" ||
    open.sign !== "(" ||
    close?.is !== "operator" ||
    close.sign !== ")" ||
    !grades.test(text.slice(grade.from, grade.to))
  )
    return condition;
  const inner = condition.slice(2, -1);
  return read(inner, text)?.percent === true ? inner : condition;
}

/** 预算调整率（绝对值）≤5%: words in brackets behind words belong to the name. */
export function remarkIn(clause: readonly Token[], text: string): readonly Token[] {
  const isSign = (token: Token | undefined, sign: string): boolean =>
    token?.is === "operator" && token.sign === sign;
  const open = clause.findIndex((token, index) => isSign(token, "(") && clause[index - 1]?.is === "word");
  const close = clause.findIndex((token, index) => index > open && isSign(token, ")"));
  const inner = clause.slice(open + 1, close);
  const isWords = open > 0 && close > open && inner.every(({ is }) => is === "word" || is === "dot");
  return isWords && !excepts(clause.slice(0, open), inner, text) ? clause.slice(open, close + 1) : [];
}

/** 控制率≤100%的（经批准的除外）: behind a bound it is not the name that is made narrower, but for whom the bound holds. */
function excepts(before: readonly Token[], inner: readonly Token[], text: string): boolean {
  const said = text.slice(inner[0]?.from ?? 0, inner.at(-1)?.to ?? 0);
  return (
    before.some(({ is }) => is === "number") && /除外|例外|不受|另[有行计]|经[^,;。]{1,8}的$/u.test(said)
  );
}
