import webpack from "webpack";

const name = "EnrichFunctionsMetadata";

/** What the JSDoc generator cannot say: parameters carry Chinese names in the function wizard. Runs on the main
 * compilation only; html-webpack-plugin's own would emit the file a second time. */
export class EnrichFunctionsMetadata {
  /** @param {{ file: string, helpBase: string }} options helpBase: where the guide's pages stand. */
  constructor(options) {
    this.options = options;
  }

  apply(compiler) {
    const { file, helpBase } = this.options;
    compiler.hooks.thisCompilation.tap(name, (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER;
      compilation.hooks.processAssets.tap({ name, stage }, () => {
        const asset = compilation.getAsset(file);
        if (asset === undefined) return;
        const metadata = enrich(JSON.parse(asset.source.source().toString()), helpBase);
        compilation.updateAsset(file, new webpack.sources.RawSource(JSON.stringify(metadata, null, 2)));
      });
    });
  }
}

/** Pure part of it. Of the file's own switches none is kept: our functions take neither data types nor errors (an error
 * in an argument is passed on by Excel, as in its own functions), and Excel 2021 has crashed on a file with both. */
export function enrich(metadata, helpBase) {
  return {
    functions: metadata.functions.map((each) => ({
      ...each,
      helpUrl: new URL(`guide.html#${each.id.toLowerCase()}`, helpBase).href,
      parameters: each.parameters.map((parameter) => ({
        ...parameter,
        name: chineseName(parameter.description) ?? parameter.name,
      })),
    })),
  };
}

/** The description starts with the name: "各月执行率，小数或…" → 各月执行率. */
function chineseName(description = "") {
  return /^[\p{L}\p{N}]+/u.exec(description)?.[0] ?? null;
}
