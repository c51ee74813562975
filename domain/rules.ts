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
}

/** Limits of the lights; points are percentage points of the way from baseline to target. */
export interface LightRules {
  readonly nearDueWorkingDays: number;
  readonly behindPoints: number;
  readonly farBehindPoints: number;
}
