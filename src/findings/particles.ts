/**
 * Function words of one sign. `closed`: signs before it that make a word which may end a sentence (目的, 节约); `open`:
 * a word that something has to follow (针对, 由于); `behind`: signs after it that make a word (对口, 和谐).
 */
const particles: Readonly<Record<string, { closed?: string; open?: string; behind?: string }>> = {
  及: { closed: "不未所涉普波顾遍危推", open: "以", behind: "时格" },
  与: { closed: "参给赋授", behind: "会否" },
  为: { closed: "行作人有无成", open: "认因较", behind: "民期了何" },
  在: { closed: "存所内现外潜实", open: "正旨", behind: "线职校建编岗册读库场地途" },
  对: { closed: "核应校比配反相绝面", open: "针", behind: "口象外比接策应方照待话账标" },
  由: { closed: "理事案自缘来", open: "经", behind: "于此" },
  向: { closed: "方意导志趋去走动", behind: "上下前导" },
  比: { closed: "占同环评对类价配分", behind: "例较重如率对" },
  并: { closed: "合归兼", behind: "且未非购联轨" },
  还: { closed: "归偿退返", behind: "有是款贷" },
  均: { closed: "平人年月日户", behind: "衡等" },
  从: { closed: "服听跟", behind: "业事而严重" },
  是: { closed: "求国", open: "但于", behind: "否" },
  较: { closed: "比相计", behind: "大好高低上多少" },
  和: { closed: "总温缓饱调祥平中", behind: "谐平解睦" },
  或: { open: "抑", behind: "者许" },
  的: { closed: "目标端", behind: "确" },
  将: { closed: "健大", open: "即必", behind: "来军" },
  以: { closed: "可难得足", open: "予加", behind: "及上下内外来后前便免" },
  把: { closed: "一", behind: "握关手控" },
  被: { closed: "植", behind: "告动" },
  于: { open: "由对关属基位用处大小等低高不在", behind: "是" },
  且: { open: "并而况" },
  其: { closed: "极", open: "尤与", behind: "他它中实次余" },
  该: { closed: "应" },
  各: {},
  每: {},
  第: {},
  不: { behind: "断足" },
  未: { behind: "来" },
  再: { behind: "次度" },
  也: { behind: "许" },
  已: { closed: "而得", behind: "经" },
  都: { closed: "首成古" },
  仅: { open: "不" },
  约: { closed: "节合签预制契条违履公集大", behind: "束谈定" },
  达: { closed: "表下传到直发送通抵", behind: "到成标" },
  共: { closed: "公总一", behind: "同计建享" },
};
/** Only ever behind what it belongs to: it may end a sentence. */
const final = { 了: { open: "为除", closed: "明", behind: "解" } };

/** The text ends in a function word: something is to follow. */
export function endsOpen(text: string): boolean {
  const last = text.at(-1) ?? "";
  const own = particles[last];
  return own !== undefined && !isIn(own.closed, text.at(-2));
}

/** 仅仅, 每每 are words of their own. */
const reduplicated: ReadonlySet<string> = new Set("仅每");

/** The sign at `at` is a function word and stands twice, and neither of the two is part of another word. */
export function isDoubledParticle(text: string, at: number): boolean {
  const sign = text.charAt(at);
  const own = particles[sign] ?? (sign === "了" ? final.了 : undefined);
  if (own === undefined || text.charAt(at + 1) !== sign || reduplicated.has(sign)) return false;
  const before = text.charAt(at - 1);
  return !isIn(own.closed, before) && !isIn(own.open, before) && !isIn(own.behind, text.charAt(at + 2));
}

function isIn(signs: string | undefined, sign: string | undefined): boolean {
  return sign !== undefined && sign !== "" && (signs ?? "").includes(sign);
}
