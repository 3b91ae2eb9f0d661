/* Words beside a statement by which it is in doubt, not of this department, or harmless. */

/** "逾期0份". */
export const noneOfIt = /^(?:其中:?)?[^\d,]{0,12}0[项个份宗件笔起例条次]$/u;

/** The figures themselves are in doubt, or no more than a guess. */
export const doubted =
  /(?<![未没无不][^,]{0,6})(?:待[查核]|存疑|失实|要求更正|有出入|说法不|另有(?:说法|结论)|有争议|不明$|凑数|弄虚作假|照抄|估[算计]|推算|预估|数[据字](?:缺失|有误|不实))/u;

/** "审计由下属单位开展", "目前在下属单位试点": what was said is true of somebody else. */
export const byOthers =
  /(?:[由交托]|(?:[在于]|适用于))(?:下属|所属|直属|二级|下级|基层|其他|兄弟|各?街道)(?:预算)?(?:单位|部门|学校|医院)?[^,]{0,4}(?:开展|负责|实施|制定|建立|完成|办理|组织|承担|执行|试点|试行|适用|落实|报送|公开|反馈|处理|$)/u;

/** "经查不属实", "驳回": the charge came to nothing. */
export const dismissed =
  /不成立|不属实|查无实据|(?:不|未|没有)(?:予|获|被|得到|以){0,2}支持|驳回|[不未]予(?:受理|采纳)|(?:缺乏|没有|无)(?:事实|法律|相关){0,2}依据|撤诉|撤[回销]了?投诉/u;

/** "其中3项为货物类", "其中5项超额完成", "其中12项均按时公开": it adds to what was said. */
export const plainDetail =
  /均|全部|^\)?$|^[为是]?[货物服务工程类、]{2,}\)?$|^(?:已|提前|超额|按时|及时|按期|如期|按规定)*(?:完成|公开|达标|签订|备案|支付|拨付|处理)?\)?$/u;
