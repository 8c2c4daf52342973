import type { Clock } from '../clock';
import type { PartnerApi } from '../partner-api/partner-api';
import type { Store } from '../storage/store';

/** Whether the ledger takes writes. */
export interface LedgerHealth {
  readonly status: 'ok' | 'failed';
}

/** Whether upstream answers. `unknown`: it was not called yet. */
export interface UpstreamHealth {
  readonly status: 'ok' | 'down' | 'unknown';
  /** Seconds since upstream last answered, to a tenth; null: not yet. */
  readonly answeredSecondsAgo: number | null;
}

/** What a balancer and people ask: whether requests may be sent here, and if not, why. */
export interface HealthReport {
  /**
   * - `ready`: everything works.
   * - `degraded`: upstream is down. The gateway still serves what it has read and keeps carts, so requests may be sent here:
   *   another gateway would reach upstream no better.
   * - `failed`: the ledger takes no writes, so no cart can be made or changed. Another gateway may do better.
   */
  readonly status: 'ready' | 'degraded' | 'failed';
  readonly parts: { readonly ledger: LedgerHealth; readonly upstream: UpstreamHealth };
}

/** The ledger is written to at most so often: anyone may ask for the health. */
const CHECK_EVERY_MS = 1000;
/** A disk that hangs is a failed one. */
const CHECK_WITHIN_MS = 2000;

/** Checks the parts on which the gateway depends, when asked. */
export class Health {
  #ledger: Promise<LedgerHealth> | null = null;
  #checkedAtMs = -Infinity;

  constructor(
    private readonly store: Pick<Store, 'check'>,
    private readonly api: Pick<PartnerApi, 'isDown' | 'silentForSeconds' | 'probe'>,
    private readonly clock: Clock,
  ) {}

  /** The health of every part. While upstream is down, asking finds out whether it is back. Never throws. */
  async report(): Promise<HealthReport> {
    const ledger = await this.#checkLedger();
    const upstream = this.#upstream();
    const works = upstream.status === 'down' ? 'degraded' : 'ready';
    return { status: ledger.status === 'ok' ? works : 'failed', parts: { ledger, upstream } };
  }

  #upstream(): UpstreamHealth {
    const { isDown, silentForSeconds } = this.api;
    if (isDown) this.api.probe();
    const answeredSecondsAgo = silentForSeconds === null ? null : Math.round(silentForSeconds * 10) / 10;
    if (isDown) return { status: 'down', answeredSecondsAgo };
    return { status: answeredSecondsAgo === null ? 'unknown' : 'ok', answeredSecondsAgo };
  }

  #checkLedger(): Promise<LedgerHealth> {
    const nowMs = this.clock.now();
    if (this.#ledger === null || nowMs >= this.#checkedAtMs + CHECK_EVERY_MS) {
      this.#checkedAtMs = nowMs;
      this.#ledger = this.#writeToLedger();
    }
    return this.#ledger;
  }

  #writeToLedger(): Promise<LedgerHealth> {
    return new Promise((resolve) => {
      const cancel = this.clock.after(CHECK_WITHIN_MS, () => resolve({ status: 'failed' }));
      const end = (status: LedgerHealth['status']) => (): void => {
        cancel();
        resolve({ status });
      };
      this.store.check().then(end('ok'), end('failed'));
    });
  }
}
