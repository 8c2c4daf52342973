import { countryIdOf, stateIdOf } from '../appendix';
import { UpstreamNonsense } from '../errors';
import type {
  Area,
  EventNote,
  EventStatusKind,
  PartnerEvent,
  PriceLevel,
  PriceRangeEnd,
  QuantityRule,
  Ticket,
  Venue,
} from '../event';
import { NO_CURRENCY, money } from '../money';
import { chargeKind } from './charges';
import {
  type EventDetails,
  type WireRangeEnd,
  type WireTicket,
  type WireVenue,
  readDetails,
} from './event-details';
import { isTimeZone } from './time-zones';

/**
 * The body of event details as an event.
 *
 * @param json the body.
 * @param askedId the id that was asked for, and by which the event goes from here on.
 * @throws UpstreamNonsense where there is no event in it.
 */
export function readEvent(json: unknown, askedId: string): PartnerEvent {
  const details = readDetails(json);
  if (!details) throw new UpstreamNonsense('no event in it');
  const { apiTransactable, event } = details;
  const stated = event.currency ?? chargedIn(event.tickets);
  const inCurrency = (amount: string) => money(amount, stated ?? NO_CURRENCY);
  const { areas, areaGroups, priceLevels, area } = seatingOf(event, inCurrency);

  const rangeEndOf = (end: WireRangeEnd): PriceRangeEnd | null =>
    end && {
      display: end.display === null ? null : inCurrency(end.display),
      faceValue: end.faceValue === null ? null : inCurrency(end.faceValue),
      fees: end.fees === null ? null : inCurrency(end.fees),
    };

  const ticketOf = (wire: WireTicket): Ticket => ({
    id: wire.id,
    description: wire.description,
    prices: wire.prices.map((p) => ({
      id: p.id,
      amount: inCurrency(p.amount),
      displayAmount: inCurrency(p.displayAmount),
      charges: p.charges.map(({ type, amount, currency }) => ({
        kind: chargeKind(type),
        rawKind: type,
        amount: money(amount, currency ?? stated ?? NO_CURRENCY),
        tax: null,
        quantity: null,
      })),
      level: priceLevels.get(p.id) ?? null,
    })),
    quantities: wire.quantities && quantityRule(wire.quantities),
    areas: wire.areas.map((areaId) => areas.get(areaId) ?? area(areaId)),
  });

  return {
    id: askedId,
    apiTransactable,
    name: event.name,
    url: event.url,
    startsAt: event.startsAt,
    onsaleAt: event.onsaleAt,
    offsaleAt: event.offsaleAt,
    publishedAt: event.publishedAt,
    presales: event.presales,
    statuses: event.statuses.map(({ type, since }) => ({
      kind: statusKinds.get(type.toLowerCase()) ?? 'UNKNOWN',
      rawKind: type,
      since,
    })),
    currency: stated,
    priceRange: event.priceRange && {
      description: event.priceRange.description,
      min: rangeEndOf(event.priceRange.min),
      max: rangeEndOf(event.priceRange.max),
    },
    tickets: event.tickets.map(ticketOf),
    ticketLimit: rule(event.ticketLimit),
    areaGroups,
    priceLevels: [...priceLevels.values()],
    searchCriteria: event.searchCriteria,
    artists: event.artists,
    promoter: event.promoter,
    notes: event.notes.map(({ text, type }) => ({
      kind: noteKinds.get(type?.toLowerCase() ?? '') ?? 'UNKNOWN',
      rawKind: type ?? '',
      text,
    })),
    image: event.image,
    facilityFeeIncluded: event.facilityFeeIncluded,
    serviceFeeIncluded: event.serviceFeeIncluded,
    purchaseOrganization: event.purchaseOrganization,
    typeId: event.typeId,
    venue: event.venue && venueOf(event.venue, askedId),
  };
}

/** The currency of the first charge that names one. */
function chargedIn(tickets: readonly WireTicket[]): string | null {
  for (const { prices } of tickets) {
    for (const { charges } of prices) {
      const currency = charges.find((charge) => charge.currency !== null)?.currency;
      if (currency) return currency;
    }
  }
  return null;
}

const statusKinds = new Map<string, EventStatusKind>([
  ['onsale', 'ONSALE'],
  ['offsale', 'OFFSALE'],
  ['cancelled', 'CANCELLED'],
  ['canceled', 'CANCELLED'],
  ['postponed', 'POSTPONED'],
  ['rescheduled', 'RESCHEDULED'],
]);

const noteKinds = new Map<string, EventNote['kind']>([
  ['ticketlimittext', 'TICKET_LIMIT'],
  ['webinfo', 'WEB_INFO'],
]);

/** A limit, where upstream's 0 means that there is none. */
const rule = (value: number | null): number | null => (value !== null && value > 0 ? value : null);

const quantityRule = (wire: NonNullable<WireTicket['quantities']>): QuantityRule => ({
  exact: rule(wire.exact),
  minimum: rule(wire.minimum),
  multiple: rule(wire.multiple),
  limit: rule(wire.limit),
});

/**
 * Areas and price levels, each holding the other. Upstream names areas in three places (groups, price levels, tickets),
 * by id; the groups alone describe them.
 */
function seatingOf(event: EventDetails, inCurrency: (amount: string) => PriceLevel['amounts'][number]) {
  const areas = new Map<string, { -readonly [Key in keyof Area]: Area[Key] }>();
  const levels = new Map<string, PriceLevel>();
  const area = (areaId: string, description: string | null = null) => {
    const known = areas.get(areaId) ?? { id: areaId, description: null, priceLevels: [] };
    known.description ??= description;
    areas.set(areaId, known);
    return known;
  };

  const areaGroups = event.areaGroups.map((group) => ({
    label: group.label,
    areas: group.areas.map((a) => area(a.id, a.description)),
  }));
  for (const level of event.prices) {
    levels.set(level.id, {
      id: level.id,
      description: level.description,
      amounts: level.amounts.map(inCurrency),
      areas: level.areaIds.map((areaId) => area(areaId)),
    });
  }
  for (const { id: areaId, levelIds } of event.areaGroups.flatMap((group) => group.areas)) {
    const known = area(areaId);
    // Two groups may name the same area.
    known.priceLevels = [
      ...new Set([...known.priceLevels, ...levelIds.flatMap((levelId) => levels.get(levelId) ?? [])]),
    ];
  }
  return { areas, areaGroups, priceLevels: levels, area };
}

function venueOf({ id, timeZone, address, ...wire }: WireVenue, eventId: string): Venue {
  return {
    ...wire,
    id: id ?? `event:${eventId}`,
    timeZone: timeZone !== null && isTimeZone(timeZone) ? timeZone : null,
    address: address && {
      line1: address.line1,
      line2: address.line2,
      city: address.city,
      postalCode: address.postalCode,
      state: (address.region !== null && stateIdOf(address.country ?? undefined, address.region)) || null,
      regionCode: address.region,
      country: (address.country !== null && countryIdOf(address.country)) || null,
      countryCode: address.country,
    },
  };
}
