import { displayLabel } from '../../../domain/displayText.ts';
import { cell } from '../../formats/cell.ts';
import type { AlertsOutput, FoundAlert } from '../alertsOutput.ts';

const widths = { severity: 13, status: 10, started: 16, resource: 24, title: 64, subscription: 24 } as const;

type Columns = Readonly<Record<keyof typeof widths | 'id', string>>;

/** For people: aligned, and every text filtered, since a terminal obeys control characters. */
export function alertsTable(): AlertsOutput {
  return {
    needsRows: false,
    begin: () => [line(titles)],
    *alerts(found) {
      for (const each of found) yield line(columnsOf(each));
    },
    end: () => [],
  };
}

const titles: Columns = {
  severity: 'Severity',
  status: 'Status',
  started: 'Started (UTC)',
  resource: 'Resource',
  title: 'Title',
  subscription: 'Subscription',
  id: 'Id',
};

function columnsOf({ alert, subscription }: FoundAlert): Columns {
  const { severity, status, startTime, compromisedEntity = '', displayName, systemAlertId } = alert;
  return {
    severity,
    status,
    started: startTime === undefined ? 'unknown' : minuteOf(startTime),
    resource: compromisedEntity,
    title: displayName,
    subscription,
    id: systemAlertId,
  };
}

function line({ id, ...cells }: Columns): string {
  const names = Object.keys(widths) as (keyof typeof widths)[];
  return `${[...names.map((name) => cell(cells[name], widths[name])), displayLabel(id)].join('  ')}\n`;
}

function minuteOf(time: number): string {
  return new Date(time).toISOString().slice(0, 16).replace('T', ' ');
}
