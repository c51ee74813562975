/** How a command came in, as it stands sealed beside its events: the way, and the request that brought it where there was one. */
export function transportOf(way: string, requestId: string | undefined): string {
  return requestId === undefined ? way : `${way} request/${requestId}`;
}
