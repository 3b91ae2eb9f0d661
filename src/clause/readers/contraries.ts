import { labelWords } from "../built";

/** What is so, and the word for its being otherwise: there is nothing between the two. */
const contraries: readonly (readonly [praised: RegExp, missing: RegExp])[] = [
  [
    /[按及准]时|[按如]期|(?:时限|期限|工期)内|规定时间|[日月底末]之?[内前]/u,
    /逾期|超期|延期|迟[报交缴]|延误|拖延|超过?时限|未[按及准]时|未[按如]期|不及时/u,
  ],
  [/完整|齐全|健全/u, /缺[失少项漏]|漏[项报]|遗漏/u],
  [/合[规法]|规范|符合/u, /违[规法反]/u],
  [/真实|准确|一致|相符/u, /失真|虚假|差错|错误|有误/u],
  [/应([\u4e00-\u9fff])尽\1/u, /应([\u4e00-\u9fff])未\1/u],
  [/专款专用/u, /挪用|截留|挤占/u],
  [/控制在[^,;。]*内$/u, /^超[过出支]?/u],
];
/** What may stand beside the word without naming another thing. */
const beside =
  /存在|发现|发生|出现|有|[未不没]|上述|以上|相关|规定|要求|问题|情况|情形|行为|现象|专项|资金|等|的|[,、]/gu;

const degree = /\d天?|严重|多次|重大|长期|较|连续/gu;

/** 按时报送, 逾期报送: of one thing only, and of the same; by degrees of it (严重逾期) the two leave something between. */
export function contraryTo(praise: string, denial: string): "denied" | "less" | null {
  const [own, said] = [labelWords(praise), labelWords(denial)];
  const [only, ...more] = contraries.filter(([good]) => good.test(own));
  if (only === undefined || more.length > 0 || !only[1].test(said)) return null;
  if (/并|且|基本|较/u.test(own) || !own.split(/[、,]/u).every((part) => only[0].test(part))) return null;
  const rest = said.replace(new RegExp(only[1].source, "gu"), "").replace(beside, "");
  if (!Array.from(rest.replace(degree, "")).every((sign) => own.includes(sign))) return null;
  return rest.search(degree) < 0 ? "denied" : "less";
}
