import { hundredGrades } from "../../criteria/grade";
import { numbered } from "../describe";
import type { Edition } from "../edition";
import { ambiguities } from "./ambiguities";
import { assetDataRows } from "./assetData";
import { assetRows } from "./assets";
import { budgetRows } from "./budget";
import { budgetExecutionRows } from "./budgetExecution";
import { checks } from "./checks";
import { contractRows } from "./contracts";
import { costRows } from "./costs";
import { disclosureRows } from "./disclosure";
import { managementRows } from "./management";
import { performanceRows } from "./performance";
import { procurementRows } from "./procurement";
import { specialFundRows } from "./specialFunds";
import { systemExecutionRows } from "./systemExecution";

/** The standard printed in 部门整体支出绩效自评表（2023年度）of Guangzhou: 28 rows, 100 分. */
export const guangzhou2023: Edition = {
  id: "guangzhou-2023",
  title: "广州市部门整体支出绩效自评评分标准（2023年度）",
  shortTitle: "2023年版",
  total: 100,
  grades: hundredGrades,
  ambiguities,
  ...checks,
  rows: numbered([
    ...performanceRows,
    ...specialFundRows,
    ...budgetRows,
    ...budgetExecutionRows,
    ...disclosureRows,
    ...managementRows,
    ...systemExecutionRows,
    ...procurementRows,
    ...contractRows,
    ...assetRows,
    ...assetDataRows,
    ...costRows,
  ]),
};
