import { createHash } from 'node:crypto';

import type { Logger } from 'pino';

import type { CartObserver } from '../carts/ledger';

/** How much of the digest names a cart, in hexadecimal digits. */
const DIGEST_DIGITS = 12;

/** A cart as the log names it. Its id is a secret: anyone who has it can buy or release the cart. */
const nameOf = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, DIGEST_DIGITS);

/** Returns a function that logs a line for every change of a cart's state. */
export const cartLog =
  (logger: Logger): CartObserver =>
  (id, record, before, why) => {
    const from = before?.state ?? null;
    const to = record?.state ?? null;
    if (from === to || !logger.isLevelEnabled('info')) return;
    const requestId = (record ?? before)?.requestId;
    logger.info({ cart: nameOf(id), from, to, why, requestId }, 'cart');
  };
