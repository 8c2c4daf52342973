/** Takes a step of a cart, such as `poll`, so that a trace shows it. Resolves and rejects as `take` does. */
export type TraceStep = <Result>(kind: string, take: () => Promise<Result>) => Promise<Result>;

/** Takes a step that nobody traces. */
export const untraced: TraceStep = (_, take) => take();
