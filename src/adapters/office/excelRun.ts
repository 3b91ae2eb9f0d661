/** How work reaches Excel: Excel.run of office.js, or the same function of a client loaded for a test. */
export type ExcelRun = <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;
