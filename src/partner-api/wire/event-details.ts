import { instant } from './dates';
import { currencyCode, decimal, flag, id, list, record, text, webAddress, whole } from './plain';

/*
 * Readers of the parts of event details (`{"api_transactable", "event": {…}}`). An invalid field is null. A list's entry
 * without its essential fields is left out.
 */

/** An object of JSON. */
export type Wire = Readonly<Record<string, unknown>>;
export type WireTicket = NonNullable<ReturnType<typeof ticketOf>>;
export type WireStatus = NonNullable<ReturnType<typeof statusOf>>;
export type WireNote = NonNullable<ReturnType<typeof noteOf>>;
export type WireRange = ReturnType<typeof priceRangeOf>;
export type WireVenue = NonNullable<ReturnType<typeof venueOf>>;
export type WireAreaGroup = NonNullable<ReturnType<typeof areaGroupOf>>;
export type WirePriceLevel = NonNullable<ReturnType<typeof priceLevelOf>>;
export type WireRangeEnd = ReturnType<typeof rangeEndOf>;

/** Both ends of one of upstream's dates: `{"format": "datetime", "value"}`, or "daterange" with `start/end`. */
function datesOf(value: unknown): { start: string | null; end: string | null } {
  const [start, end] = text(record(value)?.['value'])?.split('/') ?? [];
  return { start: instant(start), end: instant(end) };
}

/** An instant; of a range, its start. */
export const startOf = (value: unknown): string | null => datesOf(value).start;

export function presaleOf(value: unknown) {
  const presale = record(value);
  const { start, end } = datesOf(presale);
  return presale && { label: text(presale['label']), startsAt: start, endsAt: end };
}

export function statusOf(value: unknown) {
  const status = record(value);
  const type = text(status?.['type']);
  return type === null ? null : { type, since: instant(text(status?.['value'])) };
}

export function priceRangeOf(value: unknown) {
  const range = record(value);
  return (
    range && {
      description: text(range['description']),
      min: rangeEndOf(range['min']),
      max: rangeEndOf(range['max']),
    }
  );
}

function rangeEndOf(value: unknown) {
  const end = record(value);
  return (
    end && {
      display: decimal(end['display_amount']),
      faceValue: decimal(end['face_value']),
      fees: decimal(end['fees']),
    }
  );
}

export function ticketOf(value: unknown) {
  const ticket = record(value);
  const ticketId = id(ticket?.['id']);
  if (!ticket || ticketId === null) return null;
  const quantities = record(ticket['quantities']);
  return {
    id: ticketId,
    description: text(ticket['description']),
    prices: list(ticket['prices'], priceOf),
    quantities: quantities && {
      exact: whole(quantities['exact']),
      minimum: whole(quantities['minimum']),
      multiple: whole(quantities['multiple']),
      limit: whole(quantities['limit']),
    },
    areas: list(ticket['areas'], referenceOf),
  };
}

function priceOf(value: unknown) {
  const price = record(value);
  const priceId = id(price?.['id']);
  const amount = decimal(price?.['amount']);
  if (!price || priceId === null || amount === null) return null;
  return {
    id: priceId,
    amount,
    displayAmount: decimal(price['display_amount']) ?? amount,
    charges: list(price['price_details'], chargeOf),
  };
}

function chargeOf(value: unknown) {
  const charge = record(value);
  const type = text(charge?.['type']);
  const money = record(charge?.['amount']);
  const amount = decimal(money?.['amount']);
  if (type === null || amount === null) return null;
  return { type, amount, currency: currencyCode(money?.['currency']) };
}

/** The id of an object that is described elsewhere. */
const referenceOf = (value: unknown): string | null => id(record(value)?.['id']);

export function areaGroupOf(value: unknown) {
  const group = record(value);
  return group && { label: text(group['label']), areas: list(group['areas'], areaOf) };
}

function areaOf(value: unknown) {
  const area = record(value);
  const areaId = id(area?.['id']);
  if (!area || areaId === null) return null;
  return {
    id: areaId,
    description: text(area['description']),
    levelIds: list(area['prices'], referenceOf),
  };
}

export function priceLevelOf(value: unknown) {
  const level = record(value);
  const levelId = id(level?.['id']);
  if (!level || levelId === null) return null;
  return {
    id: levelId,
    description: text(level['description']),
    amounts: list(level['amounts'], decimal),
    areaIds: list(level['areas'], referenceOf),
  };
}

export function artistOf(value: unknown) {
  const artist = record(value);
  return (
    artist && {
      artistId: id(artist['id']),
      name: text(artist['name']),
      rank: whole(artist['rank']),
      isSingleAct: flag(artist['single_performer_or_band']),
    }
  );
}

export function promoterOf(value: unknown) {
  const promoter = record(value);
  return promoter && { promoterId: id(promoter['id']), name: text(promoter['name']) };
}

export function noteOf(value: unknown) {
  const note = record(value);
  const words = text(note?.['text']);
  return words === null ? null : { text: words, type: text(note?.['type']) };
}

export function imageOf(value: unknown) {
  const image = record(value);
  const url = webAddress(image?.['location']);
  if (!image || url === null) return null;
  return { url, width: whole(image['width']), height: whole(image['height']) };
}

export function venueOf(value: unknown) {
  const venue = record(value);
  if (!venue) return null;
  const location = record(venue['location']);
  return {
    venueId: id(venue['id']),
    name: text(venue['name']),
    timeZone: text(location?.['time_zone']),
    address: addressOf(location?.['address']),
    markets: list(venue['markets'], marketOf),
    images: list(venue['images'], venueImageOf),
  };
}

function marketOf(value: unknown) {
  const market = record(value);
  return market && { marketId: id(market['id']), name: text(market['name']) };
}

function addressOf(value: unknown) {
  const address = record(value);
  return (
    address && {
      line1: text(address['line1']),
      line2: text(address['line2']),
      city: text(address['city']),
      postalCode: id(address['postal_code']),
      region: text(record(address['region'])?.['abbrev']),
      country: text(record(address['country'])?.['abbrev']),
    }
  );
}

function venueImageOf(value: unknown) {
  const image = imageOf(value);
  const about = record(value);
  return image && { ...image, name: text(about?.['name']), rawKind: text(about?.['type']) };
}
