/** Where to go after the login: only a page of this site, whatever a link put there. */
export function localAddress(text: string | undefined): string {
  if (text === undefined || !text.startsWith('/') || text.startsWith('/login')) return '/';
  const here = new URL('https://here.invalid');
  const there = new URL(text, here);
  return there.origin === here.origin ? `${there.pathname}${there.search}${there.hash}` : '/';
}
