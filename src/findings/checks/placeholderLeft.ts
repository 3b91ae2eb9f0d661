import { inCell, type Check, type FindingContext } from "../finding";
import { allPassages, shortened, type Passage } from "../passages";

/** A sign that holds the place of a name or a number: XX单位, 20××年, ***局, X号, ___份. */
const standIn = "[XxＸ×✕＊*○〇●_]";
const held = new RegExp(
  [
    `(?<![\\dA-Za-z.])${standIn}{2,6}(?=[\\p{Script=Han}〔\\[（(《]|[%％]|$)`,
    `(?<=20)${standIn}{2}(?=年)`,
    `(?<![\\dA-Za-z.×✕*])${standIn}(?=[年月日号份项个名万元%％])`,
    `〔${standIn}{1,4}〕`,
  ].join("|"),
  "u",
);
/** What the template asks for: （请填写…）, （此处说明…）. */
const asked =
  /[（(【[](?:请|此处|这里|此栏|本栏|需要?|应当?|可)(?:在此|逐项|具体|简要|详细|如实|按[^）)】\]]{0,6})?(?:填写|填报|说明|注明|写明|描述|简述|概述|列明|列出|补充|填入)[^）)】\]]{0,60}[）)】\]]|^(?:请|此处|本栏)(?:在此|逐项|具体|简要|详细|如实)?(?:填写|填报|说明|写明|描述|简述|列明|补充)/u;
/** What it gives as an example. */
const example = /^[（(【[]?(?:例如?|示例|样例|举例|范例|参考示例|填写示例)[：:）)】\]]/u;
/** What the writer meant to come back to. */
const later =
  /[（(【[]?(?:待补充?|待填写?|待完善|待核实|待确认|未完待续|略)[）)】\]]|(?:待补充|待填写|待完善)[。；;]?$/u;

/** Words of the template, or of a draft, in the place of the department's own. */
export const placeholderLeft: Check = {
  id: "placeholderLeft",
  title: "没有留下模板的示例、填写说明和占位的符号",
  severity: "待核实",
  find: (context) =>
    [...allPassages(context), ...annexPassages(context)].flatMap(({ at, label, text }) => {
      const plain = text.slice(0, longest);
      const left = [held, asked, example, later].flatMap((pattern) => pattern.exec(plain) ?? [])[0];
      if (left === undefined) return [];
      const from = Math.max(0, plain.indexOf(left) - 10);
      const words = shortened(plain.slice(from, from + 30).trim());
      return {
        at,
        subject: label,
        essence: words,
        what: `${label}里留有模板或草稿的文字：“${words}”。`,
        why: "示例、填写说明和占位的符号不是本部门的情况，审核时会退回。",
        todo: "请换成本部门的实际情况；不需要的删去。",
      };
    }),
};

const longest = 20_000;

function annexPassages({ annexRows }: FindingContext): readonly Passage[] {
  return annexRows.flatMap(({ name, row }) =>
    [
      { text: String(row.actual.content ?? ""), at: row.actual.at, title: "实际完成值" },
      ...(row.shortfall === null
        ? []
        : [{ text: row.shortfall.value, at: row.shortfall.at, title: "未完成原因" }]),
    ].map(({ text, at, title }): Passage => ({
      at: inCell(at),
      label: `“${name}”的${title}`,
      text,
      from: "basis",
    })),
  );
}
