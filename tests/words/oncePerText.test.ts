import { expect, it } from "vitest";
import { oncePerText } from "../../src/words/oncePerText";

function counted(): { readonly of: (text: string) => object; readonly asked: string[] } {
  const asked: string[] = [];
  const of = oncePerText((text) => {
    asked.push(text);
    return { text };
  });
  return { of, asked };
}

it("works a text out once", () => {
  const { of, asked } = counted();
  expect(of("60场")).toBe(of("60场"));
  expect(of("61场")).toEqual({ text: "61场" });
  expect(asked).toEqual(["60场", "61场"]);
});

it("forgets what was used longest ago, not what was first", () => {
  const { of, asked } = counted();
  of("first");
  of("second");
  for (let index = 0; index < 1999; index += 1) {
    of(String(index));
    of("first");
  }
  asked.length = 0;
  of("first");
  of("1998");
  expect(asked).toEqual([]);
  of("second");
  expect(asked).toEqual(["second"]);
});

it("keeps no text of unusual length", () => {
  const { of, asked } = counted();
  const [usual, long] = ["长".repeat(8000), "长".repeat(8001)];
  for (const text of [usual, usual, long, long]) of(text);
  expect(asked).toEqual([usual, long, long]);
});
