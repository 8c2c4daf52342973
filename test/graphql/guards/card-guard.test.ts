import { CREATE, TWO_TICKETS, askOne } from '../../support/carts';
import { BUYER, PAY } from '../../support/checkout';
import { type House, openHouse } from '../../support/house';

const CARD = '4588883206000011';

describe('L7: a card number in the clear is refused before any resolver runs', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  const invoice = { buyer: BUYER, method: { invoiceReference: '4711' } };
  const card = { securityCode: 'cipher', certificateId: 'any', expiryMonth: 12, expiryYear: 2030 };

  test.each<[what: string, query: string, input: Record<string, unknown>, path: string]>([
    [
      'as the number of a card',
      PAY,
      { cartId: 'any', buyer: BUYER, method: { card: { ...card, number: CARD } } },
      'method.card.number',
    ],
    [
      'spaced',
      PAY,
      { cartId: 'any', ...invoice, buyer: { ...BUYER, lastName: 'Doe 4588 8832 0600 0011' } },
      'buyer.lastName',
    ],
    [
      'in full-width digits',
      PAY,
      { cartId: 'any', ...invoice, buyer: { ...BUYER, email: '４５８８８８３２０６００００１１' } },
      'buyer.email',
    ],
    ['in a captcha token', CREATE, { ...TWO_TICKETS, captchaToken: `x-${CARD}` }, 'captchaToken'],
    [
      'in an idempotency key',
      CREATE,
      { ...TWO_TICKETS, idempotencyKey: '4588-8832-0600-0011' },
      'idempotencyKey',
    ],
    [
      'deep within',
      PAY,
      { cartId: 'any', ...invoice, buyer: { ...BUYER, address: { ...BUYER.address, line2: CARD } } },
      'buyer.address.line2',
    ],
    ['as a section', CREATE, { ...TWO_TICKETS, seats: { range: { section: CARD } } }, 'seats.range.section'],
  ])('%s: InvalidInput that names the field, and nothing goes upstream', async (_, query, input, path) => {
    const result = await askOne(house, query, { input });
    expect(result).toMatchObject({
      __typename: 'InvalidInput',
      code: 'PLAIN_CARD_DATA',
      message: expect.stringContaining(`${path}: A card number in the clear`),
      issues: [{ path, code: 'PLAIN_CARD_DATA' }],
    });
    expect(JSON.stringify(result)).not.toMatch(/4588|４５８８/);
  });

  test('written into the document: the field is named all the same', async () => {
    const { data } = await house.ask(
      `mutation { createCart(input: { eventId: "3F004CBB88958BF9", tickets: [], captchaToken: "${CARD}" }) {
        ... on InvalidInput { issues { path } } } }`,
    );
    expect(data.createCart.issues).toEqual([{ path: 'captchaToken' }]);
  });

  test('in a query: an error that does not repeat it', async () => {
    const asked = await house.ask(`{ eventByCode(code: "${CARD}", host: "LAX") { id } }`);
    expect(asked.errors).toMatchObject([
      { message: expect.stringMatching(/^code: A card number/), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    const wrong = await house.ask('query Q($n: Int!) { states { name } events(ids: [$n]) { id } }', {
      n: CARD,
    });
    expect(JSON.stringify([asked.errors, wrong.errors])).not.toContain(CARD);
    expect(wrong.errors).toBeDefined();
  });

  test('and it is in no log, nor did anything of it reach upstream', () => {
    expect(house.log()).not.toMatch(/458888|320600|000011/);
    const { reserve, payment, event } = house.sandbox.report().requests;
    expect({ reserve, payment, event }).toEqual({ reserve: 0, payment: 0, event: 0 });
  });
});
