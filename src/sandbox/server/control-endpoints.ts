import { z } from 'zod';
import { faultList } from '../faults/faults';
import { reportOf } from '../report/report';
import type { Services } from '../services';
import { parseJson } from './call';
import { notFound, Refusal, wrongMethod } from './refusal';
import { empty, errorReply, json, type Reply } from './reply';

/**
 * The sandbox's own endpoints beside the API, without authentication: `GET /report`, `POST` and `DELETE /faults`.
 * @throws Refusal 404 for other paths, 405 for other methods, 400 for an invalid list of faults.
 */
export function control(method: string, path: string, body: string, services: Services): Reply {
  switch (path) {
    case '/report':
      if (method !== 'GET') throw wrongMethod(['GET']);
      return json(200, reportOf(services));
    case '/faults':
      if (method === 'POST') services.faults.set(readFaults(body));
      else if (method === 'DELETE') services.faults.set([]);
      else throw wrongMethod(['POST', 'DELETE']);
      return empty(204);
    default:
      throw notFound('endpoint');
  }
}

function readFaults(body: string) {
  const faults = faultList.safeParse(parseJson(body));
  if (!faults.success) throw new Refusal(errorReply(400, 400, z.prettifyError(faults.error)));
  return faults.data;
}
