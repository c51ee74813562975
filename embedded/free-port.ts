import { createServer } from 'node:net';

/** A free TCP port on the loopback address: `wanted` where it is free, else one that the system chooses. */
export async function freePort(wanted = 0): Promise<number> {
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? noPort();
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

function noPort(): never {
  throw new Error('本机回环地址 127.0.0.1 上没有空闲端口，请关闭一些程序后再试。');
}
