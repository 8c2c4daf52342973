import type { IncomingHttpHeaders } from 'node:http';

import type { RequestReport } from './request-report';

/** The trace of one request. */
export interface RequestTrace {
  /** Does `work` within the request's span: what it begins belongs to it. */
  within<Result>(work: () => Result): Result;
  /** Ends the span. Null: the request is not reported, and neither is its span. */
  end(report: RequestReport | null): void;
}

/** Begins traces of requests. */
export interface RequestTracing {
  /** @param receivedAtMs when the head of the request was received, by `performance.now()`. */
  request(headers: IncomingHttpHeaders, receivedAtMs: number): RequestTrace;
}
