/** The names of pino's levels. */
const LEVELS: Readonly<Record<number, string>> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
};

/** A line of pino's JSON as people read it in a terminal: time, level, message, fields; a stack on lines of its own. */
export function readable(line: string): string {
  let fields: Record<string, unknown>;
  try {
    fields = JSON.parse(line) as Record<string, unknown>;
  } catch {
    return line;
  }
  const { level, time, msg, error: fault, ...others } = fields;
  const { stack, ...error } = (fault ?? {}) as Record<string, unknown>;
  const all = Object.entries({ ...others, ...error }).map(([name, value]) => `${name}=${textOf(value)}`);
  const head = [timeOf(time), (LEVELS[Number(level)] ?? '').padEnd(5), textOf(msg ?? '')];
  return `${[...head, ...all].join(' ')}\n${typeof stack === 'string' ? `${stack}\n` : ''}`;
}

const timeOf = (time: unknown): string => {
  const at = new Date(Number(time));
  return Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(11, 23);
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
