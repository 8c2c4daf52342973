import type { Call } from '../server/call';
import type { Reply } from '../server/reply';
import type { Handler, Services } from '../services';

/** "Polling" in edition 2015: the outcome of the call that the path names, or another 202. */
export const poll: Handler = (call, services, nowMs) =>
  pollFor(call, call.params.call ?? '', call.params.operation ?? '', services, nowMs);

/** "Polling" in edition 2018: the outcome of the call that `token` names, or another 202. */
export const pollStatus: Handler = (call, services, nowMs) =>
  pollFor(call, null, call.query.get('token') ?? '', services, nowMs);

function pollFor(
  { query }: Call,
  polled: string | null,
  opaque: string,
  { polling, observations }: Services,
  nowMs: number,
): Reply {
  const { reply, earlyByMs } = polling.poll(polled, opaque, query.get('cart_id'), nowMs);
  if (earlyByMs > 0)
    observations.violation('earlyPoll', `${polled ?? 'a call'} polled ${earlyByMs} ms too early`);
  return reply;
}
