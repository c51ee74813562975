import { type PersonActor, type Seat, seatNames, seats } from './actor.ts';
import { RuleViolation } from './errors.ts';

/** How far a seat's right reaches: everywhere, over its own unit, or over the rows that were handed to its person. */
export type Scope = 'any' | 'own-unit' | 'own-rows';

type Rights = Readonly<Partial<Record<Seat, Scope>>>;

interface Permission {
  /** What users read in a refusal. */
  readonly name: string;
  readonly rights: Rights;
}

const office: Rights = { office: 'any' };
const leader: Rights = { leader: 'any' };
const admin: Rights = { admin: 'any' };
const supervisor: Rights = { supervisor: 'any' };
const officer: Rights = { officer: 'own-unit' };
const head: Rights = { head: 'own-unit' };
const superiors: Rights = { ...supervisor, ...leader };
const overseers: Rights = { office: 'any', supervisor: 'any', leader: 'any' };

/** The one table of rights (action × seat × scope); what is not in it is forbidden. */
export const permissions = {
  importNotice: { name: '导入文件', rights: office },
  settlePoints: { name: '确认待定事项', rights: office },
  reviseTask: { name: '修改任务分解', rights: office },
  beginConsultation: { name: '发起征求意见', rights: office },
  answerWithoutOpinion: { name: '反馈无意见', rights: { ...officer, ...head } },
  answerWithOpinion: { name: '审签反馈意见', rights: head },
  decideOpinion: { name: '提出意见采纳情况', rights: office },
  askApproval: { name: '报请审定任务分解', rights: office },
  approveBreakdown: { name: '审定任务分解', rights: leader },
  returnBreakdown: { name: '退回任务分解', rights: leader },
  issuePlan: { name: '印发交办', rights: office },
  amendNotice: { name: '登记文件修改', rights: office },
  receiptNotice: { name: '签收文件', rights: officer },

  saveRows: { name: '填写报送内容', rights: { ...officer, writer: 'own-rows' } },
  handOverRows: { name: '分派填报行', rights: officer },
  askHeadApproval: { name: '送单位负责人审签', rights: officer },
  refuseHeadApproval: { name: '退回联络员修改', rights: head },
  submitReviewedReturn: { name: '审签并报送', rights: head },
  submitUnreviewedReturn: { name: '报送', rights: { ...officer, ...head } },
  reviewReturn: { name: '审核报送内容', rights: office },

  recordPaperApproval: { name: '登记纸质审签', rights: { ...officer, ...office } },

  fileStatement: { name: '提出不同意见', rights: officer },
  writeSummary: { name: '撰写任务汇总', rights: officer },
  endTask: { name: '办结任务', rights: office },

  recordUrging: { name: '登记催办', rights: office },
  confirmSlip: { name: '确认催办单', rights: office },
  reviewSlipAnswer: { name: '审核催办单回复', rights: office },
  proposeOrder: { name: '提请督办', rights: office },
  openOrder: { name: '开具督办单', rights: superiors },
  reviewOrderAnswer: { name: '审核督办单整改情况', rights: superiors },
  closeOrder: { name: '办结督办单', rights: superiors },
  answerOrder: { name: '审签催办单、督办单回复', rights: head },
  recordStep: { name: '登记通报、约谈', rights: { ...office, ...supervisor } },
  recordInstruction: { name: '批示', rights: leader },

  openFinding: { name: '发起核查', rights: supervisor },
  stateOnFinding: { name: '审签对核查情况的意见', rights: head },
  concludeFinding: { name: '作出核查结论', rights: supervisor },
  decideLight: { name: '决定调整亮灯', rights: { ...office, ...supervisor } },
  fileObjection: { name: '审签异议', rights: head },
  answerObjection: { name: '答复异议', rights: { ...office, ...superiors } },

  declineTask: { name: '审签退办', rights: head },
  requestChange: { name: '审签延期等变更申请', rights: head },
  proposeChange: { name: '提出变更', rights: office },
  decideOfficeChange: { name: '决定首次延期、自行增列单位的退办', rights: office },
  decideChange: { name: '决定变更', rights: leader },

  decideEndings: { name: '确定年终办理结果', rights: office },
  askSummaryApproval: { name: '报请审定年终总结', rights: office },
  approveSummary: { name: '审定年终总结', rights: leader },
  returnSummary: { name: '退回年终总结', rights: leader },

  draftSheet: { name: '拟写审签单', rights: { ...officer, ...office } },
  approveSheet: { name: '审签', rights: { ...head, ...leader } },
  authoriseDeputy: { name: '授权代行岗位', rights: { ...head, ...leader, ...admin } },
  fileContactChange: { name: '提出联系人变更', rights: officer },
  approveContactChange: { name: '审签联系人变更', rights: head },

  registerUnit: { name: '登记单位', rights: admin },
  registerPerson: { name: '登记人员', rights: admin },
  assignSeat: { name: '变更岗位', rights: admin },
  importCalendar: { name: '导入放假安排', rights: admin },
  importRules: { name: '导入时限规则', rights: admin },
  eraseContent: { name: '清除到期内容', rights: admin },
  resumeParked: { name: '恢复待人工处理的任务', rights: admin },

  rehearsePlan: { name: '演练', rights: office },

  readPlan: {
    name: '查阅工作要点与任务分解',
    rights: { ...overseers, ...admin, ...officer, ...head, writer: 'own-rows' },
  },
  readTask: { name: '查阅任务进展', rights: { ...overseers, ...officer, ...head, writer: 'own-rows' } },
  readReturn: { name: '查阅报送内容', rights: { ...overseers, ...officer, ...head, writer: 'own-rows' } },
  readInbox: { name: '查阅消息', rights: { ...overseers, ...officer, ...head, writer: 'own-rows' } },
  readRegistry: { name: '查阅单位与人员', rights: { ...overseers, ...admin, ...officer, ...head } },
  readMailState: { name: '查阅邮件投递情况', rights: { ...office, ...supervisor, ...admin } },
  readLedger: { name: '查阅留痕链', rights: supervisor },
  readEngineHistory: { name: '查阅引擎运行记录', rights: supervisor },
} as const satisfies Readonly<Record<string, Permission>>;

/** Everything that anybody may or may not do. */
export type Action = keyof typeof permissions;

/** What the act is about, as far as rights look at it. */
export interface About {
  readonly unitId?: string;
  /** For the seat that sees only rows handed to it: to whom each of the rows was handed. */
  readonly writerIds?: readonly (string | null)[];
}

/** The scope in which `seat` may do `action`; null where it may not at all. */
export function scopeOf(seat: Seat, action: Action): Scope | null {
  return rightsOf(action)[seat] ?? null;
}

/** Refuses with `not-permitted` unless the table gives this seat the right over what the act is about. */
export function assertMay(actor: PersonActor, action: Action, about: About = {}): void {
  const scope = scopeOf(actor.seat, action);
  const { name } = permissions[action];
  if (scope === null) {
    const holders = seats.filter((seat) => scopeOf(seat, action) !== null).map((seat) => seatNames[seat]);
    throw refusal(`${seatNames[actor.seat]}不能办理“${name}”，该事项由${holders.join('、')}办理`);
  }
  if (scope === 'any') return;
  if (about.unitId !== actor.unitId) throw refusal(`“${name}”只能为本单位办理，请核对所选单位和当前岗位`);
  if (scope === 'own-rows' && !areHandedTo(actor.personId, about.writerIds)) {
    throw refusal(`经办人只能办理分派给本人的行，请联系本单位联络员分派后再办理“${name}”`);
  }
}

/** The same as `assertMay` as an answer, for screens that show only what may be done. */
export function may(actor: PersonActor, action: Action, about: About = {}): boolean {
  try {
    assertMay(actor, action, about);
    return true;
  } catch (error) {
    if (error instanceof RuleViolation) return false;
    throw error;
  }
}

function areHandedTo(personId: string, writerIds: readonly (string | null)[] = []): boolean {
  return writerIds.length > 0 && writerIds.every((writerId) => writerId === personId);
}

function rightsOf(action: Action): Rights {
  return permissions[action].rights;
}

function refusal(text: string): RuleViolation {
  return new RuleViolation('not-permitted', text);
}
