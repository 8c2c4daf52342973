import { setTimeout as pause } from 'node:timers/promises';

import type { EndReason } from '../end-request';
import { startGateway } from '../gateway';
import { openLog, print } from '../logger';
import { type Settings, drainSecondsOf } from '../settings';
import { openFilesLimit, openFilesNotice } from './open-files';
import { openSandbox } from './sandbox';

const FIRST_QUERY = '{ event(id: "3F004CBB88958BF9") { name sellable venue { name } } }';

/**
 * `stagedoor serve`: the gateway, before the Partner API or, where none is configured, before a sandbox of its own.
 *
 * @param notice what operators should know of the settings; null: nothing.
 * @returns a function that ends it, for a reason.
 */
export async function serve(
  settings: Settings,
  notice: string | null,
): Promise<(reason: EndReason) => Promise<void>> {
  const logger = openLog(settings.LOG_LEVEL);
  if (notice !== null) logger.info(notice);
  const filesNotice = openFilesNotice(settings, openFilesLimit());
  if (filesNotice !== null) logger.warn(filesNotice);
  const sandbox = settings.sandbox && (await openSandbox(settings.sandbox, settings.PARTNER_API_EDITION));
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
  return async (reason) => {
    const drainSeconds = drainSecondsOf(settings, process.stdout.isTTY);
    if (reason === 'parent ended') logger.warn('The process that started this one has ended: going down.');
    else logger.info({ reason, drainSeconds }, 'going down');
    gateway.drain();
    await pause(drainSeconds * 1000);
    await gateway.close();
    await sandbox?.close();
  };
}
