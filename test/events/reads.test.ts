import type { Urgency } from '../../src/partner-api/quota/urgency';
import { Reads } from '../../src/events/reads';
import { Stop, type StopSignal } from '../../src/stop';

describe('a read that more callers join', () => {
  it('becomes as important as the most important of them', () => {
    const reads = new Reads<string>();
    const begun: Urgency[] = [];
    const read = (_: StopSignal, urgency: Urgency): Promise<string> => {
      begun.push(urgency);
      return new Promise(() => {});
    };
    void reads.join('id', read, 'refresh');
    void reads.join('id', read, 'reserve');
    void reads.join('id', read, 'read');
    expect(begun.map(({ callClass }) => callClass)).toEqual(['reserve']);
  });
});

describe('a read that nobody waits for any more', () => {
  it('R-DOOR-7: is not joined by a later caller, although it has not ended yet', async () => {
    const reads = new Reads<string>();
    const begun: StopSignal[] = [];
    const read = (stop: StopSignal): Promise<string> => {
      begun.push(stop);
      return begun.length === 1 ? new Promise(() => {}) : Promise.resolve('a later read');
    };
    const [one, other] = [new Stop(), new Stop()];
    void reads.join('id', read, 'read', one);
    void reads.join('id', read, 'read', other);
    one.abort();
    expect(begun.map(({ aborted }) => aborted)).toEqual([false]);
    other.abort();
    expect(begun.map(({ aborted }) => aborted)).toEqual([true]);
    expect(await reads.join('id', read, 'read')).toBe('a later read');
  });
});
