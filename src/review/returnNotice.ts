import type { NewDocument } from "../workbook/newDocument";
import { noDepartment } from "./desk";
import type { KeptBook } from "./previousBook";

/** One letter, and what its file is named for. */
interface ReturnNotice {
  readonly department: string;
  readonly document: NewDocument;
}

type Cells = ReadonlyMap<string, string | number>;

/** 退回修改通知单: one for each department that has a ticked row in 问题清单, in the order of the sheet. */
export function returnNotices({ sheets }: KeptBook): readonly ReturnNotice[] {
  const forms = [...(sheets.get("汇总")?.rows ?? [])];
  const ticked = new Map<string, Cells[]>();
  for (const [key, cells] of sheets.get("问题清单")?.rows ?? []) {
    if (!isTicked(cells.get("退回修改"))) continue;
    const form = forms.find(([own]) => key.startsWith(`${own}|`))?.[1];
    const department = departmentOf(form, key);
    ticked.set(department, [...(ticked.get(department) ?? []), cells]);
  }
  return Array.from(ticked, ([department, rows]) => ({ department, document: notice(department, rows) }));
}

/** A form that names no department gets a letter of its own. */
function departmentOf(form: Cells | undefined, key: string): string {
  const named = textOf(form?.get("部门"));
  if (named !== "" && named !== noDepartment) return named;
  return named === "" ? (key.split("|")[0] ?? "") : `${noDepartment}${textOf(form?.get("文件"))}`;
}

/** √, 是, 1, x: any of them is a tick; 否, 0 are none. */
function isTicked(value: string | number | undefined): boolean {
  if (value === undefined) return false;
  return !/^(?:0|否|不|不退|无|×)$/u.test(String(value).trim());
}

function notice(department: string, rows: readonly Cells[]): NewDocument {
  const gravest = rows.filter((cells) => cells.get("等级") === "须更正").length;
  const must = gravest === 0 ? "" : `，其中${gravest}处须更正`;
  return {
    title: "绩效自评退回修改通知单",
    to: department,
    paragraphs: [
      `你单位报送的绩效自评表收悉。经复核，有${rows.length}处需要修改或者说明${must}，现予退回（详见下表）。`,
      "请对照下表逐项核对、修改，在“修改情况”一栏写明改了什么或者不改的理由，并附佐证材料，于    年    月    日前重新报送。",
    ],
    table: {
      columns: [
        { title: "序号", share: 5 },
        { title: "自评表、位置", share: 20 },
        { title: "复核发现", share: 30 },
        { title: "处理建议", share: 26 },
        { title: "修改情况", share: 19 },
      ],
      rows: rows.map((cells, index) => {
        const at = [textOf(cells.get("对象")), textOf(cells.get("指标（事项）")), textOf(cells.get("位置"))];
        const verdict = textOf(cells.get("认定意见"));
        return [
          String(index + 1),
          at.filter((part) => part !== "").join("，"),
          `${textOf(cells.get("复核发现"))}${textOf(cells.get("事实及判定"))}`,
          `${textOf(cells.get("处理建议"))}${verdict === "" ? "" : `复核意见：${verdict}`}`,
          "",
        ];
      }),
    },
    closing: ["联系人：            电话：            ", "（复核单位盖章）        ", "    年    月    日    "],
  };
}

function textOf(value: string | number | undefined): string {
  return value === undefined ? "" : String(value);
}
