/** How, by when, to which extent, by whose leave. The words of one line say the same; an answer without them says less. */
const qualifiers: readonly (readonly [asked: RegExp, said: RegExp])[] = [
  ...[
    /及时|[按准]时|[按如]期|限期|(?:规定|要求|约定)的?(?:时[间限段]|期限)|时限|[\d一二两三四五六七八九十](?:个)?(?:工作)?[日天月]之?[内前]|[延逾超误]期|延误|迟/u,
    /足额|全额/u,
    /全部|所有|全体|全面|全程|全覆盖|(?<!平)均(?![衡等匀值])|都(?![市会])/u,
    /过半|半数|多数|大部分|[一二两三四五六七八九]成/u,
    /连续/u,
    /第三方/u,
    /合法|依法|法律|法规/u,
    /规范|合规|依规|规定(?!的?(?:时[间限段]|期限))|符合/u,
    // 按计划, 一般事故: as laid down, and of that degree alone.
    /按(?![时期揭])|依照|遵照/u,
    /一般(?!公共|预算|性)/u,
  ].map((one) => [one, one] as const),
  ..."真实 完整 准确 有效 严格 定期 充分 科学 合理 独立 专人 书面 逐级 实时 动态 长期 一次性 首次 集中 统一 无害化 资源化 重复 重大 较大 严重 轻微"
    .split(" ")
    .map((word) => [new RegExp(word, "u"), new RegExp(word, "u")] as const),
  ..."审计 审定 审核 审批 审查 评审 批准 论证 公示"
    .split(" ")
    .map((word) => [new RegExp(`经(?![费济营常办])[^,]{0,10}${word}`, "u"), new RegExp(word, "u")] as const),
];
/** Where the first qualifier stands that the answer does not have. */
export function missingQualifier(own: string, label: string): number | null {
  const places = qualifiers.flatMap(([asked, said]) => (said.test(own) ? [] : [label.search(asked)]));
  const found = places.filter((place) => place >= 0);
  return found.length === 0 ? null : Math.min(...found);
}

/** Whether words say how, when or in which degree: what is called without them is less. */
export function isRestricted(words: string): boolean {
  return qualifiers.some(([asked]) => asked.test(words));
}

/** Its signs stand there in this order, whatever is between them. */
export function standsIn(words: string, text: string): boolean {
  let at = -1;
  return Array.from(words).every((sign) => (at = text.indexOf(sign, at + 1)) >= 0);
}
