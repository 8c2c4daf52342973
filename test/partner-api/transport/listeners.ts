import { execFileSync, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { type Server, type Socket, connect, createServer } from 'node:net';
import { Worker } from 'node:worker_threads';

/** Something that listens on 127.0.0.1. */
export interface Listener {
  readonly port: number;
  readonly close: () => Promise<void> | void;
}

/** The port that a server on 127.0.0.1 listens on. */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen.');
  return address.port;
}

/** A TCP server on 127.0.0.1 that hands each of its connections to `onSocket`. */
export async function listen(onSocket: (socket: Socket) => void): Promise<Listener> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    onSocket(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: portOf(server),
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** A port of 127.0.0.1 on which nothing listens. */
export async function closedPort(): Promise<number> {
  const { port, close } = await listen(() => {});
  await close();
  return port;
}

/** Listens, then blocks its thread for ever, so that the kernel alone holds connections, two at most. */
const BLOCKED_LISTENER = `
  const server = require('node:net').createServer();
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    require('node:worker_threads').parentPort.postMessage(server.address().port);
    setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  });`;

/** A listener whose backlog is full: the kernel drops the packets of further connections. */
export async function listenWithFullBacklog(): Promise<Listener> {
  const worker = new Worker(BLOCKED_LISTENER, { eval: true });
  const [port] = (await once(worker, 'message')) as [number];
  const fillers = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
  for (const filler of fillers) filler.on('error', () => {});
  await Promise.all(fillers.map((filler) => once(filler, 'connect')));
  return {
    port,
    close: async () => {
      for (const filler of fillers) filler.destroy();
      await worker.terminate();
    },
  };
}

/** Runs `work` while this process can open no more files or sockets. Linux only. */
export async function withoutFreeFiles<Result>(work: () => Promise<Result>): Promise<Result> {
  const before = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
  if (before === undefined) throw new Error('This system states no limit of open files.');
  const limitTo = (files: string) => ['--pid', String(process.pid), `--nofile=${files}:`];
  // Started now and waiting, since nothing can be started once there are no files left.
  const restoring = spawn('sh', ['-c', `read _ && exec prlimit ${limitTo(before).join(' ')}`]);
  const restored = once(restoring, 'exit');
  const taken: number[] = [];
  try {
    execFileSync('prlimit', limitTo('256'));
    while (takeFile(taken));
    return await work();
  } finally {
    for (const file of taken) closeSync(file);
    restoring.stdin.end('\n');
    await restored;
  }
}

function takeFile(taken: number[]): boolean {
  try {
    taken.push(openSync('/dev/null', 'r'));
    return true;
  } catch {
    return false;
  }
}
