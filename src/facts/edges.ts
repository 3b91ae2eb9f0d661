import type { Place } from "./findHits";

const title = /《[^《》]{1,80}》/gu;
/** 车辆内部管理规程, 工程采购内控制度, 安全监控预警: the name of something narrower. */
const qualified =
  /(?<![、和及与])(车辆|公车|公务用车|合同|财务|食堂|档案|采购|企业|工程|后勤|印章|保密|公文|人事|考勤|安全|消防|信息化|设备)(?:管理)?(?:的)?(?:政府)?(?:内部(?:管理|控制)|采购内|内控|监控预警|(?:专项)?检查(?:中|时)?(?:均)?[未没]|(?:行政事业性)?国有资产)/gu;
/** What has other standards than rooms and equipment have. */
const otherStandard =
  /(?:程序|流程|车辆|用车|公车|质量|编制|人员|服务|环境|卫生|工程|接待|会议|培训|差旅|住宿|报销|开支|支出|津贴|补贴|费)(?:配[置备]|标准)?(?:情况)?(?:均|都|全部|已)?$/u;
/** 群众投诉, 服务投诉: of other things than procurement. */
const otherCharge =
  /(?:信访|群众|家长|学生|居民|市民|村民|业主|患者|旅客|消费|服务|环境|污染|质量|噪[声音]|热线|来[信电访]|网络|舆情|物业|食堂|工资|劳动)[^,、]{0,4}投诉/u;
const equipment = /资产|设备|用房|家具|办公|面积/u;
const someContracts =
  /^(?:本年度?|20\d\d年度?|我局|全部|所有|各)*(?:工程|服务|货物|物业)(?:类)?(?:采购)?合同/u;
const someGoals = /(?:^|,)(?:本年度?|20\d\d年度?|我局|各)*项目(?:支出)?绩效目标/u;
const ofOthers = /(?:下属|所属|直属|二级|基层)(?:预算|事业)?单位(?:的)?(?:政府)?采购/u;
/** 自评资料摘要, 规定时间之后, 上缴至本单位账户, 送审签订: behind the words it turns out to be something else. */
const turnsOut =
  /(?:资料|材料|报告|情况)的?(?:摘要|目录|清单|样本|节选|初稿|部分)|规定的?(?:时间|时限|期限)(?:内)?(?:之?后|以后|以外|之外|外|届?满|截止|到期|前后|左右|次日|过后)|反馈(?:至|给|到|向|了)?(?:主管|上级|业务|内部|本?[局委院]|党[组委]|分管)|缴(?:纳|入)?[至到入]?(?:主管|本单位|单位|上级|我局|[局委院]?基本(?:账?户|账号)|往来)|送审|审签|签订(?:的)?(?:审批|申请|手续|流程|会签)|备案的?(?:材料|资料|申请)|(?:内部|财务|法务|法制|法规|办公室|档案)(?:科室?|部门?)?备案|(?:收到|领取|取得|审批|盖章|归档|生效|用印|履行)[^,]{0,12}(?:之日起?|后)(?:的)?(?:\d|两|二)个工作日/u;
const unseen = /公开/u;
const within = /内网|内部网|局域网|OA|工作群|微信群|QQ群|办公系统|公示栏|公告栏|内部平台/iu;

/** Words right before or behind the name, or in the middle of it, make another thing of it. */
export function isOtherThing({ before, own, behind }: Place, names: string): boolean {
  const words = (before + own).replace(title, "");
  const all = words + behind;
  const narrower = Array.from(words.matchAll(qualified), ([, name = ""]) => name);
  if (narrower.some((name) => !names.includes(name))) return true;
  if (
    /标准/u.test(own) &&
    otherStandard.test(before + (/^[均都全已]/u.exec(own)?.[0] ?? "")) &&
    !equipment.test(before)
  )
    return true;
  return (
    someContracts.test(words) ||
    (!names.includes("项目绩效目标") && someGoals.test(words)) ||
    ofOthers.test(words) ||
    (/投诉/u.test(own) && !names.includes("群众投诉") && otherCharge.test(words)) ||
    turnsOut.test(all) ||
    (unseen.test(own) && within.test(all))
  );
}
