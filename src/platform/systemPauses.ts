import type { Pauses } from '../services/slices.ts';

/** Pauses in which the event loop takes its turn: VS Code's other extensions run in the same thread. */
export const systemPauses: Pauses = {
  now: () => performance.now(),
  soon: (next) => {
    const turn = setImmediate(next);
    return () => {
      clearImmediate(turn);
    };
  },
};
