import type * as schema from '../graphql/generated';

/**
 * What the value of a field follows from:
 *
 * - `fixed`: from the object that has the field, and from nothing else. Its resolver looks neither at the clock nor at
 *   the caller. (Events are objects that the catalogue keeps; `Validity.dependsOn` follows them.)
 * - `clock`: also from the time of day. Its resolver reports by `Validity.during` for how long the value holds.
 * - `live`: from anything else, such as a call to upstream. A reply with such a field is never stored.
 */
export type Freshness = 'fixed' | 'clock' | 'live';

/** The root fields, those of a subgraph included. */
type RootFields = schema.Query & { readonly _entities: unknown };

type FieldsOf<Type> = Readonly<Record<Exclude<keyof Type, '__typename'>, Freshness>>;

/**
 * The freshness of every field that can be reached from an event or from the appendix. An operation with a field that is
 * not in this table, or is `live`, is left to Apollo Server and its reply is not stored. So a new field is slow until it is
 * declared here, and never wrong. The compiler holds each row against the schema, and a test holds the whole table.
 */
export const FIELD_FRESHNESS = {
  Query: {
    event: 'fixed',
    events: 'fixed',
    _entities: 'fixed',
    states: 'fixed',
    countries: 'fixed',
  } satisfies Partial<FieldsOf<RootFields>>,
  Event: {
    availability: 'live',
    id: 'fixed',
    name: 'fixed',
    url: 'fixed',
    sellable: 'clock',
    apiTransactable: 'fixed',
    startsAt: 'fixed',
    localDate: 'fixed',
    localTime: 'fixed',
    onsaleAt: 'fixed',
    offsaleAt: 'fixed',
    publishedAt: 'fixed',
    presales: 'fixed',
    statuses: 'fixed',
    maintenance: 'clock',
    currency: 'fixed',
    priceRange: 'fixed',
    tickets: 'fixed',
    ticketLimit: 'fixed',
    areaGroups: 'fixed',
    priceLevels: 'fixed',
    searchCriteria: 'fixed',
    artists: 'fixed',
    promoter: 'fixed',
    notes: 'fixed',
    image: 'fixed',
    facilityFeeIncluded: 'fixed',
    serviceFeeIncluded: 'fixed',
    purchaseOrganization: 'fixed',
    typeId: 'fixed',
    venue: 'fixed',
    staleSince: 'clock',
  } satisfies FieldsOf<schema.Event>,
  Presale: { label: 'fixed', startsAt: 'fixed', endsAt: 'fixed' } satisfies FieldsOf<schema.Presale>,
  EventStatus: { kind: 'fixed', rawKind: 'fixed', since: 'fixed' } satisfies FieldsOf<schema.EventStatus>,
  MaintenanceWindow: {
    startsAt: 'fixed',
    endsAt: 'fixed',
    active: 'fixed',
  } satisfies FieldsOf<schema.MaintenanceWindow>,
  PriceRange: { description: 'fixed', min: 'fixed', max: 'fixed' } satisfies FieldsOf<schema.PriceRange>,
  PriceRangeEnd: {
    display: 'fixed',
    faceValue: 'fixed',
    fees: 'fixed',
  } satisfies FieldsOf<schema.PriceRangeEnd>,
  Money: { amount: 'fixed', currency: 'fixed' } satisfies FieldsOf<schema.Money>,
  Ticket: {
    ticketId: 'fixed',
    description: 'fixed',
    prices: 'fixed',
    quantities: 'fixed',
    areas: 'fixed',
  } satisfies FieldsOf<schema.Ticket>,
  Price: {
    priceId: 'fixed',
    amount: 'fixed',
    displayAmount: 'fixed',
    charges: 'fixed',
    level: 'fixed',
  } satisfies FieldsOf<schema.Price>,
  Charge: {
    kind: 'fixed',
    rawKind: 'fixed',
    amount: 'fixed',
    tax: 'fixed',
    quantity: 'fixed',
  } satisfies FieldsOf<schema.Charge>,
  PriceLevel: {
    priceLevelId: 'fixed',
    description: 'fixed',
    amounts: 'fixed',
    areas: 'fixed',
  } satisfies FieldsOf<schema.PriceLevel>,
  Area: { areaId: 'fixed', description: 'fixed', priceLevels: 'fixed' } satisfies FieldsOf<schema.Area>,
  QuantityRule: {
    exact: 'fixed',
    minimum: 'fixed',
    multiple: 'fixed',
    limit: 'fixed',
  } satisfies FieldsOf<schema.QuantityRule>,
  AreaGroup: { label: 'fixed', areas: 'fixed' } satisfies FieldsOf<schema.AreaGroup>,
  Artist: {
    artistId: 'fixed',
    name: 'fixed',
    rank: 'fixed',
    isSingleAct: 'fixed',
  } satisfies FieldsOf<schema.Artist>,
  Promoter: { promoterId: 'fixed', name: 'fixed' } satisfies FieldsOf<schema.Promoter>,
  EventNote: { kind: 'fixed', rawKind: 'fixed', text: 'fixed' } satisfies FieldsOf<schema.EventNote>,
  Image: { url: 'fixed', width: 'fixed', height: 'fixed' } satisfies FieldsOf<schema.Image>,
  Venue: {
    venueId: 'fixed',
    name: 'fixed',
    timeZone: 'fixed',
    address: 'fixed',
    markets: 'fixed',
    images: 'fixed',
  } satisfies FieldsOf<schema.Venue>,
  Address: {
    line1: 'fixed',
    line2: 'fixed',
    city: 'fixed',
    postalCode: 'fixed',
    state: 'fixed',
    regionCode: 'fixed',
    country: 'fixed',
    countryCode: 'fixed',
  } satisfies FieldsOf<schema.Address>,
  Market: { marketId: 'fixed', name: 'fixed' } satisfies FieldsOf<schema.Market>,
  VenueImage: {
    name: 'fixed',
    rawKind: 'fixed',
    url: 'fixed',
    width: 'fixed',
    height: 'fixed',
  } satisfies FieldsOf<schema.VenueImage>,
  StateEntry: {
    state: 'fixed',
    stateId: 'fixed',
    name: 'fixed',
    postalAbbreviation: 'fixed',
    country: 'fixed',
  } satisfies FieldsOf<schema.StateEntry>,
  CountryEntry: {
    country: 'fixed',
    countryId: 'fixed',
    name: 'fixed',
    isoCode: 'fixed',
  } satisfies FieldsOf<schema.CountryEntry>,
};

const byType: Readonly<Record<string, Readonly<Record<string, Freshness>>>> = FIELD_FRESHNESS;

/** The declared freshness of a field; undefined if it is not declared. `__typename` is fixed everywhere. */
export const freshnessOf = (typeName: string, fieldName: string): Freshness | undefined => {
  if (fieldName === '__typename') return 'fixed';
  const fields = Object.hasOwn(byType, typeName) ? byType[typeName] : undefined;
  return fields && Object.hasOwn(fields, fieldName) ? fields[fieldName] : undefined;
};
