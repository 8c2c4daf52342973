/** What a field costs beyond the one point that every field costs. */
export interface FieldCost {
  /** The number of entries of its list in a large response, by which the fields below it are multiplied. */
  readonly items?: number;
  /** The list argument that determines the number of entries instead. Only for root fields. */
  readonly itemsOf?: string;
  /** Its cost upstream or in the ledger; with `itemsOf`, for each entry. */
  readonly upstream?: number;
}

/*
 * One point is the work of serializing one field. The costs below are about the number of fields that this process could
 * serialize meanwhile, and more where upstream's capacity is small.
 */
const LEDGER_WRITE = 20;
const CACHED_READ = 50;
const READ = 100;
const LARGE_READ = 300;
/** Free seats are read from upstream for nearly every request. */
const LIVE_READ = 1000;
const CART_CALL = 500;
const RESERVE = 1000;

/** Introspection counts tenfold, since it is executed without a pause: see `scheduler.ts`. */
const SCHEMA_ITEMS = 10;
/** The schema as text, about 100 kB. */
const SDL_POINTS = 1000;

/**
 * The costs of fields, by type and name. Lists count as those of the largest events: ten price levels, eight areas,
 * twelve kinds of ticket. Fields that are not listed cost one point, with one entry if they are lists.
 */
export const FIELD_COSTS: Readonly<Record<string, FieldCost>> = {
  'Query.event': { upstream: CACHED_READ },
  'Query.events': { itemsOf: 'ids', upstream: CACHED_READ },
  'Query._entities': { itemsOf: 'representations', upstream: CACHED_READ },
  'Query.eventByCode': { upstream: READ + CACHED_READ },
  'Query.sellableEvents': { items: 200, upstream: LARGE_READ },
  'Query.captcha': { upstream: READ },
  'Query.cart': { upstream: LEDGER_WRITE },
  'Query.pollCart': { upstream: LEDGER_WRITE },
  'Query.paymentCertificate': { upstream: LEDGER_WRITE + CACHED_READ },
  'Query.order': { upstream: READ },
  'Query.unredeemedOrders': { items: 200, upstream: LARGE_READ },
  'Query.states': { items: 75 },
  'Query.countries': { items: 5 },

  'Mutation.createCart': { upstream: RESERVE },
  'Mutation.purchaseCart': { upstream: RESERVE },
  'Mutation.setCartShipping': { upstream: CART_CALL },
  'Mutation.setCartPayment': { upstream: CART_CALL },
  'Mutation.deleteCart': { upstream: CART_CALL },
  'Mutation.keepCart': { upstream: LEDGER_WRITE },

  'Subscription.cartProgress': { upstream: READ },

  'Event.availability': { upstream: LIVE_READ },
  'Event.presales': { items: 4 },
  'Event.statuses': { items: 2 },
  'Event.tickets': { items: 12 },
  'Event.areaGroups': { items: 2 },
  'Event.priceLevels': { items: 10 },
  'Event.searchCriteria': { items: 2 },
  'Event.artists': { items: 18 },
  'Event.notes': { items: 10 },
  'EventListing.offers': { items: 4 },
  'EventListing.event': { upstream: CACHED_READ },

  'Ticket.prices': { items: 10 },
  'Ticket.areas': { items: 8 },
  'Price.charges': { items: 7 },
  'PriceLevel.amounts': { items: 12 },
  'PriceLevel.areas': { items: 2.7 },
  'AreaGroup.areas': { items: 8 },
  'Area.priceLevels': { items: 3 },
  'Venue.markets': { items: 4 },
  'Venue.images': { items: 2 },

  'Availability.blocks': { items: 8 },
  'AvailabilityBlock.rows': { items: 10 },
  'AvailabilityBlock.offers': { items: 36 },
  'AvailabilityRow.seats': { items: 20 },
  'AvailabilityRow.placeIds': { items: 20 },
  'AvailabilityOffer.charges': { items: 7 },

  'Cart.event': { upstream: CACHED_READ },
  'Cart.items': { items: 4 },
  'Cart.otherItems': { items: 2 },
  'Cart.payments': { items: 2 },
  'Cart.remainingSteps': { items: 2 },
  'Cart.shippingOptions': { items: 4, upstream: READ },
  'Cart.shipping': { upstream: READ },
  'CartItem.tickets': { items: 4 },
  'CartTicket.charges': { items: 7 },
  'InvalidInput.issues': { items: 4 },
  'NoInventory.event': { upstream: CACHED_READ },
  'CaptchaFailed.captcha': { upstream: READ },

  'Order.tickets': { items: 20 },
  'OrderTicket.charges': { items: 7 },
  'OrderTicket.text': { items: 4 },

  // The schema itself, where clients may ask for it.
  'Query.__schema': { items: SCHEMA_ITEMS },
  'Query.__type': { items: SCHEMA_ITEMS },
  '__Schema.types': { items: 120 },
  '__Schema.directives': { items: 6 },
  '__Directive.locations': { items: 3 },
  '__Directive.args': { items: 1 },
  '__Type.fields': { items: 3.6 },
  '__Type.inputFields': { items: 0.5 },
  '__Type.interfaces': { items: 0.2 },
  '__Type.possibleTypes': { items: 0.3 },
  '__Type.enumValues': { items: 2 },
  '__Type.ofType': { items: 0.5 },
  '__Field.args': { items: 0.1 },
  '_Service.sdl': { items: SDL_POINTS },
};
