import type { Logger } from 'pino';

import type { CallReport } from '../partner-api/transport/request-queue';
import { rounded } from './rounded';

/** Returns a function that logs a line for every call that was sent to upstream. */
export const callLog =
  (logger: Logger): ((report: CallReport) => void) =>
  ({ route, callClass, status, tries, waitedMs, durationMs }) =>
    logger.info(
      { route, status, class: callClass, try: tries, waitedMs: rounded(waitedMs), ms: rounded(durationMs) },
      'upstream call',
    );
