import type { OperationFacts } from '../graphql/summary';
import type { HttpRequest } from './request';
import type { HttpResponse, RequestKind, ServedFrom } from './response';

/**
 * How a request ended.
 *
 * - `ok`: with its result.
 * - `failure`: with a failure in its result, such as `Throttled`.
 * - `error`: with `errors` in the response.
 * - `refused`: before it was executed, by access control or a limit.
 * - `gone`: the client disconnected before it was answered.
 */
export type Outcome = 'ok' | 'failure' | 'error' | 'refused' | 'gone';

/** What became of one request, for the log and the metrics. Holds nothing that the client sent but the operation's name. */
export interface RequestReport {
  readonly requestId: string;
  readonly kind: RequestKind;
  /** Null where no valid document was read. */
  readonly operation: OperationFacts | null;
  readonly outcome: Outcome;
  /** The stable code of the failure, error or refusal; null for none. */
  readonly code: string | null;
  readonly status: number;
  readonly durationMs: number;
  /** How much of that was execution, in milliseconds; null where nothing was executed, as for ready answers. */
  readonly executionMs: number | null;
  /** The bytes of the response's body. */
  readonly bytes: number;
  readonly servedFrom: ServedFrom | null;
  /** The name of the frontend whose key was sent; null for none. */
  readonly frontend: string | null;
}

/** The code of documents over a limit; they are refused although Apollo Server answers. */
const OVER_LIMIT = 'OVER_LIMIT';

/** The report of a request that was answered, or whose client has gone. Null for one that is not reported. */
export function reportOf(request: HttpRequest, response: HttpResponse): RequestReport | null {
  const { kind, summary, refusal, servedFrom, frontend, bodyBytes } = response;
  if (kind === null) return null;
  const nowMs = performance.now();
  const code = refusal ?? summary.error ?? summary.failure;
  return {
    requestId: request.id,
    kind,
    operation: summary.operation,
    outcome: outcomeOf(response),
    code,
    status: response.statusCode,
    durationMs: nowMs - request.receivedAtMs,
    executionMs: response.executedAtMs === null ? null : nowMs - response.executedAtMs,
    bytes: bodyBytes,
    servedFrom,
    frontend,
  };
}

function outcomeOf({ refusal, summary, headersSent }: HttpResponse): Outcome {
  if (!headersSent) return 'gone';
  if (refusal !== null || summary.error === OVER_LIMIT) return 'refused';
  if (summary.error !== null) return 'error';
  return summary.failure === null ? 'ok' : 'failure';
}
