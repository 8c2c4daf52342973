#!/usr/bin/env node
import { check } from './commands/check';
import { HELP, packageVersion, readCommandLine } from './commands/command-line';
import { complaint } from './commands/complaint';
import { runSandbox } from './commands/sandbox';
import { serve } from './commands/serve';
import { type EndReason, endRequest } from './end-request';
import { print, printError } from './logger';
import { proxyNotice, readSandboxSettings, readSettings } from './settings';

async function main(): Promise<void> {
  const command = readCommandLine(process.argv.slice(2));
  switch (command) {
    case 'help':
      return print(HELP);
    case 'version':
      return print(packageVersion());
    case 'check':
      process.exitCode = 1;
      if (await check(process.env)) process.exitCode = 0;
      return;
    case 'sandbox':
      return untilEnded(() => runSandbox(readSandboxSettings(process.env)));
    case 'serve':
      return untilEnded(() => {
        const settings = readSettings(process.env);
        return serve(settings, proxyNotice(settings, process.env));
      });
  }
}

/** Runs what `start` starts until this process has to end, then ends it and the process. */
async function untilEnded(start: () => Promise<(reason: EndReason) => Promise<void>>): Promise<void> {
  const ending = endRequest(process.env['npm_lifecycle_event'] !== undefined);
  let isOpen = false;
  // Before it is open there is nothing to end in good order.
  void ending.then(() => isOpen || process.exit(0));
  const stop = await start();
  isOpen = true;
  await stop(await ending);
  process.exit(0);
}

main().catch((error: unknown) => {
  printError(complaint(error));
  process.exit(1);
});
