import type { StatusReport } from '../../health/status';
import { Refusal } from '../refusal';
import type { HttpRequest } from '../request';
import { sendJson } from '../response';
import type { Route } from '../routes';

const ONLY_THE_OPERATOR = new Refusal(
  401,
  'UNAUTHENTICATED',
  "The status is the operator's: send the OPERATOR_TOKEN as Authorization: Bearer.",
  { headers: { 'www-authenticate': 'Bearer' } },
);

/**
 * `/status/data`: what the page at `/status/` shows.
 *
 * @param mayRead whether the sender of a request may see it.
 */
export const statusRoute = (
  report: () => Promise<StatusReport>,
  mayRead: (request: HttpRequest) => boolean,
): Route => ({
  path: /^\/status\/data$/,
  handle: async (request, response) =>
    mayRead(request) ? sendJson(response, 200, await report()) : ONLY_THE_OPERATOR,
});
