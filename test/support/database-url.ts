/** `url` with another user (`name:password`) and database. */
export function databaseUrl(url: string, user: string, database: string): string {
  const { host } = new URL(url);
  return `postgresql://${user}@${host}/${database}`;
}
