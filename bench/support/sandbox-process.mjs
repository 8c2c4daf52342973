// A sandbox in a process of its own, with many equal events so that thousands of carts find seats. It ends when its
// parent does.
import { catalogue, notable } from '../../dist/sandbox/catalogue/catalogue.js';
import { startSandbox } from '../../dist/sandbox/sandbox.js';

/** With the 924 seats of each, 7,392 carts of two tickets. */
const EVENTS = 16;

// Of a venue without time zone, nothing is ever under maintenance, at whatever hour this runs.
const model = catalogue().find(({ id }) => id === notable.noTimeZone);
const events = Array.from({ length: EVENTS }, (_, index) => {
  const event = structuredClone(model);
  event.id = `BENCHSHOW${String(index).padStart(7, '0')}`;
  event.answer.event.id = event.id;
  return event;
});

const sandbox = await startSandbox({
  events,
  reservationLimit: 100_000,
  holdSeconds: 3600,
  ...JSON.parse(process.argv[2]),
});
const { url, origin, apiKey, apiSecret } = sandbox;
const [ticket] = model.answer.event.tickets;
const priceOfOne = ticket.prices[0].price_details.reduce((sum, { amount }) => sum + amount.amount, 0);

process.on('disconnect', () => process.exit(0));
process.on('message', () => process.send(sandbox.report()));
process.send({
  url,
  origin,
  apiKey,
  apiSecret,
  eventIds: events.map(({ id }) => id),
  ticketId: ticket.id,
  priceOfOne,
});
