import type { CartReport } from '../carts/carts';
import type { QuotaReport } from '../gate/quota/quota';
import type { OrderReport } from '../orders/orders';
import type { Services } from '../services';
import type { Counts } from './observations';

/** What has happened in a sandbox and what is open now. */
export interface SandboxReport extends Counts {
  /** Calls with the partner's key. Those refused are in no other count. */
  quota: QuotaReport;
  /** Carts that hold seats or have a reserve pending. `carts` lists them. */
  openCarts: number;
  carts: CartReport[];
  /** Captcha sessions without a reserve. */
  openSessions: number;
  heldSeats: number;
  /** Reserves that completed after a DELETE that did not wait for them. */
  orphanedByEarlyDelete: number;
  /** Reserves that got seats. */
  reserves: number;
  /** Carts and sessions that a DELETE ended. */
  deletes: number;
  orders: OrderReport[];
  purchases: number;
  /** Above 1, a shopper paid twice. */
  maxPurchasesPerCart: number;
}

/** The report as of now. Run what is due first (`Schedule.catchUp`). */
export function reportOf({ carts, inventory, observations, orders, quota }: Services): SandboxReport {
  const open = carts.report();
  return {
    ...observations.snapshot(),
    quota: quota.report(),
    openCarts: open.length,
    carts: open,
    openSessions: carts.openSessions(),
    heldSeats: inventory.heldSeats,
    ...carts.counts,
    ...orders.report(),
  };
}
