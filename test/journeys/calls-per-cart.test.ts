import { CREATE, TWO_TICKETS, askOne } from '../support/carts';
import { BUYER, CERTIFICATE, PAY, PURCHASE, SHIP, SHIPPING_OPTIONS } from '../support/checkout';
import { type House, openHouse } from '../support/house';

let house: House;
afterEach(() => house.close());

/** What a page asks for from the event to the order, drawing its steps twice. */
async function buy(): Promise<void> {
  const event = `{ event(id: "${TWO_TICKETS.eventId}") { name tickets { ticketId } } }`;
  for (let times = 0; times < 2; times++) await house.ask(event);
  const { id: cartId } = await askOne(house, CREATE, { input: TWO_TICKETS });
  for (let times = 0; times < 2; times++) await askOne(house, SHIPPING_OPTIONS, { id: cartId });
  await askOne(house, SHIP, { input: { cartId, shippingOptionId: '4' } });
  for (let times = 0; times < 2; times++) await askOne(house, CERTIFICATE, { cartId });
  const method = { invoiceReference: '1234567890' };
  const { totals } = await askOne(house, PAY, { input: { cartId, buyer: BUYER, method } });
  const receipt = await askOne(house, PURCHASE, {
    input: { cartId, expectedTotal: totals.grand.amount as string },
  });
  expect(receipt).toMatchObject({ __typename: 'PurchaseReceipt' });
  const order = `query ($token: ID!) { order(token: $token) { tickets { orderNumber } } }`;
  await house.ask(order, { token: receipt.orderToken as string });
}

describe('the upstream calls of a shopper who buys', () => {
  it('are six, and three more that all shoppers share', async () => {
    house = await openHouse();
    await buy();
    const first = house.sandbox.report().requests;
    await buy();
    const both = house.sandbox.report().requests;
    const made = (counts: object): number =>
      Object.values(counts as Record<string, number>).reduce((sum, count) => sum + count, 0);
    expect(made(first)).toBe(9);
    expect(made(both) - made(first)).toBe(6);
    expect(both).toMatchObject({ event: 1, reserve: 2 });
  });
});
