/** Milliseconds as the log shows them, to a hundredth. */
export const rounded = (ms: number): number => Math.round(ms * 100) / 100;
