import { oncePerText } from "../../words/oncePerText";
import { readTokens } from "../../words/readTokens";
import { hasKind } from "../../words/tokenKinds";
import { isNil } from "../passages";
import type { Check } from "../finding";

const cause =
  /因(?!此|而)|由于|原因|受[^，。；]{1,20}影响|导致|造成|鉴于|系(?!统|列|数)[^，。；]{1,30}所致|(?:未达标|未完成|未全部完成|扣分|偏低|偏慢|滞后)主?要?(?:系|是|在于)|故障|不可抗力|困难|制约|调整|(?<!厉行)节约|节支|(?:因此|因而|所以|故)(?:被)?扣|(?:差额|差异|偏差|未支[出付]|未完成)[^，。；]{0,16}[是为系属](?!\d)/u;
/** What will be done another time: 以后提前核对, 下年细化预算; no sum that goes over to it. */
const another =
  /(?:(?<!结转|转入|递延)(?:至|到)?(?:下一?年度?|明年|来年|下次)|以后(?!年度|到期)|今后|后续)(?![^，。；]{0,6}(?:支付|支出|使用|列支|结转|到期|执行完毕))[^，。；]{0,4}\p{Script=Han}{3}/u;
const measure =
  /下一步|今后|下阶段|改进|整改|措施|将[^，。；]{0,12}(?:加强|完善|提高|优化|督促|落实|加快|推动|规范|建立|健全)|加强|已督促|计划于|拟(?![定合稿订])\p{Script=Han}|(?:20\d\d年|明年|下年度?)起|进一步/u;

const saidIn = oncePerText((words) => {
  const tokens = readTokens(words);
  return {
    cause: cause.test(words) || hasKind(tokens, ["reason"]),
    measure: measure.test(words) || another.test(words) || hasKind(tokens, ["remedy"]),
  };
});

/** A lost point needs a cause and a measure in the department's own words; what we computed is neither. */
export const lossCause: Check = {
  id: "lossCause",
  title: "每处扣分都写了未达标原因和改进措施",
  severity: "待核实",
  find: ({ rows, form }) =>
    rows.flatMap(({ card, lost, basis, ruleRow, atBasis }) => {
      if (!lost || basis === null || isNil(basis)) return [];
      // For what the annex of the department gives, the head of the form has a place of its own.
      const inHead = ruleRow?.annex?.kind === "department" ? (form.head.shortfall?.value ?? "") : "";
      const words = `${basis}\n${inHead}`;
      const title = form.reasonTitle;
      const lacking = [
        // In a column of reasons every word is one.
        ...(saidIn(words).cause || title !== null ? [] : ["未达标原因"]),
        ...(saidIn(words).measure || title?.includes("措施") === false ? [] : ["改进措施"]),
      ];
      if (lacking.length === 0) return [];
      const named = lacking.join("和");
      return {
        ...atBasis,
        essence: `缺${named}`,
        what: `“${card.indicator}”扣了分，评分依据里没有写${named}。`,
        why: "本栏要求写评分依据、未达标原因、改进措施；计算得出的扣分说明不能代替。",
        todo: `请补写${named}。`,
      };
    }),
};
