import { z } from 'zod';

import { UpstreamNonsense } from '../errors';
import { id, listOf, maybe } from './tolerant';

const unredeemed = z.object({ data: listOf(z.object({ order_source_account_id: maybe(id) })) });

/** Whether a list of orders has one that was bought under `sourceAccountId`. Throws UpstreamNonsense where it is no list. */
export function holdsPurchase(json: unknown, sourceAccountId: string): boolean {
  const read = unredeemed.safeParse(json);
  if (!read.success) throw new UpstreamNonsense('no orders in it');
  return read.data.data.some(({ order_source_account_id }) => order_source_account_id === sourceAccountId);
}
