import { once } from 'node:events';
import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  createServer,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it came in. */
export interface Seen {
  readonly method: string;
  /** Path and query as sent, nothing decoded. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What is done with one request: an answer, or some mischief. */
export type Script = (res: ServerResponse, seen: Seen) => void;

const BASE_PATH = '/partners/v1';

/** A Partner API that answers what a test says and remembers what it was asked. */
export class Upstream {
  /** Every request but those for an access token. */
  readonly calls: Seen[] = [];
  readonly tokenCalls: Seen[] = [];
  #scripts: Script[] = [json({})];
  #tokenScripts: Script[] = [granted()];

  private constructor(private readonly server: Server) {}

  /** Listens on a free port of 127.0.0.1. */
  static async open(): Promise<Upstream> {
    const server = createServer((req, res) => void upstream.#serve(req, res));
    const upstream = new Upstream(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return upstream;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** E.g. `http://127.0.0.1:1234/partners/v1`. */
  get url(): string {
    return `http://127.0.0.1:${this.port}${BASE_PATH}`;
  }

  /** One script per call, in their order; the last one serves all the rest. */
  answers(...scripts: Script[]): void {
    this.#scripts = scripts;
  }

  /** The same for requests for an access token. */
  answersToken(...scripts: Script[]): void {
    this.#tokenScripts = scripts;
  }

  /** The only call there was. Throws where there were none or several. */
  get onlyCall(): Seen {
    const [call] = this.calls;
    if (call === undefined || this.calls.length > 1) throw new Error(`${this.calls.length} calls`);
    return call;
  }

  /** Stops at once. */
  async close(): Promise<void> {
    if (!this.server.listening) return;
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  async #serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    let body = '';
    for await (const piece of req) body += String(piece);
    const seen = { method: req.method ?? '', target: req.url ?? '', headers: req.headers, body };
    const isToken = seen.target.startsWith(`${BASE_PATH}/oauth/`);
    (isToken ? this.tokenCalls : this.calls).push(seen);
    const scripts = isToken ? this.#tokenScripts : this.#scripts;
    const script = scripts.length > 1 ? scripts.shift() : scripts[0];
    script?.(res, seen);
  }
}

/** Answers `body` as JSON. */
export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Script =>
  (res) =>
    void res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

/** Answers `body` as it stands. */
export const plain =
  (body: string, status = 200, headers: Record<string, string> = {}): Script =>
  (res) =>
    void res.writeHead(status, headers).end(body);

/** Refuses with a number of the manual's error table. */
export const refusal = (code: number | string, status: number): Script =>
  json({ error: { message: 'never to be shown', code, http_code: status, severity: 'fatal' } }, status);

/** Refuses as the gate in front of the API does. */
export const gate = (status: number, headers?: Record<string, string>): Script =>
  json({ fault: { faultstring: 'never to be shown', detail: { errorcode: 'oauth.v2.X' } } }, status, headers);

/** Grants the tokens `token-1`, `token-2`, …, in the manual's own shape; `more` replaces parts of it. */
export function granted(more: Record<string, unknown> = {}): Script {
  let count = 0;
  return (res, seen) =>
    json({
      issued_at: '1448168101229',
      scope: '',
      status: 'approved',
      expires_in: '3599',
      token_type: 'BearerToken',
      client_id: 'a-partner',
      access_token: `token-${++count}`,
      ...more,
    })(res, seen);
}

/** A page, as a proxy in front may answer. */
export const html = (status: number): Script =>
  plain('<html><body>never to be shown</body></html>', status, { 'content-type': 'text/html' });

/** Breaks the connection without an answer. */
export const reset: Script = (res) => void res.socket?.resetAndDestroy();

/** Never answers. */
export const hang: Script = () => {};

/** Announces a thousand bytes, sends the beginning of some JSON, and breaks off. */
export const truncated: Script = (res) => {
  res.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  res.write('{"event": {"name": "Seattle', () => res.socket?.end());
};

/** Sends a byte now and then, for ever. */
export const drip: Script = (res) => {
  res.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => res.write(' '), 10);
  res.once('close', () => clearInterval(timer));
};
