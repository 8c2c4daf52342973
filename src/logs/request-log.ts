import type { Logger } from 'pino';

import type { RequestReport } from '../http/request-report';
import { rounded } from './rounded';

/**
 * Returns a function that logs a line for every request; null where the logger writes none.
 *
 * @param readySample the part of ready answers that is logged, 0 to 1: spread evenly, the first one included.
 */
export function requestLog(logger: Logger, readySample: number): ((report: RequestReport) => void) | null {
  if (!logger.isLevelEnabled('info')) return null;
  let owed = 1;
  return (report) => {
    if (report.servedFrom === 'ready') {
      if (readySample === 0) return;
      owed += readySample;
      if (owed < 1) return;
      owed -= 1;
    }
    const { requestId, kind, operation, outcome, code, status, durationMs, bytes, servedFrom, frontend } =
      report;
    logger.info(
      {
        requestId,
        kind,
        ...(operation && { operation: operation.name, document: operation.hash }),
        outcome,
        ...(code !== null && { code }),
        status,
        ms: rounded(durationMs),
        bytes,
        ...(servedFrom !== null && { from: servedFrom }),
        ...(frontend !== null && { frontend }),
      },
      'request',
    );
  };
}
