import { hundredGrades } from "../rules/grade";
import { assetRows } from "./assetRows";
import { budgetRows } from "./budgetRows";
import { contractRows } from "./contractRows";
import { costRows } from "./costRows";
import { disclosureRows } from "./disclosureRows";
import { managementRows } from "./managementRows";
import { performanceRows } from "./performanceRows";
import { procurementRows } from "./procurementRows";
import { editionTraits, rowTraits } from "./rowTraits";
import type { Rubric } from "./rubric";

/** The standard printed in 部门整体支出绩效自评表（2023年度）of Guangzhou: 28 rows, 100 分. */
export const guangzhou2023: Rubric = {
  id: "guangzhou-2023",
  title: "广州市部门整体支出绩效自评评分标准（2023年度）",
  total: 100,
  grades: hundredGrades,
  ...editionTraits,
  rows: [
    ...performanceRows,
    ...budgetRows,
    ...disclosureRows,
    ...managementRows,
    ...procurementRows,
    ...contractRows,
    ...assetRows,
    ...costRows,
  ].map((row, index) => ({ ...row, ...rowTraits[row.id], number: index + 1 })),
};
