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
};

/** What a sheet is about, as its title says. */
export function actMatter(actType: ChainAct['type'], approver: Approver): string {
  return matters[actType] ?? (approver === 'leader' ? '报请市领导审定的事项' : '报请单位负责人审签的事项');
}
