import { z } from 'zod';

import { countryIdOf, stateIdOf } from '../appendix';
import { UpstreamNonsense } from '../errors';
import type {
  Area,
  EventNote,
  EventStatusKind,
  Image,
  PartnerEvent,
  PriceLevel,
  PriceRangeEnd,
  QuantityRule,
  Ticket,
  Venue,
} from '../event';
import { NO_CURRENCY, money } from '../money';
import { chargeKind } from './charges';
import { instant, range, when } from './dates';
import { decimal, flag, id, listOf, maybe, text, webAddress, whole } from './tolerant';
import { isTimeZone } from './time-zones';

const currency = z.string().regex(/^[A-Z]{3}$/);
const reference = z.object({ id });
const image = z.object({ location: webAddress, width: maybe(whole), height: maybe(whole) });
const rangeEnd = z.object({
  display_amount: maybe(decimal),
  face_value: maybe(decimal),
  fees: maybe(decimal),
});

const price = z.object({
  id,
  amount: decimal,
  display_amount: maybe(decimal),
  price_details: listOf(
    z.object({ type: text, amount: z.object({ amount: decimal, currency: maybe(currency) }) }),
  ),
});

const ticket = z.object({
  id,
  description: maybe(text),
  prices: listOf(price),
  quantities: maybe(
    z.object({
      exact: maybe(whole),
      minimum: maybe(whole),
      multiple: maybe(whole),
      limit: maybe(whole),
    }),
  ),
  areas: listOf(reference),
});

const venue = z.object({
  id: maybe(id),
  name: maybe(text),
  location: maybe(
    z.object({
      time_zone: maybe(text),
      address: maybe(
        z.object({
          line1: maybe(text),
          line2: maybe(text),
          city: maybe(text),
          postal_code: maybe(text),
          region: maybe(z.object({ abbrev: maybe(text) })),
          country: maybe(z.object({ abbrev: maybe(text) })),
        }),
      ),
    }),
  ),
  markets: listOf(z.object({ id: maybe(id), name: maybe(text) })),
  images: listOf(image.extend({ name: maybe(text), type: maybe(text) })),
});

const details = z.object({
  api_transactable: maybe(flag),
  event: z.object({
    name: maybe(text),
    url: maybe(webAddress),
    eventdate: when,
    onsale: when,
    offsale: when,
    publication: when,
    presales: listOf(z.intersection(range, z.object({ label: maybe(text) }))),
    statuses: listOf(z.object({ type: text, value: maybe(text) })),
    currency_code: maybe(currency),
    price_range: maybe(z.object({ description: maybe(text), min: maybe(rangeEnd), max: maybe(rangeEnd) })),
    tickets: listOf(ticket),
    quantities: maybe(z.object({ limit: maybe(whole) })),
    area_groups: listOf(
      z.object({
        label: maybe(text),
        areas: listOf(z.object({ id, description: maybe(text), prices: listOf(reference) })),
      }),
    ),
    prices: listOf(
      z.object({ id, description: maybe(text), amounts: listOf(decimal), areas: listOf(reference) }),
    ),
    criteria_groups: listOf(text),
    artists: listOf(
      z.object({
        id: maybe(id),
        name: maybe(text),
        rank: maybe(whole),
        single_performer_or_band: maybe(flag),
      }),
    ),
    promoter: maybe(z.object({ id: maybe(id), name: maybe(text) })),
    notes: listOf(z.object({ text, type: maybe(text) })),
    event_image: maybe(image),
    facility_fee_rollup: maybe(flag),
    service_fee_rollup: maybe(flag),
    purchase_organization: maybe(text),
    type: maybe(z.object({ id: maybe(whole) })),
    venue: maybe(venue),
  }),
});

type Details = z.infer<typeof details>['event'];

/**
 * The body of event details as an event.
 *
 * @param json the body.
 * @param askedId the id that was asked for, and by which the event goes from here on.
 * @throws UpstreamNonsense where there is no event in it.
 */
export function readEvent(json: unknown, askedId: string): PartnerEvent {
  const read = details.safeParse(json);
  if (!read.success) throw new UpstreamNonsense('no event in it');
  const { api_transactable, event } = read.data;

  const stated =
    event.currency_code ??
    event.tickets
      .flatMap((t) => t.prices.flatMap((p) => p.price_details.map((d) => d.amount.currency)))
      .find((code) => code !== null) ??
    null;
  const inCurrency = (amount: string) => money(amount, stated ?? NO_CURRENCY);
  const { areas, areaGroups, priceLevels, area } = seatingOf(event, inCurrency);

  const rangeEndOf = (end: z.infer<typeof rangeEnd> | null): PriceRangeEnd | null =>
    end && {
      display: end.display_amount === null ? null : inCurrency(end.display_amount),
      faceValue: end.face_value === null ? null : inCurrency(end.face_value),
      fees: end.fees === null ? null : inCurrency(end.fees),
    };

  const ticketOf = (wire: z.infer<typeof ticket>): Ticket => ({
    id: wire.id,
    description: wire.description,
    prices: wire.prices.map((p) => ({
      id: p.id,
      amount: inCurrency(p.amount),
      displayAmount: inCurrency(p.display_amount ?? p.amount),
      charges: p.price_details.map((d) => ({
        kind: chargeKind(d.type),
        rawKind: d.type,
        amount: money(d.amount.amount, d.amount.currency ?? stated ?? NO_CURRENCY),
        tax: null,
        quantity: null,
      })),
      level: priceLevels.get(p.id) ?? null,
    })),
    quantities: wire.quantities && quantityRule(wire.quantities),
    areas: wire.areas.map((a) => areas.get(a.id) ?? area(a.id)),
  });

  return {
    id: askedId,
    apiTransactable: api_transactable ?? false,
    name: event.name,
    url: event.url,
    startsAt: event.eventdate,
    onsaleAt: event.onsale,
    offsaleAt: event.offsale,
    publishedAt: event.publication,
    presales: event.presales,
    statuses: event.statuses.map(({ type, value }) => ({
      kind: statusKinds.get(type.toLowerCase()) ?? 'UNKNOWN',
      rawKind: type,
      since: instant(value),
    })),
    currency: stated,
    priceRange: event.price_range && {
      description: event.price_range.description,
      min: rangeEndOf(event.price_range.min),
      max: rangeEndOf(event.price_range.max),
    },
    tickets: event.tickets.map(ticketOf),
    ticketLimit: rule(event.quantities?.limit),
    areaGroups,
    priceLevels: [...priceLevels.values()],
    searchCriteria: event.criteria_groups,
    artists: event.artists.map(({ single_performer_or_band, ...artist }) => ({
      ...artist,
      isSingleAct: single_performer_or_band,
    })),
    promoter: event.promoter,
    notes: event.notes.map((note) => ({
      kind: noteKinds.get(note.type?.toLowerCase() ?? '') ?? 'UNKNOWN',
      rawKind: note.type ?? '',
      text: note.text,
    })),
    image: event.event_image && imageOf(event.event_image),
    facilityFeeIncluded: event.facility_fee_rollup,
    serviceFeeIncluded: event.service_fee_rollup,
    purchaseOrganization: event.purchase_organization,
    typeId: event.type?.id ?? null,
    venue: event.venue && venueOf(event.venue, askedId),
  };
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
const rule = (value: number | null | undefined): number | null =>
  value !== null && value !== undefined && value > 0 ? value : null;

const quantityRule = (wire: {
  exact: number | null;
  minimum: number | null;
  multiple: number | null;
  limit: number | null;
}): QuantityRule => ({
  exact: rule(wire.exact),
  minimum: rule(wire.minimum),
  multiple: rule(wire.multiple),
  limit: rule(wire.limit),
});

const imageOf = ({ location, width, height }: z.infer<typeof image>): Image => ({
  url: location,
  width,
  height,
});

/**
 * Areas and price levels, each holding the other. Upstream names areas in three places (groups, price levels, tickets),
 * by id; the groups alone describe them.
 */
function seatingOf(event: Details, inCurrency: (amount: string) => PriceLevel['amounts'][number]) {
  const areas = new Map<string, { -readonly [Key in keyof Area]: Area[Key] }>();
  const levels = new Map<string, PriceLevel>();
  const area = (areaId: string, description: string | null = null) => {
    const known = areas.get(areaId) ?? { id: areaId, description: null, priceLevels: [] };
    known.description ??= description;
    areas.set(areaId, known);
    return known;
  };

  const areaGroups = event.area_groups.map((group) => ({
    label: group.label,
    areas: group.areas.map((a) => area(a.id, a.description)),
  }));
  for (const level of event.prices) {
    levels.set(level.id, {
      id: level.id,
      description: level.description,
      amounts: level.amounts.map(inCurrency),
      areas: level.areas.map((a) => area(a.id)),
    });
  }
  for (const { id: areaId, prices } of event.area_groups.flatMap((group) => group.areas)) {
    const known = area(areaId);
    // Two groups may name the same area.
    known.priceLevels = [
      ...new Set([...known.priceLevels, ...prices.flatMap((p) => levels.get(p.id) ?? [])]),
    ];
  }
  return { areas, areaGroups, priceLevels: levels, area };
}

function venueOf(wire: z.infer<typeof venue>, eventId: string): Venue {
  const { time_zone: timeZone = null, address = null } = wire.location ?? {};
  const countryCode = address?.country?.abbrev ?? null;
  const regionCode = address?.region?.abbrev ?? null;
  return {
    id: wire.id ?? `event:${eventId}`,
    name: wire.name,
    timeZone: timeZone !== null && isTimeZone(timeZone) ? timeZone : null,
    address: address && {
      line1: address.line1,
      line2: address.line2,
      city: address.city,
      postalCode: address.postal_code,
      state: (regionCode !== null && stateIdOf(countryCode ?? undefined, regionCode)) || null,
      regionCode,
      country: (countryCode !== null && countryIdOf(countryCode)) || null,
      countryCode,
    },
    markets: wire.markets,
    images: wire.images.map(({ name, type, ...rest }) => ({ ...imageOf(rest), name, rawKind: type })),
  };
}
