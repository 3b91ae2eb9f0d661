export interface Sample {
  /** File name. */
  readonly name: string;
  readonly title: string;
  readonly url: string;
}

/** The forms that come with the page; the first one is opened at the start. */
export const samples: readonly Sample[] = [
  {
    name: "nansha-2023-blank.xlsx",
    title: "南沙区自评表（未评分）",
    url: new URL("../../samples/nansha-2023-blank.xlsx", import.meta.url).href,
  },
  {
    name: "nansha-2023.xlsx",
    title: "南沙区自评表（已填报得分）",
    url: new URL("../../samples/nansha-2023.xlsx", import.meta.url).href,
  },
  {
    name: "city-2023-blank.xlsx",
    title: "市级部门自评表（未评分）",
    url: new URL("../../samples/city-2023-blank.xlsx", import.meta.url).href,
  },
];
