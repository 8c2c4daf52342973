// `npm run rehearsal`: plays a sale morning on this machine, from a bare clone on. See docs/rehearsal.md.
import { prepareGateway } from './prepare.mjs';

await prepareGateway();
await import('../bench/rehearsal/main.mjs');
