import { hash64 } from '../../../domain/hash64.ts';

export type ReportFormat = 'markdown' | 'json' | 'csv';

export const reportExtensions: Readonly<Record<ReportFormat, string>> = { markdown: 'md', json: 'json', csv: 'csv' };

/** Longest part of a name that is made of words. */
const slugLimit = 60;

/**
 * A name for a report: words of the title in letters that every file system takes, and a hash of the id, which tells
 * incidents of one title apart and keeps the name from being one that a system has reserved.
 */
export function reportFileName(title: string, incidentId: string, format: ReportFormat): string {
  const words = title
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, slugLimit)
    .replaceAll(/-+$/g, '');
  return `incident-${words === '' ? '' : `${words.toLowerCase()}-`}${hash64(incidentId).slice(0, 8)}.${reportExtensions[format]}`;
}
