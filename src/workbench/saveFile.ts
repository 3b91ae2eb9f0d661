import type { Book } from "./createBook";

/** Hands the workbook to the browser as a download under its own name. */
export function saveFile(book: Book): void {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const url = URL.createObjectURL(new Blob([book.save().slice().buffer], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = book.name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}
