import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout } from 'node:timers/promises';

import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  defaultTextMapGetter,
  defaultTextMapSetter,
  trace,
} from '@opentelemetry/api';

import type { RequestReport } from '../http/request-report';
import type { RequestTrace, RequestTracing } from '../http/request-trace';
import type { CallReport } from '../partner-api/transport/request-queue';
import { type Tracer, openTracer } from './exporter';

/** How long the end of the process waits for the collector. */
const FLUSH_MS = 2000;

/**
 * Spans of OpenTelemetry: a request and its operation, each call to upstream and its wait for the quota, each step of the
 * driver. They are made of the same reports as log and metrics, and so hold no value that a client sent, no address and no id.
 *
 * Nothing is registered globally, so that a process may run several gateways.
 */
export class Tracing implements RequestTracing {
  readonly #tracer;

  private constructor(private readonly parts: Tracer) {
    this.#tracer = parts.provider.getTracer('stagedoor');
  }

  /** @param url where spans are sent, by OTLP over HTTP. */
  static async open(url: string): Promise<Tracing> {
    return new Tracing(await openTracer(url));
  }

  /**
   * Begins the span of a request, in the trace that its `traceparent` names.
   *
   * @param receivedAtMs when its head was received, by `performance.now()`.
   */
  request(headers: IncomingHttpHeaders, receivedAtMs: number): RequestTrace {
    const from = this.parts.propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter);
    const span = this.#tracer.startSpan('request', { kind: SpanKind.SERVER, startTime: receivedAtMs }, from);
    const context = trace.setSpan(from, span);
    return {
      within: (work) => this.parts.contexts.with(context, work),
      end: (report) => {
        if (report) this.#endRequest(span, context, report);
      },
    };
  }

  /** Does a step of the driver within a span of its own. */
  readonly step = async <Result>(kind: string, work: () => Promise<Result>): Promise<Result> => {
    const span = this.#tracer.startSpan(`step ${kind}`, {}, ROOT_CONTEXT);
    try {
      return await this.parts.contexts.with(trace.setSpan(ROOT_CONTEXT, span), work);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  };

  /** What a call that begins now belongs to: given back with the call's report. */
  readonly origin = (): unknown => this.parts.contexts.active();

  /** The headers that name the span to which a call belongs. */
  readonly headers = (origin: unknown): Record<string, string> => {
    const headers: Record<string, string> = {};
    this.parts.propagator.inject(origin as Context, headers, defaultTextMapSetter);
    return headers;
  };

  /** Adds the spans of a call that has ended now: its wait for the quota, and itself. */
  readonly onCall = (report: CallReport): void => {
    const { route, callClass, status, tries, waitedMs, durationMs, origin } = report;
    const from = (origin as Context | undefined) ?? ROOT_CONTEXT;
    const endedAtMs = performance.now();
    const sentAtMs = endedAtMs - durationMs;
    if (tries === 1 && waitedMs > 0) {
      const attributes = { 'stagedoor.class': callClass };
      this.#tracer
        .startSpan('wait for the quota', { startTime: sentAtMs - waitedMs, attributes }, from)
        .end(sentAtMs);
    }
    const span = this.#tracer.startSpan(
      `upstream ${route}`,
      {
        kind: SpanKind.CLIENT,
        startTime: sentAtMs,
        attributes: {
          'stagedoor.route': route,
          'stagedoor.class': callClass,
          'stagedoor.try': tries,
          ...(status !== null && { 'http.response.status_code': status }),
        },
      },
      from,
    );
    if (status === null || status >= 500 || status === 429) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(endedAtMs);
  };

  /** Sends what is left, and stops. It waits for a collector that does not answer for two seconds: then what is left is lost. */
  async close(): Promise<void> {
    const sent = this.parts.provider.shutdown().catch(() => {
      // The collector is gone: its traces are lost, and nothing else.
    });
    await Promise.race([sent, setTimeout(FLUSH_MS, undefined, { ref: false })]);
  }

  #endRequest(span: Span, context: Context, report: RequestReport): void {
    const { kind, operation, outcome, code, status, executionMs, servedFrom, frontend, requestId } = report;
    const name = operation?.name || kind;
    const attributes = {
      'http.response.status_code': status,
      'stagedoor.kind': kind,
      'stagedoor.outcome': outcome,
      'stagedoor.request_id': requestId,
      ...(operation && { 'graphql.operation.name': operation.name, 'graphql.document.hash': operation.hash }),
      ...(code !== null && { 'stagedoor.code': code }),
      ...(servedFrom !== null && { 'stagedoor.served_from': servedFrom }),
      ...(frontend !== null && { 'stagedoor.frontend': frontend }),
    };
    const endedAtMs = performance.now();
    if (executionMs !== null && operation) {
      const startTime = endedAtMs - executionMs;
      this.#tracer.startSpan(`operation ${name}`, { startTime, attributes }, context).end(endedAtMs);
    }
    span.updateName(name).setAttributes(attributes);
    if (status >= 500 || code === 'INTERNAL_SERVER_ERROR') span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(endedAtMs);
  }
}
