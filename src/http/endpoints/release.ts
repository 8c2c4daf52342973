import type { Desk } from '../../carts/desk';
import type { AccessControl } from '../access/access-control';
import { Refusal } from '../refusal';
import { send } from '../response';
import type { Route } from '../routes';

const ONLY_POST = new Refusal(405, 'METHOD_NOT_ALLOWED', 'Release a cart by POST.', {
  headers: { allow: 'POST' },
});

/**
 * The release beacon: the shopper has left. Made for `navigator.sendBeacon`, which sends a plain POST and reads no
 * response; its body does not matter, and an unknown id is answered like a known one.
 */
export const releaseRoute = (access: AccessControl, desk: Pick<Desk, 'release'>): Route => ({
  path: /^\/carts\/([^/]+)\/release$/,
  handle: async (request, response, [cartId = '']) => {
    response.kind = 'release';
    if (request.method !== 'POST') return ONLY_POST;
    const refusal = access.checkRelease(request);
    if (refusal) return refusal;
    request.resume();
    await desk.release(cartId);
    return send(response, 204);
  },
});
