import { readFileSync } from "node:fs";
import js from "@eslint/js";
import tseslint from "typescript-eslint";
import hooks from "eslint-plugin-react-hooks";
import regexp from "eslint-plugin-regexp";
import officeAddins from "eslint-plugin-office-addins";

/** What each room of src may import: "below" is every room before it. A face (what a person starts) may import every
 * room, and of the other faces those in its list. */
const { rooms, faces } = JSON.parse(
  readFileSync(new URL("tests/structure/rooms.json", import.meta.url), "utf8"),
);
const lower = Object.keys(rooms);
const all = [...lower, ...Object.keys(faces)];
const allowed = {
  ...Object.fromEntries(
    Object.entries(rooms).map(([room, may]) => [
      room,
      may === "below" ? lower.slice(0, lower.indexOf(room)) : may,
    ]),
  ),
  ...Object.fromEntries(Object.entries(faces).map(([face, may]) => [face, [...lower, ...may]])),
};

const downwards = all.map((room) => {
  const forbidden = all.filter((name) => name !== room && !allowed[room].includes(name));
  const message = `Imports run downwards only; what ${room}/ may import: docs/architecture.md.`;
  return {
    files: [`src/${room}/**/*.{ts,tsx}`],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            { group: forbidden.map((name) => `**/${name}/*`), message },
            ...(room === "cli"
              ? []
              : [{ group: ["node:*", "fs", "path"], message: "Only cli/ touches the file system." }]),
          ],
        },
      ],
      // What is fetched only when it is wanted is imported all the same.
      "no-restricted-syntax": [
        "error",
        { selector: `ImportExpression[source.value=/\\/(${forbidden.join("|")})\\//]`, message },
      ],
    },
  };
});

export default tseslint.config(
  { ignores: ["node_modules", "dist", "dist-package", "dist-tests", "coverage", "screenshots"] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ["*.mjs", "*.js"] } } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "no-console": "error",
      "no-eval": "error",
      "no-control-regex": "off",
    },
  },
  { files: ["src/cli/**", "tests/bench/**", "scripts/**"], rules: { "no-console": "off" } },
  { files: ["**/*.{mjs,js,cjs}"], ...tseslint.configs.disableTypeChecked },
  {
    files: ["**/*.{mjs,js,cjs}"],
    languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly" } },
  },
  {
    // A search may take no longer than its text is long: what is read comes from anywhere.
    files: ["src/**/*.{ts,tsx}"],
    plugins: { regexp },
    rules: {
      "regexp/no-super-linear-backtracking": ["error", { report: "potential" }],
      "regexp/no-super-linear-move": ["error", { report: "potential" }],
    },
  },
  {
    files: ["src/{taskpane,workbench}/**/*.tsx"],
    plugins: { "react-hooks": hooks },
    rules: hooks.configs.recommended.rules,
  },
  {
    files: ["src/adapters/office/**/*.ts", "src/commands/**/*.ts"],
    plugins: { "office-addins": officeAddins },
    rules: Object.fromEntries(
      Object.keys(officeAddins.rules).map((name) => [`office-addins/${name}`, "error"]),
    ),
  },
  ...downwards,
);
