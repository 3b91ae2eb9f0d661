import type { Book } from "./createBook";

/** Hands the workbook to the browser as a download under its own name. */
export function saveFile(book: Book): void {
  downloadFile(book.save(), book.name);
}

/** Hands a new file to the browser. */
export function downloadFile(bytes: Uint8Array, name: string): void {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const url = URL.createObjectURL(new Blob([bytes.slice().buffer], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}
