import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How long a scraper may take for its request. */
const REQUEST_TIMEOUT_MS = 5000;
/** Connections of scrapers at once. */
const MOST_CONNECTIONS = 16;

/** Serves the metrics, and nothing else, on a port of its own. */
export interface MetricsServer {
  /** The address of the metrics. */
  readonly url: string;
  close(): Promise<void>;
}

/** Listens on `port` of `host` (0: any free port). `metrics` gives the text and its content type. */
export async function startMetricsServer(
  { host, port }: { readonly host: string; readonly port: number },
  metrics: { readonly contentType: string; text(): Promise<string> },
): Promise<MetricsServer> {
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (request, response) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead || request.url?.split('?')[0] !== '/metrics') {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('The metrics are at /metrics.\n');
      return;
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  server.maxConnections = MOST_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const bound = server.address() as AddressInfo;
  const name = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address;
  return {
    url: `http://${name}:${bound.port}/metrics`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
