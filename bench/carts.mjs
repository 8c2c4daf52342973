// What the gateway costs: the time it adds to a cart's life, the memory of an open cart, its own start.
import { benchJourneys } from './journeys.mjs';
import { benchMemory } from './memory.mjs';
import { benchStartUp } from './start-up.mjs';

await benchJourneys();
await benchMemory();
await benchStartUp();
