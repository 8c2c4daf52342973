import { gateAnswer, json, notFound, Refusal, refusal } from './answers';
import { availabilityBody } from './availability';
import type { CatalogueEvent } from './catalogue/catalogue';
import { localStart } from './event-start';
import { underMaintenance } from './maintenance';
import { readOffer } from './offer';
import type { Handler, Moods } from './rooms';

/** "Availability and look-ups": what the account can sell. */
export const events: Handler = (_call, { moods, events }) => {
  checkEnabled(moods);
  const sellable = [...events.values()].filter(({ answer }) => answer.api_transactable);
  return json(200, { events: sellable.map(listedBody) });
};

/** "Availability and look-ups": the places that an event has left. */
export const availability: Handler = ({ params }, { moods, events, inventory }, nowMs) => {
  checkEnabled(moods);
  const event = events.get(params.event ?? '');
  if (event === undefined) throw notFound('event');
  if (!event.answer.api_transactable) throw refusal(90001);
  if (moods.maintenance && underMaintenance(event.timeZone, nowMs)) throw refusal(20001);
  return json(200, availabilityBody(event, inventory, moods.restrictSingle.has(event.id)));
};

/** "Availability and look-ups": the id that belongs to a venue's own code and its host. */
export const eventByCode: Handler = ({ params }, { moods, events }) => {
  checkEnabled(moods);
  for (const { id, code, host } of events.values()) {
    if (code === params.code && host === params.host) return json(200, { event: { id } });
  }
  throw notFound('event');
};

/** These calls are for specially enabled accounts. */
function checkEnabled({ lookups }: Moods): void {
  if (!lookups) {
    throw new Refusal(gateAnswer(403, 'sandbox.NotEnabled', 'Not enabled for this account'));
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
