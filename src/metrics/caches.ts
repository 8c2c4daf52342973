import { Counter, Gauge, type Registry } from 'prom-client';

import type { SeatAvailability } from '../events/availability';
import type { EventCatalogue } from '../events/catalogue';
import type { FastReads } from '../fast-reads/fast-reads';

export interface Caches {
  readonly catalogue: Pick<EventCatalogue, 'report' | 'reportShared'>;
  readonly availability: Pick<SeatAvailability, 'report'>;
  /** Null: the gateway has none. */
  readonly fastReads: FastReads | null;
}

/** Shows what the caches found. */
export function registerCaches(registry: Registry, { catalogue, availability, fastReads }: Caches): void {
  const registers = [registry];
  new Counter({
    name: 'stagedoor_cache_lookups_total',
    help: 'Lookups by cache (ready_answer, event, shared_event, availability) and result (fresh, stale, miss).',
    labelNames: ['cache', 'result'],
    registers,
    collect() {
      const events = catalogue.report();
      const shared = catalogue.reportShared();
      const seats = availability.report();
      const ready = fastReads?.ready.report() ?? { hits: 0, misses: 0 };
      this.reset();
      this.inc({ cache: 'ready_answer', result: 'fresh' }, ready.hits);
      this.inc({ cache: 'ready_answer', result: 'miss' }, ready.misses);
      this.inc({ cache: 'event', result: 'fresh' }, events.fresh);
      this.inc({ cache: 'event', result: 'stale' }, events.stale);
      this.inc({ cache: 'event', result: 'miss' }, events.miss);
      if (shared) {
        this.inc({ cache: 'shared_event', result: 'fresh' }, shared.fresh);
        this.inc({ cache: 'shared_event', result: 'miss' }, shared.miss);
      }
      this.inc({ cache: 'availability', result: 'fresh' }, seats.hits);
      this.inc({ cache: 'availability', result: 'miss' }, seats.misses);
    },
  });
  new Gauge({
    name: 'stagedoor_cached_events',
    help: 'Events in the cache.',
    registers,
    collect() {
      this.set(catalogue.report().size);
    },
  });
  new Gauge({
    name: 'stagedoor_ready_answers_bytes',
    help: 'Memory that stored responses take.',
    registers,
    collect() {
      this.set(fastReads?.ready.report().bytes ?? 0);
    },
  });
}
