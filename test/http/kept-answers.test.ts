import { Validity } from '../../src/events/validity';
import { utf8Of } from '../../src/graphql/utf8';
import { ReadyAnswers, type Request } from '../../src/http/ready-answers';
import { FakeClock } from '../support/fake-clock';

const MAX_BYTES = 64 * 1024;

const request = (mark: number): Request => ({
  mark,
  method: 'POST',
  url: '/graphql',
  contentType: 'application/json',
  accept: undefined,
  body: Buffer.from(`{"query":"${mark}"}`),
});

const vouchedFor = (): Validity => {
  const validity = new Validity();
  validity.vouch();
  return validity;
};

describe('whole answers that are kept', () => {
  let ready: ReadyAnswers;
  const keep = (mark: number, bytes: number, validity = vouchedFor()) =>
    ready.keep(request(mark), {
      contentType: 'application/json',
      text: utf8Of('x'.repeat(bytes)),
      validity,
    });
  const isKept = (mark: number): boolean => ready.find(request(mark)) !== undefined;

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
    validity.restsOn({ freshUntilMs: Infinity, isCurrent: true, touch: () => {} }, true);
    for (let time = 0; time < 3; time++) keep(1, 100, validity);
    expect(isKept(1)).toBe(false);
  });

  it('take no more memory than they may, and the latest stay', () => {
    const bytes = 3000;
    const marks = Array.from({ length: 100 }, (_, index) => index + 1);
    for (const mark of [...marks, ...marks]) keep(mark, bytes);
    const kept = marks.filter(isKept);
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.length * bytes).toBeLessThan(MAX_BYTES);
    expect(kept).toEqual(marks.slice(-kept.length));
  });

  it('are not so large that they would push out all others', () => {
    for (let time = 0; time < 3; time++) keep(1, MAX_BYTES / 8);
    expect(isKept(1)).toBe(false);
  });
});
