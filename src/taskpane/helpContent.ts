/** 更新内容: what CHANGELOG.md says first of this version, line by line. */
export const releaseNotes: readonly string[] = [
  "办理步骤（补充、核对、自查、报送版）和下一步一直在眼前；逐项填写、全部核对确认各一页，只用键盘也行。",
  "填好得分的表，分别写明填报、按现有数据可测算、待补充依据各是多少。",
  "报送前自查每项检查有一页说明，能稳妥改的先看后改，可以撤销。",
  "生成评分依据（草稿）：填过、确认过的数据按评分标准写成一句话，先改再采用。",
  "工作台的表像电子表格一样用；没有保存的内容不会丢。",
  "项目支出绩效自评表、项目台账、批复的绩效目标表都读。",
  "Esc 退一步，四个快捷键，随时能打开的帮助。",
];

/** Keys that are not shortcuts of ours, but of a view. */
export const viewKeys = [
  ["Esc", "放弃正在填的一格；再按退回列表，收起询问；计算途中停止"],
  ["↑ ↓", "在指标列表、全部核对确认里逐条走"],
  ["Ctrl+Enter", "逐项填写：到下一处没有填完的"],
] as const;

/** Where more is said: pages that are shipped beside the program. */
export const helpPages = [
  ["guide.html#use", "怎样用"],
  ["guide.html", "安装、更新和移除"],
  ["checks.html", "报送前自查：每项检查查什么、怎样答复"],
] as const;
