/** Serves a folder on 127.0.0.1; resolves to its address and what stops it. Port 0: any free one. */
export function serve(
  folder: string,
  port?: number,
): Promise<{ readonly address: string; readonly close: () => Promise<unknown> }>;
