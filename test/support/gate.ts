import { type Socket, connect, createServer } from 'node:net';

/** A way to a server that can be shut as a network or a machine is lost: nothing more gets through, and no one is told. */
export interface Gate {
  readonly address: string;
  readonly shut: () => void;
  readonly open: () => void;
  readonly close: () => Promise<void>;
}

/** Stands before the server at `host:port` on a port of its own, open at first. */
export async function gateBefore(server: string): Promise<Gate> {
  const [host = '', port = ''] = server.split(':');
  const sockets = new Set<Socket>();
  let isOpen = true;
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
  };
  const shut = (): void => {
    isOpen = false;
    for (const socket of sockets) socket.destroy();
  };
  const listener = createServer((near) => {
    if (!isOpen) return void near.destroy();
    const far = connect(Number(port), host);
    keep(near);
    keep(far);
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  const bound = listener.address();
  if (bound === null || typeof bound === 'string') throw new Error('the gate has no port');
  return {
    address: `127.0.0.1:${bound.port}`,
    shut,
    open: () => void (isOpen = true),
    close: () => {
      shut();
      return new Promise((done) => listener.close(() => done()));
    },
  };
}
