import { LineNotices } from '../../../src/carts/line/line-notices';
import { newCart } from '../../../src/carts/lifecycle/new-cart';
import type { CartRecord } from '../../../src/carts/lifecycle/record';

const times = { leaseMs: 1, releaseGraceMs: 0, openSinceMs: 0, giveUpMs: 1, interruptedAfterMs: 1 };
const cart = (eventId: string): CartRecord => {
  const request = { eventId, tickets: [], acceptBestAvailable: true };
  const of = {
    id: 'id',
    eventId,
    currency: null,
    caller: { ip: '192.0.2.1' },
    accounts: [],
    requestId: 'r',
    fingerprint: null,
    edition: '2015',
  };
  return newCart({ ...of, request, captchaToken: null }, 0, times);
};
const common = { message: '', retryable: false, retryAfterSeconds: null, upstreamCode: null };
const withoutSeats = (eventId: string): CartRecord => {
  const outcome = { type: 'NoInventory', code: 'NO_INVENTORY', eventId, ...common } as const;
  return {
    ...cart(eventId),
    operations: [{ kind: 'CREATE', attempt: 0, giveUpAtMs: 0, outcome }],
  };
};

describe('the notices for those in line', () => {
  it('say that the last cart of the event found no seats, until one finds some', () => {
    const notices = new LineNotices(() => null);
    notices.note(withoutSeats('one'));
    expect(notices.of('one')).toBe('NO_SEATS_FOUND');
    expect(notices.of('other')).toBeNull();
    notices.note({ ...cart('one'), state: 'HELD', upstreamCartId: 'upstream' });
    expect(notices.of('one')).toBeNull();
  });

  it('go by the last of the times that a cart asked for seats', () => {
    const notices = new LineNotices(() => null);
    const { operations, ...record } = withoutSeats('one');
    const captcha = {
      type: 'CaptchaFailed',
      code: 'CAPTCHA_EXPIRED',
      eventId: 'one',
      placeToken: null,
      ...common,
    };
    const before = { kind: 'CREATE', attempt: 0, giveUpAtMs: 0, outcome: captcha } as const;
    notices.note({ ...record, operations: [before, ...operations] } as CartRecord);
    expect(notices.of('one')).toBe('NO_SEATS_FOUND');
  });

  it('say first what the event itself says', () => {
    const notices = new LineNotices((eventId) => (eventId === 'one' ? 'UNDER_MAINTENANCE' : null));
    notices.note(withoutSeats('one'));
    expect(notices.of('one')).toBe('UNDER_MAINTENANCE');
  });
});
