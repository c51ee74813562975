const shanghai = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** An instant on the clock of the office, `2022年8月22日 09:00`, wherever the browser stands. */
export function momentText(instant: string | null): string {
  if (instant === null) return '—';
  const parts = Object.fromEntries(shanghai.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${parts['year']}年${parts['month']}月${parts['day']}日 ${parts['hour']}:${parts['minute']}`;
}
