// `npm test`: everything that must hold, from a bare clone on. Arguments go to jest: `npm test -- test/carts`.
import { build, install, run, runTool } from './house-keeping.mjs';

install();
run('npm', 'run', '--silent', 'check');
build();
runTool('jest', ...process.argv.slice(2));
