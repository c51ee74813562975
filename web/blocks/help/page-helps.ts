/** The help of a page: what is done there, by when, and what happens afterwards. */
export interface PageHelpText {
  readonly asked: string;
  readonly due: string;
  readonly next: string;
}

const anyTime = '随时可以查阅，没有时限。';
const nothing = '本页只供查阅，不产生新的办理事项。';

const preparing: Readonly<Record<string, PageHelpText>> = {
  '/import': {
    asked: '选择工作要点文件，核对识别出的任务、事项和责任单位，再导入。',
    due: '文件印发后尽早导入；导入前不计算任何时限。',
    next: '进入“任务分解”，逐项确认待定事项，之后可以征求意见。',
  },
  '/plans/$planId/breakdown': {
    asked:
      '左侧为文件原文，右侧为识别出的任务和事项，点任一侧可以对照。办公室在此确认待定事项，修改、拆分、合并任务，将漏读的段落列为任务，删去不是任务的段落，增减事项，分解指标。',
    due: '待定事项须在印发交办前全部确认。',
    next: '待定事项清零后，可以征求意见、报请审定和印发交办。',
  },
  '/plans/$planId/consultation': {
    asked: '责任单位对任务分解反馈有无意见；办公室逐条提出采纳情况。',
    due: '以征求意见函所列时限为准；逾期记为“逾期未反馈”，不视为同意。',
    next: '意见采纳情况表随任务分解方案一并报请审定。',
  },
  '/plans/$planId/approval': {
    asked: '审定或者退回任务分解方案。',
    due: '审定之前不印发交办，各单位的时限尚未起算。',
    next: '审定后由办公室印发交办，各单位签收；退回的由办公室修改后再报。',
  },
  '/plans/$planId/receipts': {
    asked: '查看各单位是否已经签收、所报联系人。',
    due: '以交办时的签收时限为准；未签收不影响各项报送时限。',
    next: '逾期未签收的列入未签收名单并持续催办。',
  },
  '/plans/$planId/receipt': {
    asked: '一次签收本单位的全部任务，同时报送责任领导、责任处室和联络员。',
    due: '以本页所示签收时限为准。',
    next: '签收后按“本单位要办的事”逐项报送；联系人以后可以在“联系人”中变更。',
  },
  '/plans/$planId/rehearsal': {
    asked: '选择一种情形，按真实规则把全年演练一遍，可以播放、暂停、单步和调速。',
    due: '印发前演练最有用；演练不影响真实数据。',
    next: '据此核对会发出哪些提醒、催办单和督办单，再决定是否印发。',
  },
};

const reporting: Readonly<Record<string, PageHelpText>> = {
  '/plans/$planId/desk': {
    asked: '列出本单位当前要办的事，逾期后果重的排在前面；点事项名称直接办理。',
    due: '每一行都写明时限和还剩几个工作日。',
    next: '办完即从本页消失；办公室退回的会重新出现，并写明退回理由。',
  },
  '/plans/$planId/returns': {
    asked: '查看各期报送表、送出时间和审核结果。',
    due: anyTime,
    next: '点开任一份可以查看每一行的内容；被退回的行可以修改后再次报送。',
  },
  '/plans/$planId/returns/$unitId/$period/$kind': {
    asked: '一张表填全部行，边填边保存；可以分派经办人，也可以下载 xlsx 填好传回，保存前先看差异。',
    due: '以表上方的报送时限为准；节假日顺延的依据点日期查看。',
    next: '需要审签的送单位负责人一次审签，再由办公室整表通过或者逐行退回；退回的行在新时限前修改再报。',
  },
  '/plans/$planId/changes': {
    asked: '申请和决定延期、退办、暂停、终止等变更。',
    due: '延期须在原时限之前申请；决定的时限见表中“决定时限”。决定前原时限继续有效。',
    next: '同意的按新时限执行，原时限保留在记录中；不同意的写明理由。',
  },
  '/plans/$planId/sheets': {
    asked: '拟写、送审、审签需要单位负责人或者市领导批准的事项。',
    due: '所办事项有时限的，须在其时限之前审签。',
    next: '审签后自动办理；也可以打印签字，扫描后登记。',
  },
  '/plans/$planId/sheets/$sheetId': {
    asked: '核对这份审签单的内容，审签、退回或者登记纸质签字。',
    due: '所办事项有时限的，须在其时限之前审签。',
    next: '审签后所列事项立即生效并留痕；退回的由拟稿人修改后重新送审。',
  },
  '/plans/$planId/contacts': {
    asked: '查看各单位联系人和电话；单位可以变更本单位联络员，并查看交接清单。',
    due: '人员变动后尽早办理；变更不能早于审签之日生效。',
    next: '单位负责人审签后，未办结事项随岗位转给接任人员，以往记录保留原姓名。',
  },
  '/plans/$planId/deputies': {
    asked: '外出期间授权他人代行岗位，或者提前结束授权。',
    due: '须自当日或者以后起算，不能补办；到期自动终止。',
    next: '代行人登录后可以选择该岗位，所办事项都记明“代”。',
  },
  '/plans/$planId/year-end': {
    asked: '逐项核对全年办理结果，办公室确定，市领导审定年终总结。',
    due: '单位自评随最后一期报送；确定和审定的进度见本页。',
    next: '跨年事项写明接续单位和日期，其余任务办结归档。',
  },
};

const urging: Readonly<Record<string, PageHelpText>> = {
  '/plans/$planId/today': {
    asked: '今天要催的单位、到期的承诺、待确认的催办单和联系电话，可以打印或者复制发群。',
    due: '每个工作日上班后先看本页。',
    next: '催办结果登记后留痕；承诺到期未兑现的再次列入。',
  },
  '/plans/$planId/reviews': {
    asked: '审核各单位报送：整表一次通过，或者只退回个别行并写明理由。',
    due: '以每份的审核时限为准，办公室审核用时另行计算。',
    next: '通过的计入台账和亮灯；退回的行由单位在新时限前再报。',
  },
  '/plans/$planId/urging': {
    asked: '登记电话催办的对象、答复和承诺日期。',
    due: '催办当日登记。',
    next: '承诺日期到期后自动列入“今日清单”。',
  },
  '/plans/$planId/orders': {
    asked: '查看和办理催办单、督办单。',
    due: '回复时限写在每一份上，点日期可以查看推算依据。',
    next: '回复通过后办结；未按期回复的按规则升级。',
  },
  '/plans/$planId/orders/$orderId': {
    asked: '查看这一份的缘由，确认、回复或者审核回复。',
    due: '以“回复时限”为准。',
    next: '回复经单位负责人审签后送出；审核通过即办结，不通过的限期再回复。',
  },
  '/plans/$planId/bulletin': {
    asked: '选择季度，核对自动生成的通报初稿，修改后下载。',
    due: '在该季度审核结束后起草。',
    next: '通报印发后按规定送各单位；对亮灯有异议的可以提出。',
  },
  '/plans/$planId/findings': {
    asked: '督查人员核查单位所报是否属实；单位陈述意见；对核查、亮灯等有异议的在此提出和答复。',
    due: '陈述意见、提出异议和答复的时限写在每一条上。',
    next: '结论反馈单位；不实的影响亮灯，异议成立的予以更正并留痕。',
  },
  '/plans/$planId/silent': {
    asked: '查看哪些单位逾期未办、逾期多久、已经催过几次。',
    due: anyTime,
    next: '需要时开具督办单，或者提请约谈、通报。',
  },
};

const reading: Readonly<Record<string, PageHelpText>> = {
  '/': { asked: '按当前岗位打开第一个要办的页面。', due: anyTime, next: nothing },
  '/plans/$planId': { asked: '按当前岗位打开第一个要办的页面。', due: anyTime, next: nothing },
  '/search': { asked: '按文字查找任务、事项、单位和人员。', due: anyTime, next: nothing },
  '/account': {
    asked: '修改密码，启用或者停用第二重验证。',
    due: '密码到期后须先修改密码。',
    next: '下次登录起使用新密码；启用第二重验证的还须输入验证码。',
  },
  '/plans/$planId/inbox': {
    asked: '查看发给当前岗位的消息及其投递状态。',
    due: '消息里写明所办事项的时限。',
    next: '点消息标题到有关任务；消息状态写明待发、已发、发送失败或者已撤回。',
  },
  '/plans/$planId/coming': {
    asked: '查看今后三十天会发生什么：到期、提醒、催办和升级。',
    due: '日期来自系统自己的下一步安排，遇放假安排调整会自动重算。',
    next: nothing,
  },
  '/plans/$planId/papers': {
    asked: '下载、打印台账、任务分解表、函和通知等文件。',
    due: anyTime,
    next: '文件内容以下载当日的记录为准。',
  },
  '/plans/$planId/overview': { asked: '查看工作要点进行到哪一步、还差什么。', due: anyTime, next: nothing },
  '/plans/$planId/register': {
    asked: '全部任务的台账：可以按任务组、单位、亮灯筛选，可以选择以往某日的状态，可以导出。',
    due: anyTime,
    next: nothing,
  },
  '/plans/$planId/tasks/$taskId': {
    asked: '一项任务的原文、责任单位、进展、报送和全部经过；可以办理与它有关的事项。',
    due: '带虚线的日期点开可以看为什么是这一天。',
    next: '所办事项当即记入本任务的经过，不能删改。',
  },
  '/plans/$planId/glance': {
    asked: '需要您决定的事、全年亮灯、各项指标与计划的差距。',
    due: '需要决定的事写明时限。',
    next: '批示在任务页面作出，随即送责任单位和办公室。',
  },
  '/plans/$planId/charts': {
    asked: '用图查看各单位各季度亮灯、指标进度、报送工作量和催办情况。',
    due: anyTime,
    next: nothing,
  },
  '/plans/$planId/history': { asked: '查看工作要点从导入到现在的全部经过。', due: anyTime, next: nothing },
  '/plans/$planId/mails': {
    asked: '查看每一封邮件的投递结果和邮件服务器的答复。',
    due: '发送失败的当日处理。',
    next: '地址有误的请系统管理员更正。',
  },
  '/verification': {
    asked: '核验全部留痕是否前后相接、未被改动。',
    due: '定期核验，以及出具案卷之前核验。',
    next: '核验结果写明日期和条数；不符的指出在哪一条。',
  },
};

const registering: Readonly<Record<string, PageHelpText>> = {
  '/admin/people': {
    asked: '登记人员及其岗位，发出邀请；增加岗位、离任、修改信息在其所在行办理。',
    due: '人员变动当日登记。',
    next: '不再担任任何岗位的，当即退出登录；以往记录保留原姓名。',
  },
  '/admin/units': {
    asked: '登记单位及其类别、别称；修改在单位所在行办理，自所填日期起生效。',
    due: '机构改革、更名生效之前登记。',
    next: '此后识别文件和计算时限都用新的登记，以往记录不变。',
  },
  '/admin/calendars': {
    asked: '粘贴国务院办公厅通知全文，核对读出的放假和上班日期后导入。',
    due: '国务院办公厅公布后尽早导入；未导入年份的日期标明“暂定”。',
    next: '有关日期自动重新推算一次，并留痕。',
  },
  '/admin/rules': {
    asked: '选择要修改的规则，填写新的内容和理由，发布为新版；旧版全部保留。',
    due: '在适用之前发布。',
    next: '进行中的任务自发布起适用新版，每条记录写明所用版本。',
  },
  '/admin/mail': {
    asked: '试发一封邮件，查看邮件服务器的答复。',
    due: '首次部署和更换邮箱之后试发。',
    next: '未接收的按答复检查邮箱设置。',
  },
};

const helps: Readonly<Record<string, PageHelpText>> = {
  ...preparing,
  ...reporting,
  ...urging,
  ...reading,
  ...registering,
};

/** The help of the page with this path; null where it has none. */
export function helpOf(path: string): PageHelpText | null {
  return helps[path] ?? null;
}
