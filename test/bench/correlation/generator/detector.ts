import { detectorRows } from './detectorTable.ts';

export const resourceKinds = [
  'machine',
  'database',
  'storage',
  'vault',
  'app',
  'cluster',
  'cosmos',
  'model',
  'gateway',
  'subscription',
] as const;
export type ResourceKind = (typeof resourceKinds)[number];

/** What a detector may tell about who acted, beside the resource. */
export type Slot = 'ip' | 'account' | 'process' | 'file' | 'domain' | 'pod';

interface Shape {
  readonly kind: ResourceKind;
  readonly slots: readonly Slot[];
}

/** What is told by which family of detectors, as seen in recorded alerts. */
const shapes = {
  machineProcess: { kind: 'machine', slots: ['account', 'process', 'file'] },
  machineLogin: { kind: 'machine', slots: ['ip', 'account'] },
  machineNetwork: { kind: 'machine', slots: ['ip'] },
  machineDns: { kind: 'machine', slots: ['domain'] },
  machineMalware: { kind: 'machine', slots: ['file'] },
  machineBare: { kind: 'machine', slots: [] },
  machineExtension: { kind: 'machine', slots: ['account', 'ip'] },
  database: { kind: 'database', slots: ['ip', 'account'] },
  databaseAccess: { kind: 'database', slots: ['ip'] },
  storage: { kind: 'storage', slots: ['ip'] },
  storageIdentity: { kind: 'storage', slots: ['ip', 'account'] },
  storageMalware: { kind: 'storage', slots: ['ip', 'file'] },
  storageBare: { kind: 'storage', slots: [] },
  vault: { kind: 'vault', slots: ['account', 'ip'] },
  app: { kind: 'app', slots: ['ip'] },
  appProcess: { kind: 'app', slots: ['process', 'file'] },
  appDns: { kind: 'app', slots: ['domain'] },
  clusterAudit: { kind: 'cluster', slots: ['account', 'ip', 'pod'] },
  clusterNode: { kind: 'cluster', slots: ['process', 'file', 'pod'] },
  clusterBare: { kind: 'cluster', slots: ['pod'] },
  cosmos: { kind: 'cosmos', slots: ['ip'] },
  model: { kind: 'model', slots: ['ip', 'account'] },
  gateway: { kind: 'gateway', slots: ['ip'] },
  controlPlane: { kind: 'subscription', slots: ['account', 'ip'] },
} as const satisfies Readonly<Record<string, Shape>>;
type ShapeName = keyof typeof shapes;

export interface Detector {
  readonly alertType: string;
  readonly title: string;
  readonly intent: string;
  readonly severity: string;
  readonly shape: ShapeName;
  readonly kind: ResourceKind;
  readonly slots: readonly Slot[];
}

function readRow(row: string): Detector {
  const [alertType = '', shape = '', intent = '', severity = ''] = row.split(/\s+/);
  if (!(shape in shapes)) throw new Error(`No such shape: ${row}`);
  const name = shape as ShapeName;
  const { kind, slots } = shapes[name];
  return {
    alertType,
    title: titleOf(alertType),
    intent: intent.replaceAll(',', ', '),
    severity,
    shape: name,
    kind,
    slots,
  };
}

/** "VM_SshBruteForceFailed" as words; the service's own titles are not needed to group alerts. */
function titleOf(alertType: string): string {
  const words = alertType
    .replaceAll(/[._]/g, ' ')
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const detectors: ReadonlyMap<string, Detector> = new Map(
  detectorRows
    .trim()
    .split('\n')
    .map(readRow)
    .map((detector) => [detector.alertType, detector]),
);

export const allDetectors: readonly Detector[] = [...detectors.values()];

export function detectorNamed(alertType: string): Detector {
  const detector = detectors.get(alertType);
  if (detector === undefined) throw new Error(`No such detector: ${alertType}`);
  return detector;
}
