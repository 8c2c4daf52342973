import { startSandbox } from '../../src/sandbox/sandbox';
import { Partner } from './support/partner';

describe('a sandbox', () => {
  it('starts with the whole catalogue and the system clock by default', async () => {
    const plain = await startSandbox();
    expect(plain.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/partners\/v1$/);
    expect(plain.report()).toMatchObject({ openCarts: 0, heldSeats: 0 });
    await plain.close();
  });

  it('fails to start if it cannot listen', async () => {
    const { sandbox } = await Partner.start();
    const port = Number(new URL(sandbox.origin).port);
    await expect(startSandbox({ port })).rejects.toThrow('EADDRINUSE');
    await sandbox.close();
  });
});
