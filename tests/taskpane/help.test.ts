import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import product from "../../package.json";
import { releaseNotes } from "../../src/taskpane/helpContent";
import { shortcutIntent } from "../../src/taskpane/paneKeys";
import { startState, type PaneState } from "../../src/taskpane/paneState";
import { readShortcut, sayShortcut, shortcutNames, shortcuts } from "../../src/taskpane/shortcuts";
import { evaluated } from "../support/scored";
import { sampleSnapshot } from "../support/sampleSnapshot";

describe("更新内容", () => {
  test("就是 CHANGELOG.md 里本版本的要点，一条不差", () => {
    const [, newest = ""] = readFileSync("CHANGELOG.md", "utf8").split(/^## /mu);
    expect(newest.split("\n")[0]).toContain(product.version);
    const part = /^### 要点\n([^#]*)/mu.exec(newest)?.[1] ?? "";
    const lines = part.split(/^- /mu).slice(1);
    expect(lines.map((line) => line.replace(/\n\s*/gu, "").trim())).toEqual(releaseNotes);
    expect(releaseNotes.length).toBeGreaterThan(3);
  });
});

const press = { code: "KeyS", altKey: true, shiftKey: true, ctrlKey: false, metaKey: false };

describe("快捷键", () => {
  test("只认 Alt+Shift 加字母；另按着 Ctrl（AltGr 也是）、⌘ 的不算", () => {
    expect(readShortcut(press)).toBe("score");
    expect(readShortcut({ ...press, code: "KeyN" })).toBe("next");
    expect(readShortcut({ ...press, code: "KeyX" })).toBeNull();
    expect(readShortcut({ ...press, ctrlKey: true })).toBeNull();
    expect(readShortcut({ ...press, metaKey: true })).toBeNull();
    expect(readShortcut({ ...press, shiftKey: false })).toBeNull();
  });

  test("各是各的字母，不用浏览器占着的", () => {
    const letters = shortcutNames.map((name) => shortcuts[name].letter);
    expect(new Set(letters).size).toBe(letters.length);
    expect(letters.filter((letter) => "ABIT".includes(letter))).toEqual([]);
  });

  test("下一步就是该做的那一步；没有读到表、正在写的时候不算分，帮助总能打开", async () => {
    const { scorecard } = evaluated(await sampleSnapshot("samples/city-2023-blank.xlsx"));
    const ready: PaneState = { ...startState, phase: "ready", scorecard };
    expect(shortcutIntent("next", ready)).toEqual({ kind: "score" });
    expect(shortcutIntent("next", { ...ready, written: true })).toEqual({ kind: "showFill" });
    expect(shortcutIntent("score", { ...ready, busy: true })).toBeNull();
    expect(shortcutIntent("list", ready)).toEqual({ kind: "showList" });
    expect(shortcutNames.map((name) => shortcutIntent(name, startState))).toEqual([
      null,
      null,
      null,
      { kind: "help", open: true },
    ]);
  });

  test.each(["README.md", "docs/guide.html"])("%s 里都写着", (page) => {
    const text = readFileSync(page, "utf8");
    expect(shortcutNames.map(sayShortcut).filter((keys) => !text.includes(keys))).toEqual([]);
  });
});
