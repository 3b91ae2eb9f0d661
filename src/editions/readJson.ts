/** JSON that a person wrote: its value, or in Chinese what is wrong and where. A name given twice is a fault, too. */
export function readJson(text: string): { readonly value: unknown } | { readonly fault: string } {
  if (/[\uFFFD\0]/u.test(text)) return { fault: "不是 UTF-8 编码，请用记事本“另存为”，编码选 UTF-8。" };
  // Notepad puts a byte order mark in front of UTF-8.
  const plain = text.replace(/^\uFEFF/u, "");
  const fault = faultIn(plain);
  if (fault !== null) return { fault: `不是 JSON：${placeOf(plain, fault.at)}${fault.says}。` };
  try {
    return { value: JSON.parse(plain) };
  } catch {
    return { fault: "不是 JSON：括号套得太深。" };
  }
}

interface Fault {
  readonly at: number;
  readonly says: string;
}

/** What may stand next. */
type Next = "value" | "valueOrEnd" | "name" | "nameOrEnd" | "colon" | "more" | "nothing";

const wanted: Readonly<Record<Next, string>> = {
  value: "应当是一个值：数、用英文双引号括起的文字、null、[ 或 {",
  valueOrEnd: "应当是一个值：数、用英文双引号括起的文字、null、[ 或 {",
  name: "应当是用英文双引号括起的名称",
  nameOrEnd: "应当是用英文双引号括起的名称",
  colon: "名称后面应当是英文冒号",
  more: "前面少一个英文逗号，或者括号没有配对",
  nothing: "是多余的内容",
};

const token =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)))/uy;
const blank = /[ \t\r\n]*/uy;

function faultIn(text: string): Fault | null {
  const open: (Set<string> | "[")[] = [];
  let next: Next = "value";
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (match === null) {
      blank.lastIndex = at;
      const from = at + (blank.exec(text)?.[0].length ?? 0);
      if (from < text.length) return { at: from, says: unknownAt(text, from, next) };
      return next === "nothing" ? null : { at: from, says: "文件没有写完" };
    }
    at = token.lastIndex;
    const [, sign, quoted] = match;
    const start = at - match[0].trimStart().length;
    const bad = { at: start, says: `的“${shown(match[0].trimStart())}”不对，${wanted[next]}` };
    const inside = open.at(-1);
    if (sign === "{" || sign === "[") {
      if (next !== "value" && next !== "valueOrEnd") return bad;
      open.push(sign === "[" ? "[" : new Set());
      next = sign === "[" ? "valueOrEnd" : "nameOrEnd";
    } else if (sign === "}" || sign === "]") {
      const fits = sign === "]" ? inside === "[" : typeof inside === "object";
      if (!fits || !(next === "more" || next === (sign === "]" ? "valueOrEnd" : "nameOrEnd"))) return bad;
      open.pop();
      next = open.length === 0 ? "nothing" : "more";
    } else if (sign === ",") {
      if (next !== "more") return bad;
      next = inside === "[" ? "value" : "name";
    } else if (sign === ":") {
      if (next !== "colon") return bad;
      next = "value";
    } else if (quoted !== undefined && typeof inside === "object" && /^name/u.test(next)) {
      const name = JSON.parse(quoted) as string;
      if (inside.has(name)) return { at: start, says: `的名称“${shown(name)}”重复` };
      inside.add(name);
      next = "colon";
    } else {
      if (next !== "value" && next !== "valueOrEnd") return bad;
      next = open.length === 0 ? "nothing" : "more";
    }
  }
}

function unknownAt(text: string, at: number, next: Next): string {
  const found = text.slice(at, at + 20).split(/[\s,:\]}]/u)[0] ?? "";
  if (found.startsWith('"')) return "起的文字没有用英文双引号结束，或者里面有换行、单独的“\\”";
  const width = /^[“”‘’，：［］｛｝【】]/u.test(found) ? "（标点要用英文的）" : "";
  return `的“${shown(found || text.charAt(at))}”不对${width}，${wanted[next]}`;
}

function placeOf(text: string, at: number): string {
  const lines = text.slice(0, at).split(/\r\n|\r|\n/u);
  return `第${lines.length}行第${(lines.at(-1)?.length ?? 0) + 1}个字符处`;
}

function shown(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}
