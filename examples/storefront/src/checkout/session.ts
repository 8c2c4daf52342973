import { CartSession } from '@stagedoor/client';

import { ask, askFor, find } from '../api/ask';
import { DeleteCartDocument, KeepCartDocument, PollCartDocument } from '../api/generated/graphql';
import type { KeptCart, Outcome } from '../api/outcome';
import type { Order } from './visit';

/** The call that creates the cart, as it is stored to be repeated after a reload. It identifies nobody. */
export interface CreateCall {
  readonly input: Order['input'];
  readonly idempotencyKey: string;
  /** Valid once. */
  readonly captchaToken: string | null;
  readonly placeToken: string | null;
}

/** Holds the cart of the shop, in all tabs: follows it, renews its lease, releases it, and finds it again. */
export const session = new CartSession<Outcome, KeptCart, CreateCall>(
  {
    poll: (token) => askFor('pollCart', PollCartDocument, { token }),
    keep: (id) => find('keepCart', KeepCartDocument, { id }),
    remove: (input) => ask(DeleteCartDocument, { input }),
  },
  { isMemo: isCreateCall },
);

function isCreateCall(value: unknown): value is CreateCall {
  if (typeof value !== 'object' || value === null) return false;
  const { input, idempotencyKey } = value as Partial<CreateCall>;
  return (
    typeof idempotencyKey === 'string' && typeof input?.eventId === 'string' && Array.isArray(input.tickets)
  );
}
