import { readFileSync } from "node:fs";

/** The cases of tests/cases/NAME.json: one a line, so that one can be added without code (see CONTRIBUTING). */
export function readCases(name: string): unknown {
  return JSON.parse(readFileSync(`tests/cases/${name}.json`, "utf8"));
}
