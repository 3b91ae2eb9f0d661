import js from "@eslint/js";
import tseslint from "typescript-eslint";
import hooks from "eslint-plugin-react-hooks";
import officeAddins from "eslint-plugin-office-addins";

/** What each room may not import: imports run downwards only. */
const faces = ["taskpane", "commands", "workbench", "cli", "functions"];
const rooms = {
  workbook: [
    "quantity",
    "form",
    "facts",
    "rules",
    "rubric",
    "scorecard",
    "findings",
    "edits",
    "adapters",
    ...faces,
  ],
  quantity: [
    "workbook",
    "form",
    "facts",
    "rules",
    "rubric",
    "scorecard",
    "findings",
    "edits",
    "adapters",
    ...faces,
  ],
  form: ["facts", "rules", "rubric", "scorecard", "findings", "edits", "adapters", ...faces],
  rules: ["form", "facts", "rubric", "scorecard", "findings", "edits", "adapters", ...faces],
  facts: ["rubric", "scorecard", "findings", "edits", "adapters", ...faces],
  rubric: ["form", "facts", "scorecard", "findings", "edits", "adapters", ...faces],
  scorecard: ["findings", "edits", "adapters", ...faces],
  findings: ["edits", "adapters", ...faces],
  edits: ["adapters", ...faces],
  adapters: ["quantity", "form", "facts", "rules", "rubric", "scorecard", "findings", "edits", ...faces],
  functions: [
    "form",
    "facts",
    "rubric",
    "scorecard",
    "findings",
    "edits",
    "adapters",
    "taskpane",
    "commands",
    "workbench",
    "cli",
  ],
};

const downwards = Object.entries(rooms).map(([room, forbidden]) => ({
  files: [`src/${room}/**/*.{ts,tsx}`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            group: forbidden.map((name) => `**/${name}/*`),
            message: "Imports run downwards only: see README 结构.",
          },
          { group: ["node:*", "fs", "path"], message: "Only cli/ touches the file system." },
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ["node_modules", "dist", "dist-package", "coverage", "screenshots"] },
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
