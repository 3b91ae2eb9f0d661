import type { Edition, EditionRow, Topic } from "../editions/edition";
import type { CheckedRow } from "./finding";

/** The topics that a sentence names; a narrow one hides the wide one that holds it. */
export function topicsOf(text: string, { topics = [] }: Edition): readonly Topic[] {
  const named = topics.filter(({ words }) => new RegExp(words, "u").test(text));
  return named.filter(
    (topic) =>
      !named.some(
        (other) =>
          other !== topic &&
          other.rows.length < topic.rows.length &&
          other.rows.every((row) => topic.rows.includes(row)),
      ),
  );
}

export function rowsOf(topic: Topic, rows: readonly CheckedRow[]): readonly CheckedRow[] {
  return rows.filter(({ editionRow }) => editionRow !== null && topic.rows.includes(editionRow.id));
}

/** A row whose measure is the rates that were notified month by month. */
export function isMonthly(row: EditionRow): boolean {
  return row.bulletin !== undefined;
}

/** Words of a loss, a failure or a problem. */
const lossWords = new RegExp(
  [
    "扣[减除]?\\d|扣分|被扣|未能|未达|达不到|未按|不达标|未完成|不及时|不到位|未及时",
    "存在[^，。；]{0,20}(?:问题|情况|现象)|不足之处|有待|较难满足|难以满足",
    "尚未(?:处理|整改|处置)|[1-9]\\d{0,3}(?:个|项|份|次|笔|件|家|宗|台)[^，。；]{0,8}(?:未|没有)(?:公开|备案|签订|报送|上缴|登记|清理|整改|开展)",
    // Late, or longer than it may be.
    "滞后|逾期|超期|延迟|超过规定|[晚迟]了\\d|超(?:过|出)?(?:时限|期限)",
    "晚于[^，。；]{0,6}(?:规定|要求|期限)|(?:迟于|高于|超[出过])[^，。；]{0,6}(?:规定|要求|限定|法定)(?:的)?(?:时间|时限|期限|日期|天数)",
    "(?:超过|超出|超|晚|迟)了?\\d{1,3}个?(?:工作日|天|日|月|年)(?:仍|还|才|尚)?未",
    // More than the standard or the budget allows.
    "(?<!未|没有|不|无)(?:超标|超支|超预算|超出[^，。；]{0,8}标准|漏公开|超[过出][^，。；]{0,8}预算)",
    // What others found.
    "(?<!不|未)投诉(?:已)?(?:成立|属实)|经[^，。；]{0,4}属实|其中\\d{1,3}[件起宗例]成立",
    "被[^，。；]{0,8}(?:退回|回退)|(?:受到|被)[^，。；]{0,10}通报批评",
  ].join("|"),
  "u",
);
/** The same denied, counted as none, of an earlier year, or a duty: "未发现未及时处理", "未超期", "超期0份", "上年备案不及时". */
const denied = new RegExp(
  [
    "(?:未|没有|无|不)(?:曾|再|会)?(?:超期|逾期|延迟|滞后|超过|超时|晚于|迟于|高于|扣分|超标|超支|超预算|超出|漏公开)[^，。；]{0,12}",
    "(?:未|没有|无|不)(?:发现|存在|发生|出现|涉及|反馈|查出|收到)[^，。；]{0,40}",
    "(?:没有|无)未(?:能)?(?:及时|按)[^，。；]{0,20}|(?:没有|无|不)(?:扣分|被扣)|未被[^，。；]{0,20}|(?:未|没有)指出[^，。；]{0,40}",
    "(?:没有|无(?![法力从]))[^，。；]{0,12}(?:问题|情况|现象|情形|行为)|无一[^，。；]{0,12}|严禁[^，。；]{0,20}",
    // Counted, and there are none.
    "[^，。；\\d.]{0,20}(?:数|合同|项目|备案|记录)为(?:0|零)(?![\\d.])",
    "[^，。；\\d.]{0,20}(?<![\\d.])0(?:份|个|项|次|笔|起|件|家|宗|条)",
    "(?:上年度?|上一年度?|以前年度|往年|去年)[^，。；]{0,40}",
    // Duties and what is done so that it does not come to it.
    "[^，。；]{0,20}的[，,]?(?:每[^，。；]{0,6})?扣\\d|扣完为止|[^，。；]{0,30}(?:则|将|应)扣",
    "(?:以免|避免|防止|防范|杜绝)[^，。；]{0,30}",
    "(?:均|全部|已)[^，。；]{0,10}未超过[^，。；]{0,10}",
  ].join("|"),
  "gu",
);

/** A sentence without what it denies: "未发现不规范的情况" leaves nothing. */
export function undenied(sentence: string): string {
  return sentence.replace(denied, "");
}

/** The words of a loss in a sentence that are not denied; null for none. */
export function lossIn(sentence: string): string | null {
  return lossWords.exec(undenied(sentence))?.[0] ?? null;
}

const purchases = "(?:政府)?采购(?:项目|活动|业务|事项|行为|任务|需求|支出|计划|预算|合同)?";
/** What was not done ends there: "没有采购投诉", "不涉及质疑" speak of something else. */
const end = "(?=$|[，。；、：）,.;:)])";
const nothingBought = new RegExp(
  `(?:没有|未|无)(?:发生|开展|进行|组织|实施|签订)?过?(?:任何)?${purchases}${end}`,
  "u",
);
const notOfThese = new RegExp(
  `不涉及(?:[本此该][项类]?(?:指标|内容|事项|业务|情况)?)?(?:${purchases})?${end}`,
  "u",
);

/** Whether a row says that there was nothing to buy, or that it does not apply. */
export function saysNothingBought(text: string): boolean {
  const flat = text.replace(/\s+/gu, "");
  return nothingBought.test(flat) || notOfThese.test(flat);
}
