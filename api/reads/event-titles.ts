import type { PlanEvent } from '../../domain/plan/plan-event.ts';
import type { TaskEvent } from '../../domain/task/task-event.ts';

/** What each event is called on a timeline; an event without a name does not compile. */
const eventTitles = {
  noticeImported: '导入文件',
  taskDrafted: '读出任务',
  pointOpened: '列出待定事项',
  pointSettled: '确认待定事项',
  taskRevised: '修改任务分解',
  consultationBegun: '发起征求意见',
  consultationAnswered: '反馈意见',
  consultationLapsed: '征求意见逾期未反馈',
  opinionDecided: '提出意见采纳情况',
  approvalAsked: '报请审定任务分解',
  breakdownApproved: '审定任务分解',
  breakdownReturned: '退回任务分解',
  planIssued: '印发交办',
  tasksStarted: '任务开始执行',
  noticeReceipted: '签收文件',
  receiptsListed: '列出逾期未签收单位',
  taskIssued: '交办任务',
  obligationsOpened: '下达报送任务',
  rowsTaken: '收到报送内容',
  rowsAccepted: '审核通过',
  rowsSentBack: '退回修改',
  obligationsOverdue: '报送逾期',
  overdueLifted: '解除逾期',
  reviewsOverdue: '审核超期',
  lightsAssessed: '评定亮灯',
  statementFiled: '提出不同意见',
  summaryWritten: '撰写任务汇总',
  taskEnded: '办结任务',
  deliveryFailed: '消息无法送达',
  findingOpened: '发起核查',
  findingStated: '对核查情况提出意见',
  findingConcluded: '作出核查结论',
  findingWithdrawn: '撤销核查结论',
  lightDecided: '决定调整亮灯',
  objectionNoted: '受理异议',
  objectionEnded: '办结异议',
  rowsReopened: '重新开放填报',
  urgingRecorded: '登记催办',
  instructionGiven: '批示',
  assignmentChanged: '调整责任单位',
  changeRequested: '申请变更',
  changeDecided: '决定变更',
  changeWithdrawn: '撤回变更申请',
  changeLapsed: '变更申请逾期未决定',
  dueMoved: '调整完成时限',
  taskSuspended: '暂停任务',
  taskResumed: '恢复任务',
  obligationsRetimed: '按新的放假安排重新计时',
} satisfies Readonly<Record<TaskEvent['type'] | PlanEvent['type'], string>> & Readonly<Record<string, string>>;

/** The name of any event; one of another kind of chain is called by its type. */
export function eventTitle(type: string): string {
  const titles: Readonly<Record<string, string>> = eventTitles;
  return titles[type] ?? type;
}
