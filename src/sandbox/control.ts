import { z } from 'zod';
import { bare, errorAnswer, json, notFound, Refusal, type Answer } from './answers';
import { parseJson } from './call';
import { faultList } from './faults';
import type { SandboxReport } from './report';
import type { Rooms } from './rooms';

/** What happened so far and what is open now. */
export function reportOf({ carts, inventory, observations, orders }: Rooms): SandboxReport {
  const open = carts.report();
  return {
    ...observations.snapshot(),
    openCarts: open.length,
    carts: open,
    openSessions: carts.openSessions(),
    heldSeats: inventory.heldSeats,
    ...carts.tally,
    ...orders.report(),
  };
}

/**
 * The sandbox's own endpoints beside the API, without any authentication: `GET /report`, `POST` and `DELETE /faults`.
 * @throws Refusal 404 for other paths, 405 for other methods, 400 for a list that is none of faults.
 */
export function control(method: string, path: string, body: string, rooms: Rooms): Answer {
  switch (path) {
    case '/report':
      if (method !== 'GET') throw wrongMethod(['GET']);
      return json(200, reportOf(rooms));
    case '/faults':
      if (method === 'POST') rooms.faults.set(readFaults(body));
      else if (method === 'DELETE') rooms.faults.set([]);
      else throw wrongMethod(['POST', 'DELETE']);
      return bare(204);
    default:
      throw notFound('endpoint');
  }
}

/** 405, with the methods that the path takes. */
export function wrongMethod(allow: readonly string[]): Refusal {
  return new Refusal(errorAnswer(405, 405, 'Method not allowed', { Allow: allow.join(', ') }));
}

function readFaults(body: string) {
  const faults = faultList.safeParse(parseJson(body));
  if (!faults.success) throw new Refusal(errorAnswer(400, 400, z.prettifyError(faults.error)));
  return faults.data;
}
