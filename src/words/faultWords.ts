/*
 * Words of a fault: what a cell says went wrong. Each list is the language of these forms, and ends where a word is as often
 * said of something good (超过, 调整, 结转): such a word tells of a loss only beside its bound.
 */

const acts =
  "公开 公示 备案 签订 签约 报送 上报 申报 填报 提交 上缴 缴入 缴库 入账 登记 归档 盘点 评估 自评 监控 反馈 整改 清理 处理 评审 建立 制定 出台 印发 支付 验收";
const short = "报 交 缴 签 办 记 登";

const lists = {
  /** Each tells of a loss as it stands. */
  fault:
    "账实不符 账账不符 账卡不符 不相符 不符 不符合 不一致 不达标 不合格 不及时 不到位 不完整 不准确 不规范 不健全 不完善 不全 缺失 遗漏 闲置 盘亏 毁损 丢失 流失 拖欠 拖延 " +
    "延期 延迟 延后 推迟 滞后 逾期 超期 超时 过期 超时限 超期限 超标 超标准 超编 超编制 超支 超预算 超范围 超限额 瞒报 虚报 少报 错报 误报 多报 错漏 挪用 套取 截留 挤占 虚列 违规 违纪 违法 违反 " +
    "挂账 长期未 达不到 难以满足 较难满足 不足之处 有待 尚待 待整改 落后于 被扣",
  /** Beside an act each tells that it was done too late or not at all: 迟报, 漏公开, 补签. */
  amiss: "迟 晚 漏 补 未及时 没及时",
  /** What is wrong where somebody found it or it is there. */
  found: "问题 情况 现象 隐患 漏洞 瑕疵 缺陷 差错 偏差 薄弱 薄弱环节 短板 不足 笔误 错误",
  finder: "存在 指出 发现 查出 反映 仍有 尚有 提出",
  /** Done to the department: 被退回, 受到通报批评. */
  suffered: "退回 回退 通报批评 约谈 问责 处罚 责令 扣分 驳回 点名",
  sufferer: "被 受到 收到 遭 遭到",
  /** How a thing has to be done: 未按时, 没有完成. */
  due: "提前 及时 按时 按期 按规定 按要求 按照 按标准 按程序 按 如期 如实 足额 达到 达标 达 完成 完全 全部 严格 到位 落实 履行 通过",
  act: acts,
  /** Whose duty such an act is. */
  paper: "制度 办法 规程 预算 决算 合同 报告 租金 收益 目标 材料 信息 资料 意向",
  /** More than there may be, or later: beside a bound. */
  over: "超过 超出 超 晚于 迟于 高于 晚 迟 大于",
  /** What bounds a time or an amount. */
  bound: "时间 时限 期限 日期 天数 限额 额度 标准 预算 控制数 上限 编制",
  /** So that it does not come to it. */
  prevent:
    "避免 防止 防范 杜绝 以免 预防 严防 谨防 规避 遏制 减少 降低 消除 制止 盘活 消化 化解 严禁 禁止 不得 不准 不许",
  /** What only somebody in charge does about the faults of others. */
  police: "查处 督促 指导 整治 取缔 打击 惩处 曝光 劝导 查获 立案 劝返 执法 惩戒 清退",
  /** The same, and what a department also does about its own. */
  supervise:
    "查处 督促 指导 整治 取缔 打击 惩处 曝光 劝导 查获 立案 劝返 执法 惩戒 清退 处罚 约谈 纠正 制止 处理 清理 退回 驳回 责令 通报",
  /** Whose faults those are. */
  others:
    "企业 商户 公司 个体户 门店 店铺 车辆 船舶 学校 机构 个人 人员 申请 申报人 产品 工地 建筑 违建 摊贩 用户 纳税人 业主 家庭 医院 药店 场所 网吧 司机 案件 行为 经营 排放 排污 占道",
  /** What a department does to those whose faults it counts. */
  watch:
    "检查 抽检 抽查 检测 监测 巡查 巡检 排查 查处 受理 评查 执法 走访 调研 发放 帮扶 监管 督办 摸排 接诉 普查",
  /** Who checks the department itself. */
  authority: "财政 审计 上级 巡察 巡视 主管 人大 纪委",
  /** Not yet, or never, its turn: 因涉密未公开, 未到付款期, 未达到公开招标限额. */
  undue: "涉密 不需 无需 不用 不必 免于 不适用 不涉及 不属于 不纳入 跨年 结转 框架 终止 取消 撤销 自用",
  condition: "如 若 如果 假如 假设 倘若 一旦 凡 凡是 是否 有无",
} as const;

type FaultList = keyof typeof lists;

const pieces = (list: FaultList): readonly string[] => lists[list].split(" ");

/** One of the words, the longest first, as a piece of a pattern. */
function oneOf(words: readonly string[]): string {
  return `(?:${[...words].sort((one, two) => two.length - one.length).join("|")})`;
}

/** Of every list, one of its words as a piece of a pattern. */
export const faultWords: Readonly<Record<FaultList, string>> = {
  ...(Object.fromEntries(
    (Object.keys(lists) as FaultList[]).map((list) => [list, oneOf(pieces(list))]),
  ) as Record<FaultList, string>),
  undue: `(?:${oneOf(pieces("undue"))}|(?:未|不)(?:达到?|超过|足)[^,]{0,8}(?:\\d[^,]{0,6}元|限额|起点|门槛|金额|规模)|不予|未到(?!位|账|岗|齐))`,
  amiss: `${oneOf(pieces("amiss"))}${oneOf([...acts.split(" "), ...short.split(" ")])}`,
};
