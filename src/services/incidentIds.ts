import type { Correlation } from '../domain/correlation/correlation.ts';
import type { IncidentIdentities } from '../domain/correlation/identity/incidentIdentities.ts';
import { readIdentities, storedIdentities } from '../domain/correlation/identity/storedIdentities.ts';
import { withStableIds } from '../domain/correlation/identity/withStableIds.ts';
import type { Steps } from '../domain/steps.ts';

/** Where identities outlive the process. */
export interface IdentityMemory {
  /** What was written last, in any shape; undefined at the first start. */
  read(): unknown;
  /** Called after every run; the value is made when it is needed, not before. */
  write(value: () => object): void;
}

/** Keeps the ids of incidents stable from one correlation to the next, and over restarts. */
export class IncidentIds {
  readonly #memory: IdentityMemory;
  #identities: IncidentIdentities | undefined;

  constructor(memory: IdentityMemory) {
    this.#memory = memory;
  }

  /** The same correlation, under the ids that its incidents had before. */
  *keep(found: Correlation): Steps<Correlation> {
    // Not read before it is needed: activation does not wait for it.
    const before = (this.#identities ??= readIdentities(this.#memory.read()));
    const { correlation, after } = yield* withStableIds(found, before);
    this.#identities = after;
    // Without alerts nothing was found and nothing is known anew: a window that only starts must not write.
    if (found.alerts.size > 0) this.#memory.write(() => storedIdentities(after));
    return correlation;
  }
}
