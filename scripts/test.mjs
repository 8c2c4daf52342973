// `npm test`: everything that must hold, from a bare clone on. Arguments go to jest: `npm test -- test/carts`. In CI
// (where `CI` is set) the dependencies are audited, too: what came to be known of them must not stop a developer's tests.
import { prepare, root, run, runTool } from './prepare.mjs';

await prepare();
if (process.env.CI) await run(process.execPath, `${root}/scripts/audit.mjs`);
await run('npm', 'run', '--silent', 'check');
await runTool('tsc', '-p', 'playground');
await runTool('tsc', '-p', 'examples/storefront');
// A failed test may leave a server or a process open, and jest would wait for it for ever. In CI a red run must end.
const jestOptions = process.env.CI ? ['--forceExit'] : [];
await runTool('jest', ...jestOptions, ...process.argv.slice(2));
