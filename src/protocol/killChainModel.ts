import { array, boolean, object, string, type Guarded } from './schema.ts';

/** One stage of the kill chain, in order; `tactics` are the ones seen in it, as labels. */
export const killChainStage = object({ label: string, reached: boolean, tactics: array(string) });

export type KillChainStage = Guarded<typeof killChainStage>;
