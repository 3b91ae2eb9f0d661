import type { FactSpec } from "../../src/criteria/fact";
import type { ExampleAsk } from "../../src/criteria/kind";

/** A fact that an example asks; where a clerk finds it is nothing that an example shows. */
export function exampleAsk(...[kind, key, label, question, unit]: ExampleAsk): FactSpec {
  return { key, label, kind, unit: unit ?? (kind === "answer" ? "是／否" : ""), source: "", question };
}
