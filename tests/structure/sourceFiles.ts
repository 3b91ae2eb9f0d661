import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import ts from "typescript";

export interface SourceFile {
  /** "src/form/readForm.ts" */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** What it imports that is not there. */
  readonly missing: readonly string[];
  readonly exports: readonly string[];
  /** How often each identifier stands in it. */
  readonly words: ReadonlyMap<string, number>;
  /** What it cites that the repository does not have. */
  readonly citations: readonly string[];
}

interface Import {
  /** The file of this repository that is imported. */
  readonly path: string;
  /** "*": all of them. */
  readonly names: readonly string[];
}

/** Every TypeScript file of a folder with what it imports (types, and what is fetched later, too) and exports. */
export function sourceFiles(folder: string): readonly SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file).replaceAll("\\", "/"))
    .filter((path) => /(?<!\.d)\.m?tsx?$/u.test(path))
    .sort()
    .map(readSource);
}

function readSource(path: string): SourceFile {
  const text = readFileSync(path, "utf8");
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const missing: string[] = [];
  const words = new Map<string, number>();
  const add = (specifier: string, names: readonly string[]): void => {
    if (!specifier.startsWith(".")) return;
    const found = filesOf(join(dirname(path), specifier).replaceAll("\\", "/"));
    if (found === null) missing.push(specifier);
    else imports.push(...found.map((each) => ({ path: each, names })));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) words.set(node.text, (words.get(node.text) ?? 0) + 1);
    const specifier = specifierOf(node);
    if (specifier !== null) {
      add(specifier, ts.isImportDeclaration(node) ? importedNames(node.importClause) : ["*"]);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return {
    path,
    lines: text.split("\n").length - 1,
    imports,
    missing,
    exports: source.statements.flatMap(exportedNames),
    words,
    citations: citationsOf(text),
  };
}

/** What an import, an export from, import("…") or import(`…${name}.ts`) names; "*" for the part that is computed. */
function specifierOf(node: ts.Node): string | null {
  const named = ((): ts.Node | undefined => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal;
    const fetched = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
    return fetched ? node.arguments[0] : undefined;
  })();
  if (named === undefined) return null;
  if (ts.isStringLiteralLike(named)) return named.text;
  if (!ts.isTemplateExpression(named)) return null;
  return named.head.text + named.templateSpans.map(({ literal }) => `*${literal.text}`).join("");
}

/** "src/form/readForm" → its file, "src/findings/checks/*.ts" → those of the folder; null when there is none. What is
 * no TypeScript (data, scripts) gives an empty list. */
function filesOf(path: string): readonly string[] | null {
  if (path.includes("*")) {
    const [before = "", after = ""] = basename(path).split("*");
    return readdirSync(dirname(path))
      .filter((file) => file.startsWith(before) && file.endsWith(after))
      .map((file) => `${dirname(path)}/${file}`);
  }
  const found = [path, `${path}.ts`, `${path}.tsx`, `${path}.d.ts`].find(
    (each) => existsSync(each) && basename(each).includes("."),
  );
  if (found === undefined) return null;
  return /(?<!\.d)\.tsx?$/u.test(found) ? [found] : [];
}

function importedNames(clause: ts.ImportClause | undefined): readonly string[] {
  if (clause === undefined) return [];
  const bindings = clause.namedBindings;
  const named = ((): readonly string[] => {
    if (bindings === undefined) return [];
    if (ts.isNamespaceImport(bindings)) return ["*"];
    return bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
  })();
  return clause.name === undefined ? named : ["default", ...named];
}

function exportedNames(statement: ts.Statement): readonly string[] {
  if (ts.isExportDeclaration(statement)) {
    const clause = statement.exportClause;
    return clause !== undefined && ts.isNamedExports(clause)
      ? clause.elements.map(({ name }) => name.text)
      : [];
  }
  if (ts.isExportAssignment(statement)) return ["default"];
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  const has = (kind: ts.SyntaxKind): boolean => modifiers.some((modifier) => modifier.kind === kind);
  if (!has(ts.SyntaxKind.ExportKeyword)) return [];
  if (has(ts.SyntaxKind.DefaultKeyword)) return ["default"];
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const declares =
    ts.isFunctionDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isClassDeclaration(statement);
  return declares && statement.name !== undefined ? [statement.name.text] : [];
}

/** Pages that the repository has not, and numbered sections of texts whose name nobody can follow. */
function citationsOf(text: string): readonly string[] {
  const pages = Array.from(text.matchAll(/[\w/-]+\.md\b/gu), ([page]) => page).filter(
    (page) => !/(?:^|\/)LICENSE\.md$/u.test(page) && !existsSync(page),
  );
  const sections = Array.from(
    text.matchAll(
      /(?:working paper|domain|design|clauses|platform)[, ]+(?:section )?\d[\d.]*|底稿第\d+节/giu,
    ),
    ([section]) => section,
  );
  return [...pages, ...sections];
}
