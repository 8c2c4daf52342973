/** What upstream's calls are for, by the routes that the sandbox counts. The most important come first. */
export const CLASSES = {
  finish: {
    title: 'finish: polls, purchases, releases, orders',
    routes: ['poll', 'purchase', 'deleteCart', 'order', 'unredeemed'],
  },
  checkout: {
    title: 'checkout: delivery, payment',
    routes: ['shippingOptions', 'setShipping', 'certificate', 'payment'],
  },
  reserve: { title: 'reserve: seats for a shopper', routes: ['reserve', 'captcha', 'openCart'] },
  read: { title: 'read: events for readers', routes: ['event', 'events', 'availability', 'eventByCode'] },
  token: { title: 'access tokens', routes: ['token'] },
};

/** The classes whose calls are for carts. */
export const OF_CARTS = ['finish', 'checkout', 'reserve'];

/** Sums counts by route to counts by class. */
export const byClass = (byRoute) =>
  Object.fromEntries(
    Object.entries(CLASSES).map(([name, { routes }]) => [
      name,
      routes.reduce((sum, route) => sum + (byRoute[route] ?? 0), 0),
    ]),
  );
