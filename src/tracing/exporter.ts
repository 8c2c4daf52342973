import type { ContextManager, TextMapPropagator } from '@opentelemetry/api';
import type { BasicTracerProvider } from '@opentelemetry/sdk-trace-base';

/** What spans are made with. */
export interface Tracer {
  /** Makes spans, and sends them to the collector in batches. */
  readonly provider: BasicTracerProvider;
  /** Knows to which span the code that runs now belongs. */
  readonly contexts: ContextManager;
  /** Reads and writes the W3C header `traceparent`. */
  readonly propagator: TextMapPropagator;
}

/**
 * Opens a sender of spans to a collector. The libraries are only loaded here, since they take memory and time to start. They
 * read the rest of `OTEL_…` from the environment themselves: service name, sampler, headers, batch sizes.
 *
 * @param url where traces are sent, as OTLP over HTTP with JSON.
 */
export async function openTracer(url: string): Promise<Tracer> {
  const [
    { OTLPTraceExporter },
    { defaultResource, detectResources, envDetector, resourceFromAttributes },
    { BasicTracerProvider, BatchSpanProcessor },
    { AsyncLocalStorageContextManager },
    { W3CTraceContextPropagator },
  ] = await Promise.all([
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-trace-base'),
    import('@opentelemetry/context-async-hooks'),
    import('@opentelemetry/core'),
  ]);
  const resource = defaultResource()
    .merge(resourceFromAttributes({ 'service.name': 'stagedoor' }))
    .merge(detectResources({ detectors: [envDetector] }));
  return {
    provider: new BasicTracerProvider({
      resource,
      spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }))],
    }),
    contexts: new AsyncLocalStorageContextManager().enable(),
    propagator: new W3CTraceContextPropagator(),
  };
}
