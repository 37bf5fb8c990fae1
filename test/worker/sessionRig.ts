import type { Alert } from '../../src/domain/alert.ts';
import { AlertTable } from '../../src/domain/correlation/alertTable.ts';
import { defaultOptions, type CorrelationOptions } from '../../src/domain/correlation/correlationOptions.ts';
import { findIncidents } from '../../src/domain/correlation/findIncidents.ts';
import type { FoundIncident } from '../../src/domain/correlation/incidents/foundIncident.ts';
import { IncrementalCorrelation } from '../../src/domain/correlation/incremental/incrementalCorrelation.ts';
import { finish } from '../../src/domain/steps.ts';
import type { FoundPart, RunWay } from '../../src/services/correlationCalls.ts';
import { CorrelationSession } from '../../src/worker/correlationSession.ts';
import type { IdleTime } from '../../src/worker/idleTime.ts';
import { hour, minute, noon, virtualMachine } from '../builders/alert.ts';
import { noPauses } from '../builders/correlator.ts';
import { anAddress, at } from '../builders/correlationWorld.ts';

export const alwaysIdle: IdleTime = {
  pauses: noPauses,
  afterQuiet: (work) => {
    work();
    return () => undefined;
  },
};

export interface Answer {
  readonly way: RunWay;
  readonly incidents: readonly FoundIncident[];
  readonly commonThings: FoundPart['commonThings'];
}

/** A session, and what it was told so far. */
export class Rig {
  readonly session: CorrelationSession;
  run = 0;
  #alerts = new Map<string, Alert>();

  constructor(idleTime: IdleTime = alwaysIdle) {
    this.session = new CorrelationSession(() => this.run, idleTime);
  }

  get alerts(): readonly Alert[] {
    return [...this.#alerts.values()];
  }

  take(alerts: readonly Alert[], gone: readonly string[] = []): void {
    for (const key of gone) this.#alerts.delete(key);
    for (const alert of alerts) this.#alerts.set(alert.key, alert);
    this.session.take(JSON.stringify(alerts), gone);
  }

  correlate(options: CorrelationOptions = defaultOptions): Answer {
    const first = told(this.session.correlate((this.run += 1), options));
    const incidents = [...first.incidents];
    for (let part = first; !part.isLast;) {
      part = told(this.session.more(this.run));
      incidents.push(...part.incidents);
    }
    return { ...first, incidents };
  }
}

function told(part: FoundPart | undefined): FoundPart {
  if (part === undefined) throw new Error('The run was given up');
  return part;
}

export function fullRun(alerts: readonly Alert[], options: CorrelationOptions = defaultOptions) {
  const table = new AlertTable();
  for (const alert of alerts) table.add(alert);
  return finish(findIncidents(table, options));
}

export function engineOver(alerts: readonly Alert[], options = defaultOptions): IncrementalCorrelation {
  const engine = new IncrementalCorrelation(options);
  engine.rebuild(alerts);
  return engine;
}

export const byId = (incidents: Iterable<FoundIncident>) =>
  new Map(Array.from(incidents, (incident) => [incident.id, incident]));

/** Few detectors on few machines of many: one alert more changes little of what is known. */
export const aStory: readonly Alert[] = Array.from({ length: 60 }, (_, n) =>
  at(noon + (n % 20) * minute, `s${String(n)}`, {
    alertType: `T${String(n % 3)}`,
    intent: ['InitialAccess', 'Execution', 'Impact'][n % 3] ?? '',
    entities: [anAddress(`203.0.113.${String(n % 20)}`)],
    on: [virtualMachine(`vm-${String(n % 20)}`)],
  }),
);

export const joiner = at(noon + hour, 'joiner', {
  alertType: 'T9',
  entities: [anAddress('203.0.113.4')],
  on: [virtualMachine('vm-4')],
});
