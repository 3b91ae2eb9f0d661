import { describe, expect, it } from "vitest";
import { checks } from "../../src/findings/checks";
import { findingsOf } from "./exampleContext";

describe.each(checks.map((check) => [check.title, check] as const))("%s", (_, check) => {
  it("两面的例子都有", () => {
    expect(check.examples.some(({ finds }) => finds > 0)).toBe(true);
    expect(check.examples.some(({ finds }) => finds === 0)).toBe(true);
  });

  it.each(check.examples.map((example) => [example.title, example] as const))("%s", (_title, example) => {
    const found = findingsOf(check, example.book);
    expect(found.map(({ what }) => what)).toHaveLength(example.finds);
    for (const { what, why, todo, subject } of found) {
      expect(what).toMatch(/。$/u);
      expect(why).toMatch(/。$/u);
      expect(todo).toMatch(/。$/u);
      expect(subject).not.toBe("");
    }
  });
});

describe("检查清单", () => {
  it("编号不重复，只用字母", () => {
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
    for (const { id } of checks) expect(id).toMatch(/^[a-zA-Z]+$/u);
  });
});
