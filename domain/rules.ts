/** The limits of a plan, versioned data (domain.md section 3). All limits are counted in working days 工作日 unless the name says otherwise. */
export interface Rules {
  readonly version: number;
  readonly consultationWorkingDays: number;
  /** Reminders of the consultation so many working days after it began. */
  readonly consultationReminders: readonly number[];
  readonly receiptWorkingDays: number;
  readonly receiptReminders: readonly number[];
  /** A unit that has not receipted is listed so many working days after the issue. */
  readonly receiptListedAfter: number;
  readonly stagePlanWorkingDaysAfterReceipt: number;
  readonly reviewWorkingDays: number;
  readonly contributionWorkingDaysBefore: number;
  /** The return is due on this working day of the quarter after. */
  readonly returnWorkingDayAfterQuarter: number;
  /** Working days before (negative) and after (positive) the due day; 0 is the due day itself. */
  readonly reminderOffsets: readonly number[];
  /** Of the reminders after the due day, those that the head receives too. */
  readonly headReminderOffsets: readonly number[];
  readonly resubmissionWorkingDays: number;
  readonly differingStatementWorkingDays: number;
  readonly contributionCharacters: number;
  readonly lights: LightRules;
  readonly districtsReportText: boolean;
  /** Slips 催办单 are drafted so many working days after the day on which the quarter's returns were due. */
  readonly slipWorkingDaysAfterDue: number;
  /** Numbered and sent without the office's confirmation; off unless a plan's rules say otherwise. */
  readonly slipsAutomatic: boolean;
  readonly slipAnswerWorkingDays: number;
  /** An order 督办单 is proposed so many working days after an unanswered or unsatisfying slip. */
  readonly orderProposedWorkingDaysAfter: number;
  readonly orderAnswerWorkingDays: number;
  /** So many working days after a slip was drafted or an order proposed, whoever has not yet decided on it is reminded. */
  readonly orderDecisionWorkingDays: number;
  /** How many extensions 延期 of one thing the office decides; later ones are the leader's. */
  readonly extensionsByOffice: number;
  /** Within so many working days an extension, a decline or another change is to be decided. */
  readonly changeDecisionWorkingDays: number;
  /** Until so many working days after a finding 核查记录 was put to it, the unit may state its view. */
  readonly findingStatementWorkingDays: number;
  /** An objection 异议 is possible so many calendar days after what it is about was received. */
  readonly objectionCalendarDays: number;
  readonly objectionAnswerWorkingDays: number;
  /** What follows the issuer's word in the numbers of papers, as in 镇数字办催〔2022〕1号. */
  readonly numberWords: NumberWords;
}

/** Endings of document words 发文字号 by paper: slip 催办单, order 督办单, letter 函. */
export interface NumberWords {
  readonly slip: string;
  readonly order: string;
  readonly letter: string;
}

/** Limits of the lights; points are percentage points of the way from baseline to target. */
export interface LightRules {
  readonly nearDueWorkingDays: number;
  readonly behindPoints: number;
  readonly farBehindPoints: number;
}
