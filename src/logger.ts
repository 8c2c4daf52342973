import { writeSync } from 'node:fs';
import { isatty } from 'node:tty';

import { type Logger, pino } from 'pino';

import { readable } from './logs/readable';

/** The file descriptors of a process. */
const STDOUT = 1;
const STDERR = 2;

/**
 * The log of this process on stderr: lines for people in a terminal, and of JSON elsewhere. A line that cannot be written
 * is lost, without an error.
 */
export function openLog(level: string): Logger {
  const form = isatty(STDERR) ? readable : (line: string) => line;
  return pino({ level, base: null }, { write: (line) => writeOrLose(STDERR, form(line)) });
}

/** Prints lines on stdout, if that is open. */
export const print = (...lines: string[]): void => writeOrLose(STDOUT, `${lines.join('\n')}\n`);

/** Prints lines on stderr, if that is open. */
export const printError = (...lines: string[]): void => writeOrLose(STDERR, `${lines.join('\n')}\n`);

/**
 * A full disk, or a closed or full pipe, must not end the process, as an error event of a stream would. Nothing is
 * buffered either: that would take memory for as long as the disk is full.
 */
function writeOrLose(fileDescriptor: number, text: string): void {
  try {
    writeSync(fileDescriptor, text);
  } catch {
    // There is nowhere left to report it.
  }
}
