import { CartSession } from '../../packages/client/src';
import type { Result } from '../support/carts';

const CART: Result = {
  __typename: 'Cart',
  id: 'cart',
  status: 'HELD',
  holdSeconds: 300,
  leaseExpiresAt: new Date(Date.now() + 240_000).toISOString(),
  releaseUrl: 'https://tickets.example/',
};

/** What this process has under `localStorage`, where it has something. */
const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
afterEach(() => {
  if (before) Object.defineProperty(globalThis, 'localStorage', before);
  else Reflect.deleteProperty(globalThis, 'localStorage');
});

test('a cart session outside of a browser does not look at the storage that Node has', async () => {
  let reads = 0;
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, get: () => void reads++ });
  const never = () => new Promise<Result>(() => {});
  const session = new CartSession<Result, Result, null>(
    { poll: never, keep: never, remove: never },
    { isMemo: (value): value is null => value === null },
  );
  session.start();
  await session.carryOut(() => Promise.resolve(CART), null);
  expect(session.state).toMatchObject({ status: 'open', cart: { id: 'cart' } });
  session.stop();
  expect(reads).toBe(0);
});
