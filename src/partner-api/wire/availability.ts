import { z } from 'zod';

import type { Availability, AvailabilityBlock } from '../model/availability';
import { UpstreamNonsense } from '../errors';
import { NO_CURRENCY, money } from '../model/money';
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

const response = z.object({
  event: z.object({
    restrictSingle: maybe(flag),
    eventTicketLimit: maybe(count),
    tickets: listOf(block),
  }),
});

/**
 * Reads the free seats of an event.
 *
 * @param eventCurrency the currency of an offer that names none.
 * @throws UpstreamNonsense where there is no event in it.
 */
export function readAvailability(json: unknown, eventCurrency: string | null): Availability {
  const read = response.safeParse(json);
  if (!read.success) throw new UpstreamNonsense('no availability in it');
  const { restrictSingle, eventTicketLimit, tickets } = read.data.event;
  return {
    // 0 means "no limit" here, as in event details. In a block it means "none at present".
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

/** The valid seats, with their places if every seat has one: no seat may be paired with the place of another. */
function seatsAndPlaces(seats: unknown[], places: unknown[]) {
  const pairs = seats.flatMap((seat, index) => {
    const name = id.safeParse(seat);
    return name.success ? [{ seat: name.data, place: id.safeParse(places[index]).data }] : [];
  });
  const placeIds = pairs.flatMap(({ place }) => place ?? []);
  const isWhole = places.length === seats.length && placeIds.length === pairs.length;
  return { seats: pairs.map(({ seat }) => seat), placeIds: isWhole ? placeIds : [] };
}
