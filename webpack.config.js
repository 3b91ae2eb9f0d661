import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import CopyPlugin from "copy-webpack-plugin";
import FunctionsMetadata from "custom-functions-metadata-plugin";
import HtmlPlugin from "html-webpack-plugin";
import { EnrichFunctionsMetadata } from "./scripts/enrichFunctionsMetadata.mjs";
import { ListLicenses } from "./scripts/listLicenses.mjs";

/* npm run build -- --env url=https://表格服务器/jx/ --env office=self|cdn|21vianet */

const developmentUrl = "https://localhost:3000/";
const root = import.meta.dirname;

/** Where office.js comes from. Self-hosted unless told: an intranet reaches no CDN. Never committed: it is copied
 * from node_modules into the build, unmodified, as its licence asks. */
const officeHosts = {
  self: { src: null, origin: null },
  cdn: {
    src: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
    origin: "https://appsforoffice.microsoft.com",
  },
  "21vianet": {
    src: "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
    origin: "https://appsforoffice.cdn.partner.office365.cn",
  },
};

/** What a zh-CN or en-US Excel on Windows, Mac and the web asks of the folder of office.js. */
const officeFiles = [
  "office.js",
  "excel-win32-16.01.js",
  "excel-web-16.00.js",
  "excel-mac-16.00.js",
  "zh-cn/office_strings.js",
  "en-us/office_strings.js",
  "o15apptofilemappingtable.js",
  "telemetry/oteljs_agave.js",
];

export default function config(env = {}, argv = {}) {
  const production = argv.mode !== "development";
  const url = new URL(env.url ?? developmentUrl).href;
  const office = officeHosts[env.office ?? "self"];
  if (office === undefined) throw new Error(`--env office: ${Object.keys(officeHosts).join(", ")}`);
  const officeFolder = env.officeFolder ?? "office";
  const officeSource = office.src ?? `${officeFolder}/office.js`;
  const metadata = functionFiles();

  return {
    mode: production ? "production" : "development",
    // As tsconfig.json: every web view since Chromium 100 knows it.
    target: ["web", "es2022"],
    // No eval in either mode: the pages forbid it.
    devtool: production ? false : "source-map",
    entry: entries(),
    output: {
      path: path.join(root, "dist"),
      clean: true,
      // The manifest names functions.js, so this one keeps its name.
      filename: ({ chunk }) =>
        !production || chunk?.name === "functions" ? "[name].js" : "[name].[contenthash:8].js",
      chunkFilename: production ? "[name].[contenthash:8].js" : "[name].js",
      assetModuleFilename: "assets/[name].[contenthash:8][ext]",
    },
    resolve: { extensions: [".tsx", ".ts", ".js"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: {
            // Types are checked by npm test; here they are only taken off.
            loader: "ts-loader",
            options: { transpileOnly: true, compilerOptions: { noEmit: false } },
          },
        },
        { test: /\.css$/, type: "asset/source" },
      ],
    },
    plugins: [
      ...(metadata.length === 0
        ? []
        : [
            new FunctionsMetadata({ output: "functions.json", input: metadata }),
            new EnrichFunctionsMetadata({ file: "functions.json", helpBase: url }),
          ]),
      // One page is the whole shared runtime: pane, commands, functions.
      new HtmlPlugin({
        filename: "taskpane.html",
        template: "./assets/taskpane.html",
        chunks: ["functions", "taskpane"],
        chunksSortMode: "manual",
        scriptLoading: "blocking",
        inject: "body",
        hash: true,
        templateParameters: {
          officeSource,
          contentSecurity: contentSecurity(office.origin, production),
        },
      }),
      ...(existsSync(path.join(root, "src/workbench/main.tsx"))
        ? [
            new HtmlPlugin({
              filename: "workbench.html",
              template: "./src/workbench/workbench.html",
              chunks: ["workbench"],
              meta: {
                "content-security-policy": {
                  "http-equiv": "Content-Security-Policy",
                  content: contentSecurity(null, production),
                },
              },
            }),
          ]
        : []),
      new CopyPlugin({
        patterns: [
          { from: "assets/icon-*.png" },
          {
            from: "manifest.xml",
            transform: (content) => content.toString().replaceAll(developmentUrl, url),
          },
          {
            from: "docs/guide.html",
            transform: (content) => content.toString().replaceAll(developmentUrl, url),
          },
          { from: "docs/checks.html" },
          { from: "docs/guide/*", to: "guide/[name][ext]" },
          ...(office.origin === null ? officeCopies(officeFolder) : []),
        ],
      }),
      new ListLicenses({ root, copied: office.origin === null ? ["@microsoft/office-js"] : [] }),
    ],
    performance: { hints: false },
    // What two fetched parts share is fetched once; what stands in a page is in its entry, whole.
    optimization: { splitChunks: { chunks: "async" } },
    devServer: {
      port: 3000,
      server: developmentServer(),
      headers: { "Cache-Control": "no-store" },
      // The overlay and hot replacement bring inline scripts and sockets that the pages forbid.
      client: false,
      hot: false,
      liveReload: false,
    },
  };
}

function entries() {
  return {
    functions: "./src/functions/customFunctions.ts",
    // The ribbon's commands and the pane live in one page and share most of their code; what the functions of that page
    // have brought along is not loaded again.
    taskpane: { import: ["./src/commands/main.ts", "./src/taskpane/main.tsx"], dependOn: "functions" },
    workbench: "./src/workbench/main.tsx",
  };
}

/** Every file with custom functions; each is reachable from the functions entry (a test sees to that). */
function functionFiles() {
  const folder = path.join(root, "src/functions");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => path.join(folder, file))
    .filter((file) => readFileSync(file, "utf8").includes("@customfunction"));
}

/** Nothing may be loaded from, or sent to, anywhere else. Fluent UI writes its styles at run time. */
function contentSecurity(officeOrigin, production) {
  const scripts = ["'self'", ...(officeOrigin === null ? [] : [officeOrigin])].join(" ");
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src 'self'${production ? "" : " wss://localhost:3000"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function officeCopies(target) {
  const folder = path.join(root, "node_modules/@microsoft/office-js/dist");
  return officeFiles.map((file) => ({
    from: path.join(folder, file),
    to: `${target}/${file}`,
    info: { minimized: true },
  }));
}

/** Excel wants https. With certificates of office-addin-dev-certs where they are installed, else a self-signed one. */
function developmentServer() {
  const folder = path.join(
    process.env["HOME"] ?? process.env["USERPROFILE"] ?? "",
    ".office-addin-dev-certs",
  );
  const file = (name) => path.join(folder, name);
  if (!existsSync(file("localhost.crt"))) return "https";
  return {
    type: "https",
    options: { key: file("localhost.key"), cert: file("localhost.crt"), ca: file("ca.crt") },
  };
}
