// `npm test`: everything that must hold, from a bare clone on. Arguments go to jest: `npm test -- test/carts`.
import { prepare, run, runTool } from './house-keeping.mjs';

await prepare();
await run('npm', 'run', '--silent', 'check');
await runTool('tsc', '-p', 'playground');
await runTool('tsc', '-p', 'examples/storefront');
await runTool('jest', ...process.argv.slice(2));
