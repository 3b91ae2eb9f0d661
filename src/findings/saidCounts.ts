import { inCell, type CheckedRow, type Found } from "./finding";
import type { Passage } from "./passages";

const indicators = String.raw`(\d{1,3})[个项](?:三级|末级|具体|评价|自评|绩效)*指标(?:中|里|当中)?,?(?:共?有|其中)?,?`;
const full = new RegExp(
  String.raw`${indicators}(\d{1,3})[个项](?:指标)?(?:均|都)?(?:已|能)?(?:获得?|得到?|取得|评为|为|是|达到?)?了?满分`,
  "u",
);
const lost = new RegExp(
  String.raw`${indicators}(\d{1,3})[个项](?:指标)?(?:有|存在|被|出现)?(?:扣分|失分|丢分|(?:未|没有?)(?:能)?(?:得|获得?|达到?)满分)`,
  "u",
);

/** 28项三级指标中26项得满分: so many have full marks, where the count of all says that all are meant. */
export function saidCounts(passages: readonly Passage[], rows: readonly CheckedRow[]): readonly Found[] {
  const [first] = rows;
  return passages.flatMap((passage): readonly Found[] => {
    if (first === undefined || !/满分|[扣失丢]分/u.test(passage.text)) return [];
    const plain = passage.text.normalize("NFKC").replace(/\s+/gu, "");
    const sides = [
      { hit: full.exec(plain), right: rows.filter((row) => row.full).length, words: "得满分" },
      { hit: lost.exec(plain), right: rows.filter((row) => row.lost).length, words: "没有得满分" },
    ];
    return sides.flatMap(({ hit, right, words }): readonly Found[] => {
      if (hit === null || Number(hit[1]) !== rows.length || Number(hit[2]) === right) return [];
      return [
        {
          at: passage.at,
          other: inCell(first.card.at),
          subject: "各项指标",
          essence: `${words}${hit[2] ?? ""}≠${right}`,
          what: `自评报告写“${hit[0]}”，自评表${rows.length}项指标里${right}项${words}。`,
          why: "报告与表的得分应当一致。",
          todo: "请核对得分，改正其中一处。",
          right: `${right}项`,
        },
      ];
    });
  });
}
