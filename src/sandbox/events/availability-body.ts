import type { CatalogueEvent, SeatBlock } from '../catalogue/catalogue-event';
import { amount, kindOf } from '../offers/charges';
import { readOffer, type Offer, type TicketPrice, type TicketType } from '../offers/offer';
import { includesArea } from '../offers/selection';
import type { Inventory } from '../seats/inventory';
import { placeId } from '../seats/place-id';

/** The free places of an event: one entry per area, since all places of an area have the same offers. */
export function availabilityBody(event: CatalogueEvent, inventory: Inventory, restrictSingle: boolean) {
  const offer = readOffer(event);
  const areas = new Set(event.seating.map(({ areaId }) => areaId));
  return {
    event: {
      id: event.id,
      restrictSingle,
      eventTicketLimit: offer.limit,
      tickets: Array.from(areas, (areaId) => {
        const blocks = event.seating.filter((block) => block.areaId === areaId);
        return areaBody(offer, areaId, blocks, inventory);
      }),
    },
  };
}

function areaBody(offer: Offer, areaId: number | null, blocks: SeatBlock[], inventory: Inventory) {
  const free = blocks.map((block) => ({ block, positions: inventory.free(block) }));
  const available = free.reduce((sum, { positions }) => sum + positions.length, 0);
  const tickets = offer.tickets.filter(({ areas }) => includesArea(areas, areaId));
  return {
    available,
    total: blocks.reduce((sum, { seats }) => sum + seats.length, 0),
    currentTicketLimit: Math.min(available, highestLimit(offer, tickets)),
    inventory: free
      .filter(({ positions }) => positions.length > 0)
      .map(({ block, positions }) => rowBody(block, positions)),
    offers: tickets.flatMap((ticket) =>
      ticket.prices
        .filter((price) => includesArea(price.areas, areaId))
        .map((price) => offerBody(offer, ticket, price)),
    ),
  };
}

/** How many tickets one cart may have here. 0 means no limit in an offer. */
function highestLimit({ limit }: Offer, tickets: TicketType[]): number {
  const unlimited = (limit: number) => (limit === 0 ? Infinity : limit);
  return Math.min(unlimited(limit), Math.max(0, ...tickets.map(({ limit }) => unlimited(limit))));
}

/** Seats as printed, as numbers where they are numbers. General admission names neither seats nor places. */
function rowBody({ section, row, seats, generalAdmission }: SeatBlock, positions: number[]) {
  if (generalAdmission) return { section, row, seats: [], hasEvenOddMix: false };
  const names = positions.map((position) => seats[position] ?? '');
  const numbers = names.map((name) => (/^[1-9]\d*$/.test(name) ? Number(name) : name));
  const parities = new Set(numbers.map((number) => (typeof number === 'number' ? number % 2 : null)));
  return {
    section,
    row,
    seats: numbers,
    places: names.map((name) => placeId(section, row, name)),
    hasEvenOddMix: parities.has(0) && parities.has(1),
  };
}

function offerBody({ currency }: Offer, { id, description }: TicketType, price: TicketPrice) {
  const faceValue = price.charges.find(({ type }) => type === 'face_value');
  return {
    charges: price.charges
      .filter((charge) => charge !== faceValue)
      .map((charge) => ({
        amount: amount(charge.cents),
        reason: charge.type,
        type: kindOf(charge) === 'tax' ? 'tax' : 'fee',
      })),
    currency,
    faceValue: amount(faceValue?.cents ?? 0),
    offerDescription: description,
    offerName: description,
    priceLevelId: price.id,
    ticketTypeId: id,
  };
}
