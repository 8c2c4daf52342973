import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { killAtTheEnd } from './leave-nothing.mjs';

const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** The options of Node with which `npm start` runs the gateway. */
export const startOptions = scripts.start.match(/--\S+/g);

/**
 * Starts a module of this folder as a process of its own, which is handed `options` as JSON and says by a message that
 * it is ready; the gateway with the options of `npm start`. Resolves to `facts`, that message; `ask`, which sends a message
 * and resolves to the reply; and `stop`.
 *
 * @throws Error when it ends instead.
 */
export async function startChild(name, options) {
  const child = fork(fileURLToPath(new URL(name, import.meta.url)), [JSON.stringify(options)], {
    execArgv: ['--expose-gc', ...(name === './gateway-process.mjs' ? startOptions : [])],
  });
  killAtTheEnd(child);
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${name} ended before it replied.`);
  });
  ended.catch(() => {});
  const reply = async () => {
    const [message] = await Promise.race([once(child, 'message'), ended]);
    return message;
  };
  return {
    facts: await reply(),
    ask: (message) => {
      child.send(message);
      return reply();
    },
    stop: async () => {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}
