import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { sendFault } from '../faults/send-fault';
import { observeClientAddress } from '../gate/client-address';
import { checkAccessToken } from '../gate/credentials';
import { enter } from '../gate/entrance';
import { checkAccept } from '../gate/media-type';
import { routeFinder } from '../routes/find-route';
import type { RouteName } from '../routes/route-names';
import type { Route } from '../routes/router';
import type { Services } from '../services';
import { cartIdOf, eventIdOf, parseJson, type Call } from './call';
import { control } from './control-endpoints';
import { readBody } from './read-body';
import { notFound, Refusal, wrongMethod } from './refusal';
import { errorReply, type Reply } from './reply';
import { send } from './send';

/** The path prefix of all calls of the API. */
export const BASE_PATH = '/partners/v1';
/** Longer than clients keep idle connections, so that none is closed while a request is on its way. */
const KEEP_ALIVE_MS = 75_000;

/**
 * The sandbox over HTTP. The caller listens and closes.
 *
 * A request passes the gate (API key, quota, access token) before its route is looked up, as upstream: without a key
 * even an unknown path is 401, and what the quota refuses is neither carried out nor observed. Injected faults come
 * before the access token is checked.
 */
export function sandboxServer(services: Services): Server {
  const routes = routeFinder(services.behaviour.edition.name);

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const body = await readBody(req);
    const { method = 'GET', url = '/', headers } = req;
    const [path = '', queryText = ''] = url.split(/\?(.*)/s);
    if (!path.startsWith(`${BASE_PATH}/`)) {
      send(
        res,
        replyOf(services, () => control(method, path, body, services)),
      );
      return;
    }
    const query = new URLSearchParams(queryText);
    const { refusal, headers: gateHeaders } = enter({ query, headers }, services);
    res.setHeaders(new Map(Object.entries(gateHeaders)));
    if (refusal !== null) {
      send(res, refusal);
      return;
    }
    const apiPath = path.slice(BASE_PATH.length);
    const match = routes.find(method, apiPath);
    if (match.kind !== 'found') {
      observeOtherEdition(routes.findElsewhere(method, apiPath), services);
      const reply = replyOf(services, () => {
        checkAccessToken(headers, services.partner);
        throw match.kind === 'notFound' ? notFound('endpoint') : wrongMethod(match.allow);
      });
      send(res, reply);
      return;
    }
    const { route, params } = match;
    await serveCall(res, route, { route: route.name, params, query, headers, body, json: parseJson(body) });
  }

  async function serveCall(res: ServerResponse, route: Route, call: Call): Promise<void> {
    const { observations, carts, faults } = services;
    const cartId = cartIdOf(call);
    res.once('close', observations.begin(call.route, cartId));
    observeClientAddress(call, observations);
    const eventId = eventIdOf(call) ?? carts.find(cartId)?.event?.id ?? null;
    const { delayMs, fault } = faults.take(call.route, eventId);
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs).unref());
    if (!server.listening) return;
    const work = () => replyOf(services, (nowMs) => handle(route, call, services, nowMs));
    if (fault === null) send(res, work());
    else sendFault(res, fault, work);
  }

  const server = createServer((req, res) => {
    serve(req, res).catch(() => res.destroy());
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return server;
}

function handle(route: Route, call: Call, services: Services, nowMs: number): Reply {
  if (call.route !== 'token') checkAccessToken(call.headers, services.partner);
  checkAccept(call, route);
  return route.handler(call, services, nowMs);
}

/** Counts a call of another edition, which is 404 in this one. */
function observeOtherEdition(route: RouteName | null, { behaviour, observations }: Services): void {
  if (route === null) return;
  observations.violation('otherEdition', `${route} as in another edition than ${behaviour.edition.name}`);
}

/** Runs everything that is due, then `work`. Returns its reply, its refusal, or 500 for a bug of the sandbox. */
function replyOf({ schedule }: Services, work: (nowMs: number) => Reply): Reply {
  try {
    return work(schedule.catchUp());
  } catch (error) {
    if (error instanceof Refusal) return error.reply;
    return errorReply(500, 500, `The sandbox itself failed: ${String(error)}`);
  }
}
