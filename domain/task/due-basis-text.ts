/** Why an item is due on its day, before anything moved it: the notice says so, or it says no day. */
export function dueBasisText(dueBasis: 'stated' | 'derived'): string {
  return dueBasis === 'stated' ? '文件写明的完成时限。' : '文件未写明完成时限，按年度工作要点推定至当年年底。';
}
