/** Every call of the API. Reports and faults use these names, whatever the edition. */
export const ROUTE_NAMES = [
  'token',
  'event',
  'captcha',
  'openCart',
  'reserve',
  'deleteCart',
  'poll',
  'shippingOptions',
  'setShipping',
  'certificate',
  'payment',
  'purchase',
  'order',
  'unredeemed',
  'events',
  'availability',
  'eventByCode',
] as const;

/** One of the API's calls. */
export type RouteName = (typeof ROUTE_NAMES)[number];
