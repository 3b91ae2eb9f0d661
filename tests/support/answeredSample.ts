import { readFileSync } from "node:fs";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { planScoring } from "../../src/edits/planScoring";
import { functionTable } from "../../src/functions/functionTable";
import { shippedFacts } from "./factsFile";
import { evaluated } from "./scored";

/** The blank sample with the shipped answers in 评分底稿, scored. */
export async function answeredSample(): Promise<Uint8Array> {
  const opened = openXlsx(readFileSync("samples/nansha-2023-blank.xlsx"), { functions: functionTable });
  if (!opened.ok) throw new Error(opened.problem.what);
  const given = shippedFacts("samples/nansha-2023.facts.json");
  const applied = await opened.value.apply(planScoring(evaluated(opened.value.snapshot(), { given })));
  if (!applied.ok) throw new Error(applied.problem.what);
  return opened.value.save();
}
