import type { Alert } from '../../src/domain/alert.ts';
import { correlate } from '../../src/domain/correlation/correlate.ts';
import type { Correlation } from '../../src/domain/correlation/correlation.ts';
import { defaultOptions } from '../../src/domain/correlation/correlationOptions.ts';
import { compareCorrelations } from '../../src/domain/correlation/tuning/compareCorrelations.ts';
import { optionsOf } from '../../src/domain/correlation/tuning/correlationSettings.ts';
import type { TuningDraft, TuningPanelModel } from '../../src/protocol/tuningModel.ts';
import { defaultDraft, settingsOf } from '../../src/services/tuning/tuningDraft.ts';
import type { TuningState } from '../../src/services/tuning/tuningSession.ts';
import { buildTuningPanelModel } from '../../src/services/viewModels/buildTuningPanelModel.ts';
import { day, hour, noon, virtualMachine } from './alert.ts';
import { anAddress, at } from './correlationWorld.ts';

const steps = ['PreAttack', 'InitialAccess', 'Execution', 'Persistence', 'Impact'];

/** Three weeks of an environment: attacks by one address over two machines each, and an egress address everywhere. */
const threeWeeks: readonly Alert[] = [
  ...Array.from({ length: 6 }, (_, attack) =>
    steps.map((intent, step) =>
      at(noon + attack * 3 * day + step * 9 * hour, `attack${String(attack)}${String(step)}`, {
        alertType: `VM_${intent}`,
        displayName: `${intent} on a machine of the shop`,
        severity: step > 2 ? 'High' : 'Medium',
        intent,
        on: [virtualMachine(`shop-${String(attack)}-${step < 3 ? 'web' : 'db'}`)],
        entities: [anAddress(`203.0.113.${String(attack)}`)],
      }),
    ),
  ).flat(),
  ...Array.from({ length: 63 }, (_, turn) =>
    at(noon + Math.floor(turn / 3) * day + (turn % 3) * 7 * hour, `egress${String(turn)}`, {
      alertType: `AppServices_Scan${String(turn % 5)}`,
      displayName: 'Requests from the office network',
      on: [virtualMachine(`web-${String(turn)}`)],
      entities: [anAddress('198.51.100.9')],
    }),
  ),
];

interface TuningWish {
  readonly alerts?: readonly Alert[];
  /** What the person has changed; by default enough to show every part of the panel. */
  readonly edit?: Partial<TuningDraft>;
  readonly state?: Partial<TuningState>;
}

const everyPart: Partial<TuningDraft> = {
  precision: 85,
  timeSpan: 1,
  addresses: ['203.0.113.0/30', 'office'],
  excludedAlertTypes: ['AppServices_Scan2', 'vm_gone'],
};

/** The panel while a person tries something. */
export function aTuningModel({ alerts = threeWeeks, edit = everyPart, state = {} }: TuningWish = {}): TuningPanelModel {
  const draft: TuningDraft = { ...defaultDraft, ...edit };
  const correlation = correlate(alerts);
  const untouched = Object.keys(edit).length === 0;
  return buildTuningPanelModel(
    {
      generation: 1,
      draft,
      applied: defaultDraft,
      notApplied: false,
      preview: {
        basis: untouched ? 'none' : 'draft',
        working: false,
        failed: false,
        diff: untouched ? { changes: [], unchanged: 0 } : compared(correlation, alerts, draft),
      },
      ...state,
    },
    correlation,
  );
}

function compared(
  correlation: Correlation,
  alerts: readonly Alert[],
  draft: TuningDraft,
): TuningState['preview']['diff'] {
  const tuned = correlate(alerts, { ...defaultOptions, ...optionsOf(settingsOf(draft)) });
  return compareCorrelations(correlation.incidents, tuned.incidents);
}
