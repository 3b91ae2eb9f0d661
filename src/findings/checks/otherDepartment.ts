import { normalizeName } from "../../form/normalizeName";
import { inCell, type Check, type FindingContext, type Found } from "../finding";
import { formPassages, sentencesOf } from "../passages";

/** A department named as the one that acts: at the start of a sentence, in full, with its place. */
const subject =
  /^(?:\d{1,2}[.、]|[一二三四五六七八九十]是)?(?:20\d{2}年[,，]?)?((?:\p{Script=Han}{2,7}(?:省|市|区|县)){1,4}\p{Script=Han}{2,16}?(?:局|委员会|厅|办公室))(?=已|按|严格|均|认真|全年|未|没有|共|建立|开展|组织|制定|印发)/u;
/** Bureaus that rightly act in another department's form. */
const thirdParty = /财政|审计|税务|统计|纪委|监委|巡察|机关事务|政务服务|公共资源|国有资产/u;

/** A sentence copied from another department's form. */
export const otherDepartment: Check = {
  id: "otherDepartment",
  title: "文字里说的是本部门，不是别的部门",
  severity: "待核实",
  find: (context) => {
    const own = normalizeName(context.form.head.department?.value ?? "");
    if (own === "") return [];
    return formPassages(context).flatMap(({ at, label, text }) => {
      const other = sentencesOf(text)
        .map(nameIn)
        .find((name) => name !== null && !isOwn(name, own));
      return other == null ? [] : [told(at, label, other, context)];
    });
  },
};

function nameIn(sentence: string): string | null {
  const name = subject.exec(normalizeName(sentence.slice(0, 80)))?.[1];
  return name === undefined || thirdParty.test(name) ? null : name;
}

/** The short name of a bureau is its own, too. */
function isOwn(name: string, own: string): boolean {
  return own.includes(name) || name.includes(own) || own.endsWith(name.replace(/^.*[省市区县]/u, ""));
}

function told(at: Found["at"], label: string, other: string, { form }: FindingContext): Found {
  return {
    at,
    ...(form.head.department === null ? {} : { other: inCell(form.head.department.at) }),
    subject: label,
    essence: other,
    what: `${label}写的是“${other}”，本表的部门是“${form.head.department?.value ?? ""}”。`,
    why: "可能是从别的部门的材料里复制来的。",
    todo: "请核对，改写为本部门的情况。",
  };
}
