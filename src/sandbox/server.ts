import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { accepts } from './accept';
import { errorAnswer, notFound, Refusal, type Answer } from './answers';
import { cartIdOf, eventIdOf, parseJson, type Call } from './call';
import { control, wrongMethod } from './control';
import { goWrong } from './faults';
import { admit } from './gate';
import { HANDLERS } from './handlers';
import type { Rooms } from './rooms';
import { EDITION_2015, router } from './routes';
import { send } from './send';

/** The path that all calls of the API begin with. */
export const BASE_PATH = '/partners/v1';
const BODY_LIMIT_BYTES = 1_000_000;
/** Longer than clients keep idle connections, so that none is closed under a request. */
const KEEP_ALIVE_MS = 75_000;

/** The sandbox over HTTP; the caller listens and closes. */
export function sandboxServer(rooms: Rooms): Server {
  const route = router(EDITION_2015);

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const body = await readBody(req);
    const { method = 'GET', url = '/', headers } = req;
    const [path = '', query = ''] = url.split(/\?(.*)/s);
    if (!path.startsWith(`${BASE_PATH}/`)) {
      send(
        res,
        attempt(rooms, () => control(method, path, body, rooms)),
      );
      return;
    }
    const match = route(method, path.slice(BASE_PATH.length));
    if (match.kind !== 'found') {
      const refused = match.kind === 'none' ? notFound('endpoint') : wrongMethod(match.allow);
      send(res, refused.answer);
      return;
    }
    await serveCall(res, {
      route: match.name,
      params: match.params,
      query: new URLSearchParams(query),
      headers,
      body,
      json: parseJson(body),
    });
  }

  async function serveCall(res: ServerResponse, call: Call): Promise<void> {
    const cartId = cartIdOf(call);
    res.once('close', rooms.observations.begin(call.route, cartId));
    noteClientIp(call, rooms);
    const eventId = eventIdOf(call) ?? rooms.carts.find(cartId)?.event?.id ?? null;
    const { delayMs, ending } = rooms.faults.take(call.route, eventId);
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs).unref());
    if (!server.listening) return;
    const work = () => attempt(rooms, (nowMs) => answerCall(call, rooms, nowMs));
    if (ending === null) send(res, work());
    else goWrong(res, ending, work);
  }

  const server = createServer((req, res) => {
    serve(req, res).catch(() => res.destroy());
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return server;
}

/** Lets in what the manual lets in, and has it answered. */
function answerCall(call: Call, rooms: Rooms, nowMs: number): Answer {
  if (call.route !== 'token') admit(call, rooms.partner);
  const mediaType = call.route === 'captcha' ? 'text/html' : 'application/json';
  if (!accepts(call.headers.accept, mediaType)) {
    throw new Refusal(errorAnswer(406, 406, `Only ${mediaType} can be had here`));
  }
  return HANDLERS[call.route](call, rooms, nowMs);
}

/** What `work` answers after all that is due has happened; a refusal, or 500 for a fault of the sandbox itself. */
function attempt({ agenda }: Rooms, work: (nowMs: number) => Answer): Answer {
  try {
    return work(agenda.catchUp());
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    return errorAnswer(500, 500, `The sandbox itself failed: ${String(error)}`);
  }
}

/** "All ticketing and polling requests must include the header True-Client-IP." Without one they are served, though. */
function noteClientIp({ route, headers }: Call, { observations }: Rooms): void {
  if (route === 'token') return;
  const address = headers['true-client-ip'];
  if (address === undefined) observations.violation('missingClientIp', `${route} without True-Client-IP`);
  else if (isIP(String(address)) === 0) {
    observations.violation('invalidClientIp', `${route} with True-Client-IP ${String(address)}`);
  }
}

/**
 * The whole body as text.
 * @throws Error when it is too long or breaks off.
 */
async function readBody(req: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of req as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > BODY_LIMIT_BYTES) throw new Error('body too long');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
