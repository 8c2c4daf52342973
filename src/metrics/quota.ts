import { Counter, Gauge, type Registry } from 'prom-client';

import type { CallBudget } from '../partner-api/quota/budget';
import { CALL_CLASSES } from '../partner-api/quota/call-class';
import { Tally, registerTallies } from './tally-histogram';

/** In seconds. A reader waits for up to fifteen, a shopper's call for twenty, a poll as long as it takes. */
const WAIT_BOUNDS = [0.01, 0.1, 0.5, 1, 2, 5, 10, 15, 20, 60, 300];

/** Shows how much of the quota is used, and who waits for it. */
export function registerQuota(registry: Registry, budget: CallBudget): void {
  const registers = [registry];
  const gauge = (name: string, help: string, valueOf: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(valueOf());
      },
    });
  gauge(
    'stagedoor_quota_calls_per_second',
    'Calls a second that the gateway sends at most, as stated or learned; +Inf: no limit is known.',
    () => budget.report().callsPerSecond,
  );
  gauge(
    'stagedoor_quota_calls_used_today',
    "Calls used of the day's amount; 0 where no amount is known.",
    () => budget.report().usedToday,
  );
  gauge(
    'stagedoor_quota_calls_left_today',
    "Calls left of the day's amount; +Inf where no amount is known.",
    () => budget.report().leftToday,
  );
  new Gauge({
    name: 'stagedoor_quota_waiting_calls',
    help: 'Calls that wait for their turn, by class (finish, checkout, reserve, read, lookUp, refresh).',
    labelNames: ['class'],
    registers,
    collect() {
      for (const [name, waiting] of Object.entries(budget.report().waiting))
        this.set({ class: name }, waiting);
    },
  });
  new Counter({
    name: 'stagedoor_quota_refusals_total',
    help: 'Calls that upstream refused for the quota (429 and the like). They were not carried out.',
    registers,
    collect() {
      this.reset();
      this.inc(budget.report().refused);
    },
  });
  const waits = new Map(CALL_CLASSES.map((name) => [name, new Tally(WAIT_BOUNDS)]));
  registerTallies(
    registry,
    'stagedoor_quota_wait_seconds',
    'How long calls waited for their turn, by class.',
    () => [...waits].map(([name, waited]) => [{ class: name }, waited]),
  );
  budget.observe((callClass, waitedMs) => waits.get(callClass)?.observe(waitedMs / 1000));
}
