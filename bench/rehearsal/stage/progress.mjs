import { Presets, SingleBar } from 'cli-progress';

import { clock } from '../report/words.mjs';

const PLAIN_EVERY_SECONDS = 15;

/** Shows how far a rehearsal is: a bar on a terminal, else a line from time to time. */
export function startProgress(shoppers, output = process.stderr) {
  return output.isTTY ? bar(shoppers, output) : lines(shoppers, output);
}

function bar(shoppers, output) {
  const shown = new SingleBar(
    {
      stream: output,
      format:
        ' {bar} {value}/{total} shoppers | {inLine} in line | {withSeats} with seats | {bought} bought | {refused} × 429 | {clock}',
      hideCursor: true,
      barsize: 24,
      etaBuffer: 50,
    },
    Presets.shades_classic,
  );
  shown.start(shoppers, 0, { inLine: 0, withSeats: 0, bought: 0, refused: 0, clock: clock(0) });
  return {
    update: ({ at, gone, inLine, withSeats, bought, refused }) =>
      shown.update(gone, { inLine, withSeats, bought, refused, clock: clock(at) }),
    stop: () => shown.stop(),
  };
}

function lines(shoppers, output) {
  let next = 0;
  return {
    update({ at, gone, inLine, withSeats, bought, refused }) {
      if (at < next) return;
      next = at + PLAIN_EVERY_SECONDS;
      output.write(
        `${clock(at)}  ${gone}/${shoppers} shoppers, ${inLine} in line, ${withSeats} with seats, ${bought} bought, ${refused} × 429\n`,
      );
    },
    stop() {},
  };
}
