import type { Check, Found } from "../finding";
import { inCell } from "../finding";

const mobile = /(?<![\d.])1[3-9]\d(?:[\s-]?\d{4}){2}(?![\d.])/u;
const identity = /(?<!\d)\d{17}[\dXx](?![\dA-Za-z])/u;
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkLetters = "10X98765432";
const longestCell = 40_000;

/** A telephone or identity number in a form that will be published. Shown masked. */
export const privateNumbers: Check = {
  id: "privateNumbers",
  title: "公开的表里没有手机号、身份证号",
  severity: "待核实",
  find: ({ snapshot, form, annexes }) => {
    const sheets = new Set([form.sheet, ...annexes.map(({ sheet }) => sheet)]);
    const found: Found[] = [];
    for (const sheet of snapshot.sheets) {
      if (!sheets.has(sheet.name)) continue;
      for (const [row, cells] of sheet.rows) {
        for (const [column, { value }] of cells) {
          const number = numberIn(value);
          if (number === null) continue;
          found.push({
            at: inCell({ sheet: sheet.name, row, column }),
            subject: number.kind,
            essence: number.masked,
            what: `单元格里有${number.kind}（${number.masked}）。`,
            why: "自评表和自评报告随决算公开，不应含个人信息。",
            todo: "请删去，或只在内部材料里保留。",
          });
        }
      }
    }
    return found;
  },
};

function numberIn(value: unknown): { readonly kind: string; readonly masked: string } | null {
  const text = (typeof value === "string" ? value : typeof value === "number" ? String(value) : "")
    .slice(0, longestCell)
    .normalize("NFKC");
  if (text.length < 11) return null;
  const card = identity.exec(text)?.[0];
  if (card !== undefined && isIdentity(card))
    return { kind: "身份证号", masked: `${card.slice(0, 4)}…${card.slice(-2)}` };
  // A bare number in a cell is an amount or a code as well as a telephone.
  const phone = typeof value === "string" ? mobile.exec(text)?.[0] : undefined;
  return phone === undefined ? null : { kind: "手机号", masked: `${phone.slice(0, 3)}…${phone.slice(-2)}` };
}

/** GB 11643: a date inside, and the last character checks the others. */
function isIdentity(card: string): boolean {
  const month = Number(card.slice(10, 12));
  const day = Number(card.slice(12, 14));
  const year = Number(card.slice(6, 10));
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return false;
  const sum = weights.reduce((so, weight, index) => so + weight * Number(card.charAt(index)), 0);
  return checkLetters.charAt(sum % 11) === card.charAt(17).toUpperCase();
}
