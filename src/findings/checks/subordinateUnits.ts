import { normalizeName } from "../../form/normalizeName";
import { statedFigures } from "../../words/statedFigures";
import { inCell, type Check, type FindingContext, type Place } from "../finding";
import { namedFigures } from "../namedFigures";
import { reportPassages, sentencesOf } from "../passages";

/** Units below the department: 下属单位, 所属二级预算单位, 下设的事业单位. */
const units =
  "(?:所属|下属|直属|局属|下设|下级|二级|基层|独立核算|法人|预算|事业|行政|的|其他){1,4}(?:单位|机构)";
const below = new RegExp(units, "u");
/** Behind it nothing may be said of them: “没有下属单位逾期报送” is of units that are there. */
const ends = "(?=$|[，。；、,;）)]|(?:情况|情形)|(?:因此|所以|故))";
const none = [
  `(?:没有|无|不存在|[不未]涉及|[不未没]有?设(?:有|立|置)?|[未不](?=下设)|暂无|并无)${units}${ends}`,
  `${units}(?:[^，。；,;]{0,8})不涉及`,
  `(?:仅|只)(?:有|含|包括|设|为)?[局委办部门机关厅院]{0,3}本级(?:[1一][个家])?(?:预算)?(?:单位)?${ends}`,
  `(?:仅|只)(?:有|为|设)?[1一][个家](?:独立核算)?(?:预算|法人)?单位${ends}`,
].map((pattern) => new RegExp(pattern, "u"));

export const subordinateUnits: Check = {
  id: "subordinateUnits",
  title: "下属单位的绩效工作、报告里的单位个数与单位数一致",
  severity: "待核实",
  find: (context) => {
    const { form, rows } = context;
    const count = form.head.unitCount;
    if (count === null) return [];
    const inReport = saidOtherwise(context, count.value).map(({ at, words, value }) => ({
      at,
      other: inCell(count.at),
      subject: "单位数",
      essence: `${value}≠${count.value}`,
      what: `自评报告写“${words}”，自评表的单位数填${count.value}。`,
      why: "单位数决定下属单位要不要自评，报告与表应当对得上（下属单位不含本级，少1个的不提）。",
      todo: "请对照部门预算的单位名录核对，改正其中一处。",
    }));
    if (count.value <= 1) return inReport;
    const inRows = rows.flatMap(({ card, indicator, basis, ruleRow }) => {
      const fact = card.facts.find(({ spec }) => spec.key === ruleRow?.subordinates);
      if (!saysNone(basis ?? "") && fact?.value !== "不涉及") return [];
      return {
        at: inCell(indicator.basis?.at ?? card.at),
        other: inCell(count.at),
        subject: card.indicator,
        essence: String(count.value),
        what: `单位数填${count.value}，“${card.indicator}”却按没有下属单位处理。`,
        why: "有下属单位的，须组织下属单位开展单位整体支出绩效自评。",
        todo: "请核对单位数，或写明下属单位的绩效工作。",
      };
    });
    return [...inRows, ...inReport];
  },
};

const belowOnly = "(?:(?:下属|所属|直属|下辖|下设|二级|基层)的?)";
const plainly = "(?:预算|独立核算|基层|二级|的)*";
const has = "(?:总?共|现|合计|总计|共计)?(?:设有|有|设立?|下设|下辖|管理|由|包括|含|为|是)?:?(?:共|了)?";
/** Who has them: nobody named, or the department itself; 本市 is no department. Kinds of units (事业, 行政) are parts of all. */
const who = "((?:(?:20\\d\\d)?年[末底度])?[^,，]{0,30}?)(?:纳入[^,，]{0,16}范围的?|部门)?";
const inLabel = new RegExp(`^${who}(${belowOnly}*${plainly})单位(?:数量?|个数|总数)?${has}$`, "u");
const beforeCount = new RegExp(`^${who}(${has})(${belowOnly}*)(?:共有?|有|为)?$`, "u");
const behindCount = new RegExp(`^(${belowOnly}*${plainly})单位(?:组成|构成)?$`, "u");
const own = /^(?:[我本][局委办厅院校馆站所处队部门单位系统中心]{0,4}|目前|现)?$/u;

interface SaidCount {
  readonly at: Place;
  readonly words: string;
  readonly value: number;
}

/** How many units the report says there are, each other number once. */
function saidOtherwise(context: FindingContext, count: number): readonly SaidCount[] {
  const { department, year } = context.form.head;
  const name = normalizeName(department?.value ?? "");
  const said = namedFigures(reportPassages(context), year?.value ?? null).flatMap(
    (figure): SaidCount | [] => {
      if (figure.apart || !["个", "家"].includes(figure.unit)) return [];
      const { label, counted, value, text, passage } = figure;
      const bare = label.replace(/\([^()]{0,30}\)/gu, "");
      const one =
        counted === "" ? inLabel.exec(bare) : both(beforeCount.exec(bare), behindCount.exec(counted));
      if (one === null || !isOwn(one[1] ?? "", name)) return [];
      const isBelow = new RegExp(belowOnly, "u").test(`${bare}${counted}`);
      const fits = value === count || (isBelow && value === count - 1);
      return fits ? [] : { at: passage.at, words: `${label}${text}${counted}`, value };
    },
  );
  return said.filter(({ value }, index) => said.findIndex((other) => other.value === value) === index);
}

/** “我局共有5个单位” and “下设5个单位” say that there are so many; “3个单位” alone does not. */
function both(before: RegExpExecArray | null, behind: RegExpExecArray | null): RegExpExecArray | null {
  if (before === null || behind === null) return null;
  const [, , words = "", of = ""] = before;
  return words + of === "" ? null : before;
}

function isOwn(named: string, name: string): boolean {
  const words = normalizeName(named).replace(/^(?:20\d\d)?年[末底度]/u, "");
  return own.test(words) || (words.length >= 3 && name.includes(words)) || (name !== "" && words === name);
}

/** The words say that there are no units below, or count none. */
function saysNone(basis: string): boolean {
  const text = basis.normalize("NFKC").replace(/[^\S\n]+/gu, "");
  if (sentencesOf(text).some((sentence) => none.some((pattern) => pattern.test(sentence)))) return true;
  if (!below.test(text)) return false;
  return statedFigures(text).some(
    ({ value, unit, label, counted }) =>
      value === 0 &&
      ["个", "家"].includes(unit) &&
      (new RegExp(`${units}[^,，]{0,3}$`, "u").test(label) || new RegExp(`^${units}$`, "u").test(counted)),
  );
}
