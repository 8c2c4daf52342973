import { pino } from 'pino';

import { startGateway } from './gateway';
import { ManifestUnusable } from './http/trusted-documents';
import { startSandbox } from './sandbox/sandbox';
import { type Settings, SettingsError, readSettings } from './settings';
import { StoreUnusable } from './storage/errors';

const FIRST_QUERY = '{ event(id: "3F004CBB88958BF9") { name sellable venue { name } } }';

const print = (...lines: string[]) => process.stdout.write(`${lines.join('\n')}\n`);

const openSandbox = (settings: Settings) =>
  startSandbox({
    port: settings.SANDBOX_PORT,
    captcha: settings.SANDBOX_CAPTCHA,
    pollingDepth: settings.SANDBOX_POLLING_DEPTH,
    pollWaitSeconds: settings.SANDBOX_POLL_WAIT_SECONDS,
    holdSeconds: settings.SANDBOX_HOLD_SECONDS,
    reservationLimit: settings.SANDBOX_RESERVATION_LIMIT,
  });

/** `node dist/main.js sandbox`: the sandbox alone, for frontends and tests that bring their own gateway. */
async function runSandbox(settings: Settings): Promise<() => Promise<void>> {
  const sandbox = await openSandbox(settings);
  print(
    `The sandbox stands in for the Partner API at ${sandbox.url}`,
    `  PARTNER_API_KEY     ${sandbox.apiKey}`,
    `  PARTNER_API_SECRET  ${sandbox.apiSecret}`,
    `  Report              ${sandbox.origin}/report`,
  );
  return () => sandbox.close();
}

/** The gateway, before the Partner API or, where none is configured, before a sandbox of its own. */
async function runGateway(settings: Settings): Promise<() => Promise<void>> {
  const logger = pino({ level: settings.LOG_LEVEL, base: null }, pino.destination(2));
  const sandbox = settings.upstream ? null : await openSandbox(settings);
  const upstream = settings.upstream ?? sandbox;
  if (!upstream) throw new Error('There is neither an upstream nor a sandbox.');
  const gateway = await startGateway(settings, upstream, logger);
  print(
    `Stagedoor is open at ${gateway.url}/graphql`,
    ...(sandbox
      ? [
          '  No partner credentials are set: a sandbox inside stands in for the Partner API.',
          `  Its report: ${sandbox.origin}/report`,
          `  In a browser: ${gateway.url}/`,
          '',
          'A first query to paste into a terminal:',
          '',
          `  curl -s ${gateway.url}/graphql -H 'content-type: application/json' \\`,
          `    -d '${JSON.stringify({ query: FIRST_QUERY })}'`,
        ]
      : []),
  );
  return async () => {
    await gateway.close();
    await sandbox?.close();
  };
}

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const stop = await (process.argv[2] === 'sandbox' ? runSandbox(settings) : runGateway(settings));
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stopping ??= stop().then(() => process.exit(0));
    });
  }
}

/** Why the process cannot go on, for whoever started it. */
function complaint(error: unknown): string {
  const isForTheOperator =
    error instanceof SettingsError || error instanceof ManifestUnusable || error instanceof StoreUnusable;
  if (isForTheOperator) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  if (code === 'EADDRINUSE') return `PORT cannot be used: ${address}:${port} is taken by another process.`;
  if (code === 'EACCES') return `PORT cannot be used: this user may not listen on ${address}:${port}.`;
  if (code === 'EADDRNOTAVAIL') return `HOST cannot be used: ${address} is no address of this machine.`;
  return error.stack ?? error.message;
}

main().catch((error: unknown) => {
  process.stderr.write(`${complaint(error)}\n`);
  process.exit(1);
});
