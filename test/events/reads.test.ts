import { Reads } from '../../src/events/reads';
import { Stop, type StopSignal } from '../../src/stop';

describe('a read that nobody waits for any more', () => {
  it('R-DOOR-7: is not waited for by whoever comes then, although it has not ended yet', async () => {
    const reads = new Reads<string>();
    const begun: StopSignal[] = [];
    const read = (stop: StopSignal): Promise<string> => {
      begun.push(stop);
      return begun.length === 1 ? new Promise(() => {}) : Promise.resolve('anew');
    };
    const [one, other] = [new Stop(), new Stop()];
    void reads.join('id', read, one);
    void reads.join('id', read, other);
    one.abort();
    expect(begun.map(({ aborted }) => aborted)).toEqual([false]);
    other.abort();
    expect(begun.map(({ aborted }) => aborted)).toEqual([true]);
    expect(await reads.join('id', read)).toBe('anew');
  });
});
