import { Registry, collectDefaultMetrics } from 'prom-client';

let registry: Registry | undefined;

/**
 * What prom-client measures of the process: event-loop delay, memory, garbage collection, processor time. One for all
 * gateways of a process, since it begins to measure with the first one and cannot be stopped.
 */
export function processRegistry(): Registry {
  if (!registry) {
    registry = new Registry();
    collectDefaultMetrics({ register: registry });
  }
  return registry;
}
