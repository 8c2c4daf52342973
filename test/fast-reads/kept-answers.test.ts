import { Validity } from '../../src/events/validity';
import { utf8Of } from '../../src/utf8';
import { ReadyAnswers, type Request } from '../../src/fast-reads/ready-answers';
import { FakeClock } from '../support/fake-clock';

const MAX_BYTES = 64 * 1024;

const request = (checksum: number): Request => ({
  checksum,
  method: 'POST',
  url: '/graphql',
  contentType: 'application/json',
  accept: undefined,
  body: Buffer.from(`{"query":"${checksum}"}`),
});

const vouchedFor = (): Validity => {
  const validity = new Validity();
  validity.vouch();
  return validity;
};

describe('whole answers that are kept', () => {
  let ready: ReadyAnswers;
  const keep = (checksum: number, bytes: number, validity = vouchedFor()) =>
    ready.keep(request(checksum), {
      contentType: 'application/json',
      text: utf8Of('x'.repeat(bytes)),
      validity,
      operation: null,
    });
  const isKept = (checksum: number): boolean => ready.find(request(checksum)) !== undefined;

  beforeEach(() => {
    const clock = new FakeClock();
    ready = new ReadyAnswers(MAX_BYTES, clock, clock);
  });

  it('are those of requests that come again', () => {
    keep(1, 100);
    expect(isKept(1)).toBe(false);
    keep(1, 100);
    expect(isKept(1)).toBe(true);
    expect(isKept(2)).toBe(false);
  });

  it('show no event that was read for them: nobody knows yet whether it is asked for again', () => {
    const validity = vouchedFor();
    validity.dependsOn({ freshUntilMs: Infinity, isCurrent: true, touch: () => {} }, true);
    for (let time = 0; time < 3; time++) keep(1, 100, validity);
    expect(isKept(1)).toBe(false);
  });

  it('take no more memory than they may, and the latest stay', () => {
    const bytes = 3000;
    const checksums = Array.from({ length: 100 }, (_, index) => index + 1);
    for (const checksum of [...checksums, ...checksums]) keep(checksum, bytes);
    const kept = checksums.filter(isKept);
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.length * bytes).toBeLessThan(MAX_BYTES);
    expect(kept).toEqual(checksums.slice(-kept.length));
  });

  it('keep their compressed forms, which count as memory, and do not outlive them', () => {
    const bytes = 1500;
    const compress = (checksum: number) => {
      const answer = ready.find(request(checksum));
      if (answer) ready.keepCompressed(answer, 'br', utf8Of('y'.repeat(bytes)));
      return answer;
    };
    for (let time = 0; time < 2; time++) keep(1, bytes);
    const first = compress(1);
    expect(ready.find(request(1))?.compressed).toEqual({ br: 'y'.repeat(bytes) });
    const checksums = Array.from({ length: 100 }, (_, index) => index + 2);
    for (const checksum of checksums) {
      for (let time = 0; time < 2; time++) keep(checksum, bytes);
      compress(checksum);
    }
    const kept = checksums.filter(isKept);
    expect(kept.length * 2 * bytes).toBeLessThan(MAX_BYTES);
    expect(isKept(1)).toBe(false);
    if (first) ready.keepCompressed(first, 'br', utf8Of('y'));
    expect(isKept(1)).toBe(false);
  });

  it('are not evicted by a compressed form for which there is no room', () => {
    for (let time = 0; time < 2; time++) keep(1, 1000);
    const answer = ready.find(request(1));
    if (answer) ready.keepCompressed(answer, 'br', utf8Of('y'.repeat(MAX_BYTES / 8)));
    expect(isKept(1)).toBe(true);
  });

  it('are not so large that they would push out all others', () => {
    for (let time = 0; time < 3; time++) keep(1, MAX_BYTES / 8);
    expect(isKept(1)).toBe(false);
  });
});
