import type { CorrelationDiff, IncidentChangeKind } from '../../domain/correlation/tuning/compareCorrelations.ts';

/** How many incidents a change touched, in numbers alone: fit for a notification. */
export interface ChangeCounts {
  readonly unchanged: number;
  /** Of each kind, incidents before and after. */
  readonly changed: readonly { readonly kind: IncidentChangeKind; readonly before: number; readonly after: number }[];
}

/** In the order in which they are told. */
export const changeKinds: readonly IncidentChangeKind[] = [
  'merged',
  'split',
  'rearranged',
  'grew',
  'shrank',
  'changed',
  'appeared',
  'vanished',
];

export function changeCounts({ changes, unchanged }: CorrelationDiff): ChangeCounts {
  const changed = changeKinds.flatMap((kind) => {
    const ofKind = changes.filter((change) => change.kind === kind);
    if (ofKind.length === 0) return [];
    const [before, after] = [
      ofKind.reduce((sum, change) => sum + change.before.length, 0),
      ofKind.reduce((sum, change) => sum + change.after.length, 0),
    ];
    return [{ kind, before, after }];
  });
  return { unchanged, changed };
}

/** "12 unchanged, 4 merged into 2, 1 split into 3." */
export function changeText({ unchanged, changed }: ChangeCounts, tense: 'done' | 'would'): string {
  const parts = changed.map(({ kind, before, after }) => wordings[kind](before, after));
  if (parts.length === 0) {
    if (unchanged === 0) return 'There are no incidents.';
    return tense === 'done' ? `${incidents(unchanged)} unchanged.` : `Nothing would change: ${incidents(unchanged)}.`;
  }
  return `${incidents(unchanged)} unchanged, ${parts.join(', ')}.`;
}

const wordings: Readonly<Record<IncidentChangeKind, (before: number, after: number) => string>> = {
  merged: (before, after) => `${figure(before)} merged into ${figure(after)}`,
  split: (before, after) => `${figure(before)} split into ${figure(after)}`,
  rearranged: (before, after) => `${figure(before)} rearranged into ${figure(after)}`,
  grew: (_, after) => `${figure(after)} grew`,
  shrank: (_, after) => `${figure(after)} shrank`,
  changed: (_, after) => `${figure(after)} exchanged alerts`,
  appeared: (_, after) => `${figure(after)} new`,
  vanished: (before) => `${figure(before)} dissolved`,
};

function incidents(count: number): string {
  return count === 1 ? '1 incident' : `${figure(count)} incidents`;
}

function figure(count: number): string {
  return count.toLocaleString('en');
}
