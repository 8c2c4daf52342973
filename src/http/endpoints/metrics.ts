import { Refusal } from '../refusal';
import { send } from '../response';
import type { Route } from '../routes';

/** The metrics as text, and its content type. */
export interface MetricsText {
  readonly contentType: string;
  text(): Promise<string>;
}

const ONLY_GET = new Refusal(405, 'METHOD_NOT_ALLOWED', 'Read the metrics by GET.', {
  headers: { allow: 'GET, HEAD' },
});

/** `/metrics`: for Prometheus. */
export const metricsRoute = (metrics: MetricsText): Route => ({
  path: /^\/metrics$/,
  handle: async (request, response) => {
    if (request.method !== 'GET' && !request.isHead) return ONLY_GET;
    const text = await metrics.text();
    return send(
      response,
      200,
      { 'content-type': metrics.contentType, 'cache-control': 'no-store' },
      Buffer.from(text),
    );
  },
});
