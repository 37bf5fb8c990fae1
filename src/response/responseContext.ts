import type { StatusDesk } from './status/statusDesk.ts';
import type { Incident } from '../domain/incident.ts';
import type { GateStep } from '../services/response/closeGate/closeGate.ts';
import type { Journal } from '../services/response/journal/journal.ts';
import type { JournalDesk } from '../services/response/journal/journalDesk.ts';
import type { Steps } from './steps/steps.ts';
import type { ResponseDependencies } from './responseDependencies.ts';
import type { RunbookFiles } from './workspaceRunbooks/runbookFiles.ts';

/** What commands of this room work with: what the product gave, and what the room made of it. */
export interface ResponseContext extends ResponseDependencies {
  readonly journal: Journal;
  /** Where whatever was done is written down. */
  readonly records: JournalDesk;
  /** Where statuses are changed; its hooks let others take part. */
  readonly statuses: StatusDesk;
  /** What the workspace brings with it, if it is trusted. */
  readonly workspaceRunbooks: RunbookFiles;
  /** The steps of an incident's runbooks, as closing it asks for them. */
  gateSteps(incident: Incident): Promise<readonly GateStep[]>;
  /** Remediation steps. */
  readonly steps: Steps;
}
