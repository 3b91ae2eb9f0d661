import { normalizeName } from "../../form/normalizeName";
import { inCell, type Check, type FindingContext, type Found } from "../finding";
import { formPassages, sentencesOf } from "../passages";

/** Names of public bodies: the places that they are of, then what they do, then what they are. */
const place = String.raw`(?:\p{Script=Han}{2,7}?(?:省|市|区|县|旗|镇|街道))`;
const bureau = "局|委员会|厅|办公室|管委会|街道办事处";
const institution =
  "馆|院|所|中心|学校|大学|学院|中学|小学|幼儿园|站|总?队|宫|团|社|协会|联合会|基金会|办事处|管理处|服务处";
const named = `(${place}{1,4})(\\p{Script=Han}{0,16}?(?:${bureau}|${institution}))`;
/** The one that acts, at the start of a sentence. */
const acting = new RegExp(
  String.raw`^(?:\d{1,2}[.、]|[一二三四五六七八九十]是)?(?:20\d{2}年[,，]?)?${named}(?=已|按|严格|均|认真|全年|未|没有|共|建立|开展|组织|制定|印发|出台|修订|严控|积极)`,
  "u",
);
/** A paper that the department says it has made itself. */
const issued = new RegExp(
  String.raw`(?<!根据|按照|依据|转发|贯彻|落实)(?:印发|制定|制订|出台|修订|建立|编制)了?[《〈]${named}(?=\p{Script=Han}{2,40}[》〉])`,
  "u",
);
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
        .map((sentence) => nameIn(sentence, own))
        .find((name) => name !== null);
      return other == null ? [] : [told(at, label, other, context)];
    });
  },
};

function nameIn(sentence: string, own: string): string | null {
  const plain = normalizeName(sentence.slice(0, 400));
  const match = issued.exec(plain) ?? acting.exec(plain.slice(0, 80));
  const [, where = "", what = ""] = match ?? [];
  const name = where + what;
  if (match === null || isOwn(where, what, own)) return null;
  const isPaper = plain.charAt(match.index + match[0].length - name.length - 1) === "《";
  if (thirdParty.test(what) && !isPaper) return null;
  // A museum of the same place may be one of the department's own; one of the city acts in its districts.
  const isBureau = new RegExp(`(?:${bureau})$`, "u").test(what);
  return !isBureau && own.startsWith(where) ? null : name;
}

/** The short name of a bureau is its own, too; the same kind of bureau of another place is not. */
function isOwn(where: string, what: string, own: string): boolean {
  const name = where + what;
  return own.includes(name) || name.includes(own) || (own.endsWith(what) && own.includes(where));
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
