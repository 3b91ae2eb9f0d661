const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Hands the browser a workbook, or a text of JSON, as a file of that name. */
export function downloadFile(content: Uint8Array | string, name: string): void {
  const [part, type] =
    typeof content === "string" ? [content, "application/json"] : [content.slice().buffer, workbookType];
  const url = URL.createObjectURL(new Blob([part], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}
