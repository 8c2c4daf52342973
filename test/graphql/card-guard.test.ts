import { CREATE, DELETE, POLL, TWO_TICKETS, askOne } from '../support/carts';
import { BUYER, PAY } from '../support/checkout';
import { type House, openHouse } from '../support/house';

const CARD = '4588883206000011';

describe('L7: a card number in the clear is refused at the door', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  const invoice = { buyer: BUYER, method: { invoiceReference: '4711' } };
  const card = { securityCode: 'cipher', certificateId: 'any', expiryMonth: 12, expiryYear: 2030 };

  test.each<[string, string, Record<string, unknown>]>([
    [
      'as the number of a card',
      PAY,
      { cartId: 'any', buyer: BUYER, method: { card: { ...card, number: CARD } } },
    ],
    ['spaced', PAY, { cartId: 'any', ...invoice, buyer: { ...BUYER, lastName: 'Doe 4588 8832 0600 0011' } }],
    [
      'in full-width digits',
      PAY,
      { cartId: 'any', ...invoice, buyer: { ...BUYER, email: '４５８８８８３２０６００００１１' } },
    ],
    ['in an id', DELETE, { cartId: CARD }],
    ['in a captcha token', CREATE, { ...TWO_TICKETS, captchaToken: `x-${CARD}` }],
    ['in an idempotency key', CREATE, { ...TWO_TICKETS, idempotencyKey: '4588-8832-0600-0011' }],
  ])('%s: InvalidInput, and nothing goes upstream', async (_, query, input) => {
    expect(await askOne(house, query, { input })).toMatchObject({
      __typename: 'InvalidInput',
      code: 'PLAIN_CARD_DATA',
      issues: [{ code: 'PLAIN_CARD_DATA' }],
    });
  });

  test('in a query: an error that does not repeat it', async () => {
    expect(await askOne(house, POLL, { token: CARD })).toMatchObject({ code: 'PLAIN_CARD_DATA' });
    const asked = await house.ask(`{ event(id: "${CARD}") { id } }`);
    expect(asked.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    const wrong = await house.ask('query Q($n: Int!) { states { name } events(ids: [$n]) { id } }', {
      n: CARD,
    });
    expect(JSON.stringify([asked.errors, wrong.errors])).not.toContain(CARD);
    expect(wrong.errors).toBeDefined();
  });

  test('and it is in no log, nor did anything of it reach upstream', () => {
    expect(house.log()).not.toMatch(/4588|0011/);
    const { reserve, payment, event } = house.sandbox.report().requests;
    expect({ reserve, payment, event }).toEqual({ reserve: 0, payment: 0, event: 0 });
  });
});
