import { formatPoints } from "../../scorecard/formatPoints";
import type { FocusCriteria, FocusEntry } from "../focusList";

const usual = "综合位次居前";

/** Why a form stands in the list. */
export function focusReason(entry: FocusEntry, criteria: FocusCriteria): string {
  const { form, relations, amountPlace, doubtPlace, drawn, placeInOwner } = entry;
  const { named } = criteria;
  const parts = [
    criteria.amount > 0 && amountPlace >= named ? `金额居前（${shown(form.amount ?? 0)}万元）；` : "",
    criteria.doubt > 0 && doubtPlace >= named
      ? `疑点居前（须更正${form.mustFix}处，待核实${form.toVerify}处，横向比对${relations}条，差异${shown(Math.abs(form.difference))}分）；`
      : "",
    criteria.draw > 0 && drawn >= named ? "随机抽中；" : "",
    placeInOwner <= criteria.least ? "部门名额；" : "",
  ];
  const said = parts.join("");
  return said === "" ? usual : said;
}

/** The same as a formula. */
export function poolReason(
  ref: (key: string) => string,
  criterion: (name: keyof FocusCriteria) => string,
): string {
  const when = (weight: keyof FocusCriteria, place: string, text: string): string =>
    `IF(AND(${criterion(weight)}>0,${ref(place)}>=${criterion("named")}),${text},"")`;
  const amount = when("amount", "amountPlace", `"金额居前（"&TEXT(${ref("amount")},"0.00")&"万元）；"`);
  const doubt = when(
    "doubt",
    "doubtPlace",
    `"疑点居前（须更正"&${ref("mustFix")}&"处，待核实"&${ref("toVerify")}&"处，横向比对"&${ref("relations")}&"条，差异"&TEXT(ABS(${ref("difference")}),"0.00")&"分）；"`,
  );
  const draw = when("draw", "drawn", `"随机抽中；"`);
  const least = `IF(${ref("placeInOwner")}<=${criterion("least")},"部门名额；","")`;
  const said = `${amount}&${doubt}&${draw}&${least}`;
  return `IF(LEN(${said})=0,"${usual}",${said})`;
}

function shown(value: number): string {
  return formatPoints(value, 2);
}
