import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rehearsal } from '../../../../src/domain/suppression/rehearse.ts';
import type { RuleWarning } from '../../../../src/domain/suppression/ruleWarnings.ts';
import {
  conditionText,
  placeText,
  rehearsalText,
  rolesForSuppression,
  standingText,
  suppressionFailureText,
  warningText,
} from '../../../../src/services/response/suppression/ruleText.ts';
import { day, noon } from '../../../builders/alert.ts';
import { aSubscription } from '../../../builders/storeState.ts';
import { invisible } from '../../../builders/hostileText.ts';
import { anyHostileText, aSuppressionRule } from '../../../builders/suppressionRule.ts';

const timeText = (time: number): string => new Date(time).toISOString().slice(0, 10);
const rehearsal = (wish: Partial<Rehearsal>): Rehearsal => ({
  considered: 312,
  dismissed: Array.from({ length: 14 }, String),
  inIncidents: 2,
  highInIncidents: 0,
  incidents: ['local:1'],
  isExact: true,
  ...wish,
});

describe('in words', () => {
  it('a subscription is told from others of its name', () => {
    const subscription = aSubscription('7c1e5d20-44aa-4b1f-9e60-0a1b2c3d4e07', { displayName: 'Shop\n\u202E' });
    expect(placeText(subscription)).toMatch(
      /^Subscription: Shop[^\n\u202E]* \(7c1e5d20-44aa-4b1f-9e60-0a1b2c3d4e07\)$/,
    );
  });

  it('a rehearsal says how much of the list would be gone', () => {
    expect(rehearsalText(rehearsal({}))).toBe(
      'Would have dismissed 14 of 312 alerts in the list; 2 were in incidents.',
    );
    expect(rehearsalText(rehearsal({ inIncidents: 1, isExact: false }))).toBe(
      'Would have dismissed at most 14 of 312 alerts in the list; 1 was in an incident.',
    );
    expect(rehearsalText(rehearsal({ inIncidents: 0 }))).toMatch(/; none was in an incident\.$/);
    expect(rehearsalText(rehearsal({ dismissed: [] }))).toBe('Would have dismissed 0 of 312 alerts in the list.');
    expect(rehearsalText(rehearsal({ considered: 0, dismissed: [] }))).toContain('is not known');
  });

  it('each warning says something of its own', () => {
    const warnings: RuleWarning[] = [
      ...(
        [
          'anyType',
          'noConditions',
          'weakCondition',
          'neverExpires',
          'longLived',
          'matchesNothing',
          'notUnderstood',
        ] as const
      ).map((kind) => ({ kind })),
      { kind: 'highInIncidents', alerts: 1, incidents: 2 },
      { kind: 'inIncidents', alerts: 2, incidents: 1 },
      { kind: 'most', alerts: 9, of: 12 },
      { kind: 'expiresSoon', expires: noon },
    ];
    const said = warnings.map((warning) => warningText(warning, timeText));
    expect(new Set(said).size).toBe(warnings.length);
    expect(said).toContain('It would have hidden 1 alert of high severity in 2 incidents.');
    expect(said).toContain('It would have hidden 2 alerts in 1 incident.');
  });

  it('a rule is on, off or expired, and ends', () => {
    const { expires: _, ...endless } = aSuppressionRule();
    const standing = (rule: Parameters<typeof standingText>[0]) => standingText(rule, noon, timeText);
    expect(standing(endless)).toBe('on, never ends');
    expect(standing({ ...endless, unreadableExpiry: 'x' })).toBe('on, end cannot be read');
    expect(standing(aSuppressionRule({ state: 'Disabled', expires: noon + day }))).toBe('off, ends 2026-03-03');
    expect(standing(aSuppressionRule({ expires: noon }))).toBe('expired');
    expect(standing(aSuppressionRule({ state: 'Unknown', stateWord: 'Paused' }))).toMatch(/^state Paused, /);
  });

  it('a condition is one line in which nothing is invisible', () => {
    fc.assert(
      fc.property(anyHostileText, (text) => {
        const lines = [
          conditionText({ kind: 'contains', field: text, text }),
          conditionText({ kind: 'in', field: 'f', values: [text, text] }),
          conditionText({ kind: 'unknown', wire: { [text]: text } }),
        ];
        for (const line of lines) expect(line).not.toMatch(new RegExp(`${invisible.source}|\\n|\\t`, 'u'));
      }),
    );
  });

  it('a refusal names the role that is missing, and another failure its cause', () => {
    expect(suppressionFailureText({ kind: 'forbidden' }, rolesForSuppression, timeText)).toContain('Security Admin');
    expect(suppressionFailureText({ kind: 'offline' }, rolesForSuppression, timeText)).toContain(
      'could not be reached',
    );
    expect(suppressionFailureText({ kind: 'unexpected', code: 'NoLocation' }, '', timeText)).toContain('no place');
  });
});
