import js from "@eslint/js";
import tseslint from "typescript-eslint";
import hooks from "eslint-plugin-react-hooks";
import officeAddins from "eslint-plugin-office-addins";

/** Rooms from the lowest up; each imports from those before it, except where `only` says less. */
const rooms = [
  "workbook",
  "quantity",
  "words",
  "form",
  "rules",
  "criteria",
  "clause",
  "facts",
  "rubric",
  "editions",
  "scorecard",
  "findings",
  "edits",
  "reports",
  "adapters",
  "functions",
  "app",
];

/** Faces stand side by side on app/; the workbench shows the pane beside its sheet. */
const faces = ["taskpane", "commands", "workbench", "cli"];
const embeddings = { workbench: ["taskpane"] };

const only = {
  quantity: [],
  words: ["quantity"],
  rules: ["workbook", "quantity"],
  criteria: ["workbook", "quantity", "words"],
  clause: ["workbook", "quantity", "words", "rules", "criteria"],
  rubric: ["workbook", "quantity", "rules"],
  editions: ["workbook", "quantity", "rules", "criteria", "rubric"],
  adapters: ["workbook"],
  functions: ["workbook", "quantity", "rules", "criteria", "clause"],
};

/** What each room may not import, however: imports run downwards only. */
const downwards = [...rooms, ...faces].map((room) => {
  const below = only[room] ?? rooms.slice(0, faces.includes(room) ? rooms.length : rooms.indexOf(room));
  const allowed = [room, ...below, ...(embeddings[room] ?? [])];
  const forbidden = [...rooms, ...faces].filter((name) => !allowed.includes(name));
  const message = "Imports run downwards only: see README 结构.";
  const nodeMessage = "Only cli/ touches the file system.";
  return {
    files: [`src/${room}/**/*.{ts,tsx}`],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            { group: forbidden.map((name) => `**/${name}/*`), message },
            ...(room === "cli" ? [] : [{ group: ["node:*", "fs", "path"], message: nodeMessage }]),
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
