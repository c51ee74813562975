import type { ChainAct } from '../act/chain-act.ts';
import type { Approver } from '../act/approved-act.ts';

const matters: Readonly<Partial<Record<ChainAct['type'], string>>> = {
  answerConsultation: '对任务分解方案的反馈意见',
  changeContacts: '联系人变更',
  requestChange: '任务变更申请',
  withdrawChange: '撤回任务变更申请',
  decideChange: '任务变更的决定',
  recordInstruction: '批示',
  stateOnFinding: '对核查情况的意见',
  fileObjection: '提出异议',
  withdrawObjection: '撤回异议',
  answerObjection: '对异议的答复',
  answerOrder: '对催办、督办文书的回复',
  openOrder: '开具督办单',
  refuseProposal: '不予督办的决定',
  reviewOrderAnswer: '对督办整改情况的审核',
  closeOrder: '办结督办单',
  approveBreakdown: '审定任务分解',
  returnBreakdown: '退回任务分解',
  approveSummary: '审定年终总结',
  returnSummary: '退回年终总结',
};

/** What a sheet is about, as its title says. */
export function actMatter(actType: ChainAct['type'], approver: Approver): string {
  return matters[actType] ?? (approver === 'leader' ? '报请市领导审定的事项' : '报请单位负责人审签的事项');
}
