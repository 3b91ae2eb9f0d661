/**
 * Things of which less is better: a bare target of theirs may be an upper bound that was not written. By what they are;
 * each list ends where its field does, and what is handled or lowered (below) is taken out again.
 */
const unwanted: readonly string[] = [
  // Complaints and quarrels.
  "投诉|舆情|上访|信访|来访|诉求|热线件|举报|纠纷|矛盾|争议|复议|诉讼|败诉|群体性|负面",
  // Accidents, crime, illness, disasters.
  "事故|死亡|伤亡|受伤|溺亡|溺水|自杀|发案|案发|火灾|火情|火警|失火|险情|灾情|受灾|损失|疫情|发病|患病|传染|感染|病死|致残|肇事|盗窃|诈骗|犯罪|重复犯|吸毒|酒驾|失踪|欺凌|突发事件|溢流|塌陷|坍塌|塌方",
  // Breaches and mistakes.
  "违规|违纪|违法|违章|违建|违停|违约|侵权|假冒|失信|失范|差错|失误|错误|出错|纠错|错误率|漏报|漏检|漏项|瞒报|缺陷|瑕疵|次品|废品|返工|返修|返厂|退货|退件|退回|不合格|不达标|扣分|问题数|问题率",
  // Losses on the way.
  "退学|辍学|流失|离职|辞职|空编|缺编|缺员|缺勤|旷工|空置|闲置|荒废|撂荒|弃管|烂尾",
  // Late, owed, piled up.
  "逾期|超期|超时|延期|延误|延迟|滞后|拖延|迟报|迟到|晚点|拖欠|欠薪|欠费|欠款|欠缴|欠账|坏账|呆账|负债|债务|赤字|亏损|亏空|结余|结转|沉淀|积压|积案|存量|库存|未[办结整完达处审销拨支还清化解]",
  // What grows where something goes wrong.
  "不良(?:贷款|资产|反应|事件|率)|复发|变更(?:率|次数|数)|药占比|耗占比|重复检查|基尼",
  // Want.
  "返贫|贫困|致贫|低收入|文盲|失业|无业|零就业|贫血|肥胖|近视|龋齿",
  // Pollution, and what is used up.
  "污染|排放|超标|浓度|噪声|噪音|黑臭|异味|异物|残留|渗漏|泄漏|泄露|漏损|漏水|漏点|漏电|破损|损坏|损毁|损耗|老化|危房|断裂|裂缝|积水|内涝|拥堵|堵塞|堵点|故障|停电|停水|中断|宕机|黑点|盲点|盲区|隐患|病害|病虫",
  "能耗|电耗|水耗|油耗|煤耗|耗[电水油能煤材]|碳强度|消耗|超支|超编|超载|超限|超出|超员|超概|控制率|控制数|重复率|查重率|偏差|误差|离散|不平衡|差距",
  // Rates named by one sign.
  "(?:[退失误错违漏损废坏死伤亡欠弃缺旷滞堵]|病(?![床历案例患]|[^，,；;、]?检出率))[^，,；;、]{0,3}率",
  // Time that something takes.
  "耗时|用时|时限|等待|等候|排队|候诊|响应时间|办理时间|处置时间|审批时间|周期|工期|天数(?<=(?:污染|超期|逾期|延误|雾霾)天数)",
  // Money that is spent.
  "成本|费用|经费|花费|造价|单价|租金|支出额|采购支出|维护费|运行费|管理费|[会务办公招待差旅印刷咨询物业培训劳宣]{1,2}费(?!用户)|公用支出",
];

/** Things of which less may be better, or more: used up, or put to use; illness that a screening finds. */
const used =
  "占用|占地|用地(?=面积|规模|量|指标)|使用量|用量|用[水电油煤药肥气纸]量|耗用|施用量|消费量|支出(?!率|进度|完成)|病[^，,；;、]?检出率";

/** Unless handling, lowering or preventing them is what is measured; "未整改", "不满意" do not handle it. */
const handled = new RegExp(
  "(?<![未不没无待])(?:处理|办理(?:率|数|量|件|及时)|办结|结案|破案|侦破|查处|查办|查获|整改|整治|治理|处置|处罚|答复|回复|回访|满意|完成|达标|" +
    "下降|降低|减少|压减|缩减|缩短|节约|节省|节能|减排|调解|化解|解决|消除|销号|清零|清理|清除|清运|清偿|清欠|拆除|取缔|打击|追回|追缴|收回|挽回|" +
    "偿还|兑付|盘活|培训|检查|排查|巡查|防治|防控|防范|预防|演练|宣传|救治|救援|帮扶|脱贫|摘帽|修复|抢修|疏通|疏浚)",
  "u",
);
/** The same where they stand behind it, as the head of its name: 疫情监测点, 事故救助人数; not 资助学生退学率. */
const head = new RegExp(
  "(?<![未不没无待])(?:合格|优良|反馈|协调|处分|巡检|监测|检测|监控|预警|教育|救助|救护|补助|补贴|资助|慰问|脱困|就业|安置|参保|参加|覆盖|维修|绿化|" +
    "改造|更新|提升|提高|增加|增长|回收|利用|循环|调查|普查|筛查|抽查|研究|分析|评估|鉴定|认定|登记|接待|服务|公开|识别|预测|" +
    "(?:支付|执行|受理|响应|及时|准时|准确|正确|保障|知晓)率|投入|筹集|到位|拨付|发放|保险|赔付|理赔|收入|收缴)",
  "u",
);

const less = new RegExp([...unwanted, "发生率"].join("|"), "gu");
const either = new RegExp(used, "gu");

/** Less of it is better, as far as its words say. */
export function isLessBetter(words: string): boolean {
  return isOpen(less, words);
}

/** Nobody can say from its words whether more or less of it is wanted. */
export function isEitherWay(words: string): boolean {
  return isOpen(either, words);
}

function isOpen(things: RegExp, words: string): boolean {
  const last = Array.from(words.matchAll(things)).at(-1);
  return last !== undefined && !handled.test(words) && !head.test(words.slice(last.index + last[0].length));
}
