import { harmlessWords } from "./harmlessWords";

/*
 * The language of these forms: which words change what a clause says. The longest word at a place counts, so that a word
 * that only looks like another ("未来", "补贴", "相应") is listed as harmless. What stands in no list is not understood.
 */

/** What a word does to its clause. */
export type WordKind =
  /** 没有、未: the clause denies. */
  | "not"
  /** 未发现、没有: there is none of what follows. */
  | "none"
  /** 仅、除、其余、部分: not the whole of it. */
  | "limit"
  /** 漏、晚、超、补: not as it should be, or not in time. */
  | "slip"
  /** 问题、违规: what one would rather not have. */
  | "bad"
  /** 成立、属实: a charge was upheld. */
  | "upheld"
  /** 拟、将、待: not yet. */
  | "plan"
  /** 应、须、要求各: a rule for somebody. */
  | "duty"
  /** 征求意见稿、废止: not in force. */
  | "draft"
  /** 下属单位、全市: somebody else. */
  | "others"
  /** 我局、本部门. */
  | "own"
  /** 局本级、货物类: a part of the whole. */
  | "part"
  /** 上年、往年. */
  | "past"
  /** 上半年、一季度. */
  | "season"
  /** 比上年、提高: a comparison. */
  | "change"
  /** 目标值、预期: what should be. */
  | "goal"
  /** 原因、由于: why. */
  | "reason"
  /** 改进措施、下一步: what will be done about it. */
  | "remedy"
  /** 得分、满分: talk of the score. */
  | "score"
  /** 均、全部: of all of them. */
  | "all"
  /** 通知、方案: a paper about it. */
  | "paper"
  /** 整改完毕、已缴清: something was wrong and is put right. */
  | "mended"
  /** 继续、进一步: it goes on getting better. */
  | "better"
  /** 根据、按照: what follows is a rule. */
  | "cite"
  /** 项目、合同: things that may be counted without harm. */
  | "thing"
  /** Looks like one of the others, and is none. */
  | "plain";

const words: Readonly<Record<WordKind, string>> = {
  not: "未 没 没有 无 不 非 否 勿 未能 未曾 从未 尚未 尚没有 还没有 仍没有 并没有 从没有 并未 还未 仍未 暂未 没能 无法 不能 不会 不再 并非 不是 难以 尚 仍",
  none: "未发现 没有发现 未查出 没有查出 未检查出 未发生 没有发生 无发生 未收到 没有收到 未接到 没有接到 未出现 没有出现 不存在 未指出 没有指出 未提出 未涉及 没有涉及 未有 未触发 未产生",
  limit:
    "不含 不包括 不包含 不计 不计入 未计入 未包括 未包含 未含 未纳入 仅 只 只有 仅有 除 除了 除外 剔除 扣除 其余 剩余 余下 部分 个别 少数 少量 极少 极少数 极少量 大多 大多数 多数 绝大多数 绝大部分 大部分 有的 基本 基本上 大体 大体上 大致 原则上 可能 或许 尽量 但 但是 然而 不过 以外 之外 另 另有 另外 尤其 暂 暂时",
  slip: "不够 不足 不到 不全 不完善 不到位 不健全 不及时 不完整 不准确 不规范 不符 不符合 不达标 不一致 不相符 缺乏 缺少 缺失 规定时间后 时间后 截止后 期限后 时限后 漏 遗漏 晚 晚于 迟 迟于 推迟 延迟 延期 延后 逾期 超期 超时 过期 超 超过 超出 超支 超标 超标准 超编 超编制 超预算 超范围 超限 滞后 落后 拖欠 拖延 补 补充 补报 补签 补办 补登 补做 补录 补交 补缴 后补 追补 回退 退回 驳回 返工 缺 缺口 缺项 缺漏 错 错报 错漏 误报 瞒报 少报 多报 重报 调整 更正 变更 取消 终止 中止 暂停 停止 撤销 撤回 推翻 失败 流标 剩 多出 闲置 未使用",
  bad: "问题 违规 违纪 违法 违反 投诉 举报 信访 事故 差错 错误 挪用 套取 冒领 截留 挤占 虚列 虚报 失职 缺陷 隐患 漏洞 纠纷 争议 处罚 通报批评 约谈 问责 遗留 盘亏 毁损 丢失 损失 流失 长期挂账 挂账 结转 结余 结转结余 整改 限期整改 整改意见 责令 瑕疵 短板 薄弱 不足之处 偏差 隐瞒 浪费 异常 长期未 停用 报废待 现象 重新",
  upheld: "成立 属实 查实 有责 被认定 认定为",
  plan: "拟 拟于 拟在 将于 将在 将会 将按 将随 将尽快 将逐步 将陆续 将对 将补 即将 正在 正修订 正制定 正起草 正编制 正办理 正研究 正筹备 正推进 正报批 正处理 正申请 待 尚待 有待 预计 力争 争取 逐步 计划于 计划在 计划建立 计划开展 计划制定 计划公开 计划完成 计划预留 计划支出 计划安排 计划采购 计划进行 计划年 计划下 计划20 打算 准备 筹备 着手 推进中 进行中 办理中 审议中 审核中 修订中 制定中 起草 草拟 起草中 报批 明年 次年 下年 下年度 下一年 下一年度 年后 从20 自20 酝酿 研究制定 尚在 仍在",
  duty: "应 应当 必须 须 需 需要 如 若 假如 假设 如果 要求各 要求我 要求达 要求于 要求在 要求所有 要求其 建议我 建议各 建议本 建议尽快 建议建立 建议制定 提议 责成 敦促 倡议各 务必 不得 不准 严禁 禁止 确保 督促 力求 保证",
  draft:
    "征求意见稿 征求意见 意见稿 初稿 草案 草稿 讨论稿 送审稿 试行稿 拟稿 废止 已废止 失效 作废 已失效 停止执行 过渡期 机构改革",
  others:
    "下属单位 局属单位 局属事业单位 局属学校 局属各单位 委属单位 委属事业单位 区属单位 市属单位 下属事业单位 直属事业单位 所属单位 下属预算单位 所属预算单位 直属单位 直属预算单位 二级单位 下级单位 基层单位 下属 所属 直属 其他单位 其他部门 兄弟单位 全市 全区 全省 全县 全国 全系统 区级 市级 省级 区财政局 市财政局 县财政局 省财政厅 上级部门 上级单位 主管部门 合作单位 第三方 施工单位 供应商 承租方 中标人 街道办 各街道",
  own: "我局 我委 我办 我院 我校 我厅 我中心 我镇 我街 我街道 我单位 我部门 我部 我会 我署 我处 我队 我馆 我站 我室 我所 本局 本委 本办 本院 本校 本厅 本中心 本镇 本街道 本部门 本单位 本级及 机关及 局机关及 各单位 各部门 全局 全委 全院 全校 全镇 部门整体",
  part: "局本级 本级 机关本级 委本级 局机关 委机关 本部 货物类 服务类 工程类 货物 基本支出 项目支出 人员经费 单位1 某 某个 某项 各别 试点 首批 第一批 一期 一审 二审 初审 一类 单类 单项",
  past: "上年 去年 上一年 上年度 上一年度 往年 以前年度 历年 此前 以往 原有 原来 曾 曾经 前期",
  season:
    "上半年 下半年 一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 前三季度 半年 季度 年中 截至目前",
  change:
    "比上年 较上年 较去年 比去年 同比 环比 提高 提升 增长 增加 减少 下降 降低 上升 压减 节约 从 由原来 比计划 比年初 比预算 较预算 比预留 少于 多于 四舍五入 相差 高出",
  goal: "目标值 目标为 目标是 目标设定 目标要求 目标: 年度目标的 预期 计划数 计划达到 标准值 指标值 拟达到 应达 应达到 须达 要求值 原定",
  reason:
    "原因 因 因为 由于 主要系 主要是 主要为 系因 原因为 原因是 未达标原因 扣分原因 失分原因 主要原因 未完成原因 偏差原因 受 所致 导致 影响",
  remedy: "改进措施 整改措施 下一步 今后 下阶段 接下来 后续 改进方向 改进计划 下步 举一反三",
  score: "得分 满分 自评 自评分 得 扣 扣分 计分 不得分 不扣分 零分 0分 分值 权重 评分 本项 此项 该项",
  all: "均 全部 都 所有 全 各 逐一 全数 无一例外",
  paper: "通知 方案 培训 会议 部署 动员会 工作要点 计划表 倡议",
  mended:
    "整改完毕 完成整改 整改到位 已整改 均已整改 缴清 已缴清 补齐 纠正 办结 复查 经整改 整改后 腾退 腾退后 催报 催办 催促 催缴 调账后 经复核 经复议 经协调 调整目标后 目标调整后",
  better: "继续 进一步 加强 持续 强化 深化 完善 优化 健全 加大 加快 提前谋划 做好 落实 严格",
  cite: "根据 按照 依据 按 对照 参照 遵照 依照",
  thing:
    "审计 检查 监督检查 专项检查 巡察 巡视 质疑 项目 合同 单位 指标 预警 制度 办法 文件 督办函 函 报告 报告表 材料 资料 通知书 公告 台账 次会议 附件 采购意向 意向 公司 科室 网站 自评表 目标表 佐证 采购 任务 职责 条例 中标 评价 预算 决算 说明",
  plain:
    "达到或超过 报区 报市 报县 报省 报财政 报上级 报局 报党组 不需要 不需 予以 决定 作出 做出 后续审计 后续检查 后续监督 后续发现 后续又 仍有效 仍然有效 仍在有效期 仍在执行 仍执行 仍适用 仍沿用 超额 超额完成 未来 未成年 不断 不仅 不但 不动产 不同 不少 不限 不限于 不予 不可 不可移动 不涉及 不适用 不低于 不高于 不超过 不少于 不大于 不小于 不晚于 不早于 不重复 无形资产 无人机 无障碍 无偿 无纸化 无线 无论 无缝 无须 无需 无锡 无害化 无疑 没收 非税 非涉密 非遗 非公 非公开 非物质 非常 非同级 非财政 非经营 否则 模拟 虚拟 待遇 接待 公务接待 招待 等待 对待 期待 补助 奖补 补贴 补偿 弥补 补充耕地 补选 补习 候补 补偿金 晚会 晚上 夜晚 超声 超前 超级 超市 超算 相除 拆除 消除 清除 解除 免除 排除 破除 除险 除尘 扫除 删除 防除 只要 只是 船只 仅供 相应 对应 适应 响应 回应 反应 供应 应急 应用 应收 应缴 应届 应对 应该公开 效应 感应 应付 应评估 应开展 应备案 应公开 应签订 必需品 需求 所需 急需 如期 如下 如实 如约 例如 比如 诸如 如何 若干 要求 按要求 按照要求 按时 按期 按规定 按年 按月 按季 平均 年均 月均 人均 均衡 均等 均值 分别 基本建设 基本养老 基本户 基本公共 基本情况 基本信息 基本医疗 基本农田 基本制度 部分类 部门 一般公共 一般公共预算 一般债券 计划生育 采购计划 工作计划 按计划 年初计划 年度计划 计划编制 支出计划 投资计划 可持续 可行 可靠 可用 可比 认可 许可 可研 可视 另行 主要领导 约定 预约 合约 节约型 条约 其中之一 全面 全年 全程 全覆盖 全过程 全口径 全流程 全员 安全 完全 齐全 各项 各类 各方 各级 各科室 各处室 各镇 各地 得到 取得 获得 值得 所得 扣完 得力 得当 心得 获得感 都市 首都 成立领导小组 成立工作 成立专 成立了 成立于 结果应用 核实性问题 问题导向 问题清单 整改情况 整改反馈 投诉渠道 投诉处理 投诉电话 信访维稳 违约金 错峰 错时 缺席 缺水 剩余价值 无违 无违规 无违纪 原值 原则 原件 原始 原料 高原 平原 草原 历史 从严 从而 从事 从业 从优 服从 其中 因地制宜 因素 因公 因此 因子 受理 受益 受众 接受 受到 受邀 享受 感受 难受 受助 承受 受控 受监 影响力 电影 一类费用 社区 超长期 超大 补短板 闲置资产盘活 调整后 调整预算 预算调整 账务调整 差旅 存在感 零差错 零投诉 零事故 序时进度 政策 执行率 执行情况 执行结果 预算执行 应税 试行 办法试行 修订后 不变 非招标 非进口 无差异 不相关 无关 无需整改 无扣分 无扣分事项 无误 不误 毫无 市本级 区本级 县本级 镇本级 无可 缺一不可 下一年度预算 下年度预算 次年预算 驳回投诉 不遗余力 未雨绸缪 供不应求 从无到有",
};

const things = words.thing.split(" ");

/** 采购项目, 评估报告: what is made of things that may be counted may be counted too. */
function isOfThings(word: string): boolean {
  return things.some((thing) => word.includes(thing));
}

/** By the length of a word, longest first, its kind. */
const kinds: ReadonlyMap<string, WordKind> = new Map([
  ...harmlessWords.split(" ").map((word) => [word, isOfThings(word) ? "thing" : "plain"] as const),
  ...(Object.keys(words) as WordKind[]).flatMap((kind) =>
    words[kind].split(" ").map((word) => [word, kind] as const),
  ),
]);
/** By the first sign of a word, how long such words are at most. */
const longest = new Map<string, number>();
for (const word of kinds.keys()) {
  longest.set(word.charAt(0), Math.max(longest.get(word.charAt(0)) ?? 0, word.length));
}

/** The longest word of the lexicon at this place. */
export function wordAt(
  text: string,
  at: number,
): { readonly kind: WordKind; readonly length: number } | null {
  const most = longest.get(text.charAt(at)) ?? 0;
  for (let length = Math.min(most, text.length - at); length > 0; length -= 1) {
    const kind = kinds.get(text.slice(at, at + length));
    if (kind !== undefined) return { kind, length };
  }
  return null;
}
