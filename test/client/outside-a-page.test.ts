import { CartSession } from '../../packages/client/src';

const CART = {
  __typename: 'Cart' as const,
  id: 'cart',
  status: 'HELD',
  holdSeconds: 300,
  holdExpiresAt: null,
  leaseExpiresAt: null,
  releaseUrl: 'https://tickets.example/release',
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
  const never = () => new Promise<typeof CART>(() => {});
  const session = new CartSession<typeof CART, typeof CART, null>(
    { poll: never, keep: never, remove: never },
    { isMemo: (value): value is null => value === null },
  );
  session.start();
  await session.carryOut(() => Promise.resolve(CART), null);
  expect(session.state).toMatchObject({ status: 'open', cart: { id: 'cart' } });
  session.stop();
  expect(reads).toBe(0);
});
