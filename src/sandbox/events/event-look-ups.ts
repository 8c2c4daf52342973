import type { Behaviour } from '../behaviour';
import type { CatalogueEvent } from '../catalogue/catalogue-event';
import { readOffer } from '../offers/offer';
import { notFound, Refusal, refusal } from '../server/refusal';
import { gateFault, json } from '../server/reply';
import type { Handler } from '../services';
import { availabilityBody } from './availability-body';
import { localStart } from './event-start';
import { refuseWhileDown } from './maintenance';

/** "Availability and look-ups": the events that the account can sell. */
export const events: Handler = (_call, { behaviour, events }) => {
  checkEnabled(behaviour);
  const sellable = [...events.values()].filter(({ answer }) => answer.api_transactable);
  return json(200, { events: sellable.map(listedBody) });
};

/** "Availability and look-ups": the free places of an event. */
export const availability: Handler = ({ params }, { behaviour, events, inventory }, nowMs) => {
  checkEnabled(behaviour);
  const event = events.get(params.event ?? '');
  if (event === undefined) throw notFound('event');
  if (!event.answer.api_transactable) throw refusal(90001);
  refuseWhileDown(event, behaviour, nowMs);
  return json(200, availabilityBody(event, inventory, behaviour.restrictSingle.has(event.id)));
};

/** "Availability and look-ups": the id for a venue's own event code and its host. */
export const eventByCode: Handler = ({ params }, { behaviour, events }) => {
  checkEnabled(behaviour);
  for (const { id, code, host } of events.values()) {
    if (code === params.code && host === params.host) return json(200, { event: { id } });
  }
  throw notFound('event');
};

/** These calls are for specially enabled accounts. */
function checkEnabled({ lookups }: Behaviour): void {
  if (!lookups) {
    throw new Refusal(gateFault(403, 'sandbox.NotEnabled', 'Not enabled for this account'));
  }
}

function listedBody(event: CatalogueEvent) {
  const { date, time } = localStart(event);
  return {
    eventCode: event.code,
    eventHost: event.host,
    eventId: event.id,
    eventDate: date,
    eventTime: time,
    timeZone: event.timeZone,
    offers: readOffer(event).tickets.map(({ id, description }) => ({ repName: description, ticketType: id })),
  };
}
