import { randomBytes } from 'node:crypto';

import type { PurchaseReference } from '../lifecycle/record';

/** The longest source account id that a client may give. Twice the length of upstream's own samples. */
export const LONGEST_SOURCE_ACCOUNT_ID = 64;

/** 128 random bits, as 22 characters. */
const UNIQUE_BYTES = 16;
/** Between the client's part and ours. */
const SEPARATOR = '~';
const UNIQUE_PART = /~[A-Za-z0-9_-]{22}$/;

/**
 * What goes upstream as `source_account_id`: the client's source account id, if it gave one, and a part of ours that is
 * unguessable and used for one purchase call only. Clients name a shopper's account, which recurs with every purchase of
 * that shopper; only our part makes an order under the reference proof of this one purchase.
 */
export function newPurchaseReference(sourceAccountId: string | undefined): PurchaseReference {
  const uniquePart = randomBytes(UNIQUE_BYTES).toString('base64url');
  const text = sourceAccountId === undefined ? uniquePart : sourceAccountId + SEPARATOR + uniquePart;
  return { text, isUnique: true };
}

/** The source account id as the client gave it, without our part. A text without our part comes back as it is. */
export const sourceAccountIdIn = (reference: string): string => reference.replace(UNIQUE_PART, '');
