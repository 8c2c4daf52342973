/** Compiles TypeScript. */
const SWC = ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }];
/** Has an `import()` in it, which jest cannot do in a script: compiled, it is a `require()`. */
const EXPORTER = '@opentelemetry/otlp-exporter-base/';

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.ts$': SWC, [`/node_modules/${EXPORTER}.+\\.js$`]: SWC },
  transformIgnorePatterns: [`/node_modules/(?!${EXPORTER})`],
  // Two cores: one worker more than one is already all of them.
  maxWorkers: 2,
  // Ends a test that hangs. How long things take is measured in `bench`, not here: a busy machine can need six times as long.
  testTimeout: 120_000,
};
