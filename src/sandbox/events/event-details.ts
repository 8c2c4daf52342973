import { notFound } from '../server/refusal';
import { json } from '../server/reply';
import type { Handler } from '../services';

/** "Event details": the catalogue's own body, also during maintenance. */
export const event: Handler = ({ params }, { events }) => {
  const found = events.get(params.event ?? '');
  if (found === undefined) throw notFound('event');
  return json(200, found.answer);
};
