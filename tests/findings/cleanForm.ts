import type { SheetSnapshot, Snapshot } from "../../src/workbook/snapshot";
import { setCell } from "../support/memoryWorkbook";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { exampleSnapshot, type ExampleAnnexRow } from "./exampleBook";

const sheet = "部门整体支出绩效自评表";

/** 评分依据 that answers what the clause asks, with figures, documents, reasons and measures, by row. */
const basis: Readonly<Record<number, string>> = {
  14: "2项产出指标均达到目标值，完成率100%，详见附件。",
  15: "效益指标完成率为96.6%。未达标原因：受经济形势影响，就业困难人员就业率未达到目标。改进措施：下一步将加强就业援助。",
  16: "财政部门通报3月至12月各月执行率均达到100%，年度平均执行率为100%。",
  17: "专项资金1项产出指标、1项效益指标均达到目标值，完成率100%，详见附件。",
  18: "专项资金支出数416.08万元，下达数416.08万元，支出进度为100%。",
  20: "年末结转和结余1193.24万元，结余结转率为2.9%。",
  22: "2023年2月20日公开2023年部门预算，2023年10月10日公开2022年部门决算，均在批复后20日内，检查未发现问题。",
  23: "绩效目标已随部门预算按时公开，绩效自评资料已随决算按时公开。",
  24: "已印发《绩效管理办法》（穗南人社〔2022〕5号），明确本级使用资金的绩效要求和各科室、下属单位的职责分工；已印发《就业专项资金管理办法》（穗南人社〔2022〕8号），体现绩效管理要求。",
  25: "监控预警均已及时处理；没有被列为重点评价的项目；已建立评价结果与预算安排挂钩机制。",
  26: "部门整体绩效目标未被财政部门回退；已开展绩效监控并及时报送材料；已开展绩效自评，已组织下属单位自评并及时报送材料。",
  27: "应公开采购意向42项，已公开42项，采购意向100%公开。",
  29: "已印发《政府采购内部控制管理办法》（穗南人社〔2021〕12号）。",
  31: "签订合同36份，均在30日内签订，及时率为100%。",
  35: "本年度未发生资产处置，没有对外出租资产，无处置收益和租金。",
  36: "已完成2023年资产盘点，盘点结果已按规定处理。",
  37: "国有资产年报数据完整、准确，核实性问题均已说明，资产账与财务账相符，账实相符。",
  38: "已印发《国有资产管理办法》（穗南人社〔2020〕3号），各类检查未发现资产管理问题。",
  39: "在用固定资产4812.6万元，固定资产总额4995.17万元，利用率为96.3%。",
  40: "公用经费实际支出398.42万元，预算安排431.5万元，控制率为-7.67%。",
  41: "“三公”经费实际支出18.76万元，预算安排25.3万元。",
};

/** The filled Nansha form with every fault of domain list 2 mended, and its two annexes. */
export async function cleanNansha(): Promise<Snapshot> {
  let book = await sampleSnapshot("samples/nansha-2023.xlsx");
  const put = (row: number, column: number, value: string | number): void => {
    book = setCell(book, { sheet, row, column }, { value });
  };
  const goals = book.sheets[0]?.rows.get(7)?.get(3)?.value;
  put(7, 3, `${String(goals)}82.5%。`.replace("就业困难人员就业率96.8%", "就业困难人员就业率93.2%"));
  put(
    8,
    3,
    "就业困难人员就业率93.2%，未达到目标。原因：受经济形势影响，岗位需求减少。改进措施：下一步将加强就业援助。",
  );
  put(12, 10, 2941.48);
  for (const [row, text] of Object.entries(basis)) put(Number(row), 10, text);
  for (let row = 14; row <= 41; row += 1) put(row, 11, `佐证材料${row - 13}：2023年相关文件、台账`);
  const department = annexSheet("部门整体支出绩效指标完成情况表", [
    { name: "举办公益性招聘会场次", target: "≥120场", actual: "128场" },
    { level2: "质量指标", name: "仲裁结案率", target: "≥95%", actual: "99.87%" },
    { level1: "效益指标", level2: "社会效益", name: "应届毕业生就业率", target: "≥95%", actual: "98.23%" },
    { level1: "效益指标", level2: "社会效益", name: "就业困难人员就业率", target: "100%", actual: "93.2%" },
  ]);
  const fund = annexSheet("专项资金（一级项目）绩效指标完成情况表", [
    { name: "发放补贴人数", target: "≥4000人", actual: "4677人" },
    { level1: "效益指标", level2: "社会效益", name: "补贴及时发放率", target: "≥95%", actual: "100%" },
  ]);
  return { ...book, sheets: [...book.sheets, department, fund] };
}

function annexSheet(title: string, rows: readonly ExampleAnnexRow[]): SheetSnapshot {
  const made = exampleSnapshot({ annex: rows }).sheets[1];
  if (made === undefined) throw new Error("no annex");
  const named = new Map(made.rows);
  named.set(2, new Map([[1, { value: title }]]));
  return { ...made, name: title, rows: named };
}
