/**
 * How a client finds the engine again. gRPC's own way waits longer after each failure, up to two minutes: long after the engine is
 * back, acts would still be answered as not confirmed.
 */
export const quickReconnect = {
  'grpc.initial_reconnect_backoff_ms': 500,
  'grpc.max_reconnect_backoff_ms': 2_000,
} as const;
