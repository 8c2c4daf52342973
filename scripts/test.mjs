// `npm test`: everything that must hold, from a bare clone on. Arguments go to jest: `npm test -- test/carts`. In CI
// (where `CI` is set) the dependencies are audited, too: what came to be known of them must not stop a developer's tests.
import { build, install, root, run, runTool } from './house-keeping.mjs';

install();
if (process.env.CI) run(process.execPath, `${root}/scripts/audit.mjs`);
run('npm', 'run', '--silent', 'check');
build();
runTool('jest', ...process.argv.slice(2));
