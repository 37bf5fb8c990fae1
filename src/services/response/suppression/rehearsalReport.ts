import { alertTime } from '../../../domain/alert.ts';
import type { Correlation } from '../../../domain/correlation/correlation.ts';
import { displayLabel } from '../../../domain/displayText.ts';
import type { Rehearsal } from '../../../domain/suppression/rehearse.ts';
import type { SuppressionRule } from '../../../domain/suppression/suppressionRule.ts';
import { alertTypeText, conditionText, rehearsalText } from './ruleText.ts';

/** Alerts that are listed: nobody reads more, and the sum stands above them. */
const mostListed = 1_000;

/** What a rule would have dismissed, as plain text: one alert a line, those of incidents first. */
export function rehearsalReport(
  { name, alertType, conditions }: SuppressionRule,
  rehearsal: Rehearsal,
  { alerts, incidentsOf }: Pick<Correlation, 'alerts' | 'incidentsOf'>,
  timeText: (time: number) => string,
): string {
  const lines = rehearsal.dismissed.flatMap((key) => {
    const alert = alerts.get(key);
    if (alert === undefined) return [];
    const isInIncident = (incidentsOf.get(key) ?? []).length > 0;
    const time = alertTime(alert);
    const when = time === undefined ? 'time unknown' : timeText(time);
    const text = `${alert.severity}  ${when}  ${displayLabel(alert.displayName)}${isInIncident ? '  [in an incident]' : ''}`;
    return [{ text, isInIncident }];
  });
  const sorted = [...lines.filter((line) => line.isInIncident), ...lines.filter((line) => !line.isInIncident)];
  const more = sorted.length - mostListed;
  return [
    `Suppression rule ${displayLabel(name)}`,
    `Alerts of ${alertTypeText(alertType)}`,
    ...conditions.map((condition) => `Where ${conditionText(condition)}`),
    '',
    rehearsalText(rehearsal),
    '',
    ...sorted.slice(0, mostListed).map(({ text }) => text),
    ...(more > 0 ? [`… and ${more.toLocaleString('en')} more`] : []),
    '',
  ].join('\n');
}
