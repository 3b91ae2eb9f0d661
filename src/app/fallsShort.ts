import { labelParts } from "./labelMembers";
import { plainLabel } from "./plainLabel";
import { missingQualifier, standsIn } from "./qualifiers";

/** Names of the whole, whatever it consists of: 四项均符合, 是否符合要求, 报送情况. */
const wholes =
  /^(?:[^,]{0,4}项|以上|上述|全部|同时|均|都|已)*(?:符合|满足|达到|达标|做到|具备)(?:要求|规定|条件|标准)?$|(?:情况|结果)$/u;
const others = /^(?:以及|及|和|或)?其他|^等/u;
const late = /[不未无没](?:有|发生|出现|存在)?(?:[延逾超误]期|延误|延迟|迟|滞后)/u;
const timely = /及时|[按准]时|[按如]期/u;
/** One thing is held against another. */
const relation = /挂钩|结合|衔接|匹配|一致|相[符适关]/u;

/**
 * Whether an answer so named leaves out a part of a yes/no question, or how or to which extent it must be so: 专款专用 of
 * 设置专账核算,专款专用, 报送 of 全部按时报送. What it says may decide the question for all that: 否 to less is 否 to more.
 * @param label with its punctuation
 */
export function fallsShort(own: string, label: string, value: "是" | "否"): boolean {
  if (own === "" || own === plainLabel(label) || wholes.test(own)) return false;
  const { heading, parts } = labelParts(label);
  if (plainLabel(heading).includes(own)) return false;
  if (lacksPart(own, parts)) return true;
  const said = parts.filter((part) => !others.test(part) && !repeats(part, own)).join("");
  const at = missingQualifier(own, said);
  if (at === null) return false;
  const isDenied = (said.slice(0, at).match(/[不未无没]/gu)?.length ?? 0) % 2 === 1;
  return value === (isDenied ? "否" : "是");
}

/** Whether a figure is of less than the question: 未公开 of 未及时公开. */
export function isUnqualified(own: string, label: string): boolean {
  const { parts } = labelParts(label);
  const words = plainLabel(parts.find((part) => plainLabel(part).includes(own)) ?? label);
  return standsIn(own, words) && missingQualifier(own, words) !== null;
}

function lacksPart(own: string, parts: readonly string[]): boolean {
  const words = parts.map((part) => plainLabel(part).replace(/^已/u, ""));
  const isWhole = (part: string): boolean => part.includes(own) || own.includes(part) || overlap(part, own);
  const hasWhole = words.some(isWhole);
  return (
    words.length > 1 &&
    words.some(
      (part) =>
        !isWhole(part) &&
        !others.test(part) &&
        !repeats(part, own) &&
        (hasWhole || !own.includes(part.slice(-2))),
    )
  );
}

/** The answer begins within the part, or ends there: it goes over more than one. */
function overlap(part: string, own: string): boolean {
  const length = Math.max(4, Math.ceil(part.length / 2));
  return Array.from({ length: Math.max(0, part.length - length) }, (_, index) => length + index).some(
    (most) => own.startsWith(part.slice(-most)) || own.endsWith(part.slice(0, most)),
  );
}

/** A part that says the other again in other words: that nothing is late, that the opposite is not so, the same relation. */
function repeats(part: string, own: string): boolean {
  if (late.test(part) && (timely.test(own) || /率[^\d率]{0,8}\d/u.test(own))) return true;
  const [, denied = ""] = /^(?:不存在|没有|[未无]).*不([^不]{2})/u.exec(part) ?? [];
  if (denied !== "" && own.includes(denied)) return true;
  const shared = Array.from(part).filter((sign) => own.includes(sign)).length;
  return relation.test(part) && relation.test(own) && shared * 2 >= part.length;
}
