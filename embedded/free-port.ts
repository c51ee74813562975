import { createServer } from 'node:net';

/** A free TCP port on the loopback address, none of `taken`: `wanted` where it is free, else one that the system chooses. */
export async function freePort(wanted = 0, taken: readonly number[] = []): Promise<number> {
  for (const candidate of [wanted, 0, 0, 0, 0]) {
    const port = await tryPort(candidate);
    if (port !== null && !taken.includes(port)) return port;
  }
  throw new Error('本机回环地址 127.0.0.1 上没有空闲端口，请关闭一些程序后再试。');
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
    });
  });
}
