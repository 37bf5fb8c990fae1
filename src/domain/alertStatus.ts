/** Statuses of the 2022-01-01 alerts API, and Unknown for any other word. */
export const alertStatuses = ['Active', 'InProgress', 'Resolved', 'Dismissed', 'Unknown'] as const;

export type AlertStatus = (typeof alertStatuses)[number];

/** The status that a wire word names, whatever its case and inner spaces; Unknown for everything else, of any type. */
export function parseAlertStatus(word: unknown): AlertStatus {
  if (typeof word !== 'string') return 'Unknown';
  const folded = word.replaceAll(/\s/g, '').toLowerCase();
  return alertStatuses.find((status) => status.toLowerCase() === folded) ?? 'Unknown';
}

/** True while somebody still has to act. Unknown counts as open: a status we cannot read must not hide an alert. */
export function isOpen(status: AlertStatus): boolean {
  return status !== 'Resolved' && status !== 'Dismissed';
}
