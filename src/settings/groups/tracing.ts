import { z } from 'zod';

import { setting } from '../kinds';

/** Where traces are sent. The other standard `OTEL_…` are read by OpenTelemetry itself. */
export const tracingSettings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: setting(z.url({ protocol: /^https?$/ }).optional(), {
    what:
      'The OpenTelemetry collector that traces are sent to, by OTLP over HTTP, at `/v1/traces` below this address. The other ' +
      'standard `OTEL_…` variables hold, too: `OTEL_SERVICE_NAME`, `OTEL_TRACES_SAMPLER`, `OTEL_EXPORTER_OTLP_HEADERS` and so on.',
    byDefault: 'nothing is traced',
    expected: 'give a whole address, such as http://localhost:4318',
  }),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: setting(z.url({ protocol: /^https?$/ }).optional(), {
    what: 'The whole address for traces, where it is not `/v1/traces` below the collector.',
    byDefault: 'as `OTEL_EXPORTER_OTLP_ENDPOINT` says',
    expected: 'give a whole address, such as http://localhost:4318/v1/traces',
  }),
  OTEL_SDK_DISABLED: setting(z.stringbool().default(false), {
    what: 'Turns traces off, whatever else is set.',
    expected: 'give true or false',
  }),
  TRACE_CONTEXT_TO_UPSTREAM: setting(z.stringbool().default(false), {
    what: 'Whether calls to upstream carry the W3C header `traceparent`.',
    why: 'Upstream is another company: it learns which of its calls belong together.',
    expected: 'give true or false',
  }),
};
