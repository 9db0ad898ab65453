import { makeAsk, type Ask } from '#ledger/providers/ask.ts';
import { makeHttp } from '#ledger/providers/http.ts';

/** The world outside, with a clock that sleeping moves on: real HTTP, no waiting. */
export function makeWorld({
  deadline = 10_000,
  fetch: send = fetch,
}: { deadline?: number; fetch?: typeof fetch } = {}) {
  let slept = 0;
  const waits: number[] = [];
  const now = () => Date.now() + slept;
  const http = makeHttp({
    fetch: send,
    now,
    random: Math.random,
    deadline,
    sleep: (ms) => {
      slept += ms;
      waits.push(ms);
      return Promise.resolve();
    },
  });
  const ask: Ask = makeAsk(http, now);
  const pass = (ms: number) => {
    slept += ms;
  };
  return { http, ask, now, pass, waits };
}

export type World = ReturnType<typeof makeWorld>;
