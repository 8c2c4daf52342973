import { z } from 'zod';

import type { Availability, AvailabilityBlock } from '../availability';
import { UpstreamNonsense } from '../errors';
import { NO_CURRENCY, money } from '../money';
import { currencyCode, decimal, flag, id, listOf, maybe, text, whole } from './tolerant';

const count = whole.refine((value) => value >= 0);
const anyList = z.array(z.unknown()).catch([]);

const row = z.object({
  section: maybe(id),
  row: maybe(id),
  seats: anyList,
  places: anyList,
  hasEvenOddMix: maybe(flag),
});

const offer = z.object({
  ticketTypeId: maybe(id),
  offerName: maybe(text),
  offerDescription: maybe(text),
  priceLevelId: maybe(id),
  currency: maybe(currencyCode),
  faceValue: maybe(decimal),
  charges: listOf(z.object({ reason: maybe(text), type: maybe(text), amount: maybe(decimal) })),
});

const block = z.object({
  available: maybe(count),
  total: maybe(count),
  currentTicketLimit: maybe(count),
  inventory: listOf(row),
  offers: listOf(offer),
});

const answer = z.object({
  event: z.object({
    restrictSingle: maybe(flag),
    eventTicketLimit: maybe(count),
    tickets: listOf(block),
  }),
});

/**
 * What is left of an event.
 *
 * @param eventCurrency stands in where an offer names none.
 * @throws UpstreamNonsense where there is no event in it.
 */
export function readAvailability(json: unknown, eventCurrency: string | null): Availability {
  const read = answer.safeParse(json);
  if (!read.success) throw new UpstreamNonsense('no availability in it');
  const { restrictSingle, eventTicketLimit, tickets } = read.data.event;
  return {
    // 0 is "no limit" here, as in the event's details; of a block, it is "none at present".
    ticketLimit: eventTicketLimit === 0 ? null : eventTicketLimit,
    restrictSingle: restrictSingle ?? false,
    blocks: tickets.map((wire) => blockOf(wire, eventCurrency)),
  };
}

function blockOf(wire: z.infer<typeof block>, eventCurrency: string | null): AvailabilityBlock {
  return {
    remaining: wire.available,
    total: wire.total,
    ticketLimit: wire.currentTicketLimit,
    rows: wire.inventory.map(({ section, row, seats, places, hasEvenOddMix }) => ({
      section,
      row,
      hasEvenOddMix,
      ...seatsAndPlaces(seats, places),
    })),
    offers: wire.offers.map((entry) => {
      const currency = entry.currency ?? eventCurrency ?? NO_CURRENCY;
      const inCurrency = (amount: string | null) => (amount === null ? null : money(amount, currency));
      return {
        ticketId: entry.ticketTypeId,
        name: entry.offerName,
        description: entry.offerDescription,
        priceLevelId: entry.priceLevelId,
        faceValue: inCurrency(entry.faceValue),
        charges: entry.charges.map(({ reason, type, amount }) => ({
          reason,
          kind: type,
          amount: inCurrency(amount),
        })),
      };
    }),
  };
}

/** The seats that make sense, with their places where each has one: a place may never stand beside another's seat. */
function seatsAndPlaces(seats: unknown[], places: unknown[]) {
  const pairs = seats.flatMap((seat, index) => {
    const name = id.safeParse(seat);
    return name.success ? [{ seat: name.data, place: id.safeParse(places[index]).data }] : [];
  });
  const placeIds = pairs.flatMap(({ place }) => place ?? []);
  const isWhole = places.length === seats.length && placeIds.length === pairs.length;
  return { seats: pairs.map(({ seat }) => seat), placeIds: isWhole ? placeIds : [] };
}
