import { describe, expect, it } from 'vitest';
import { isOpen, parseAlertStatus } from '../../src/domain/alertStatus.ts';
import { compareTactics, killChainBand, parseIntent, tacticLabel, tactics } from '../../src/domain/killChain.ts';
import { compareSeverity, parseSeverity, worstSeverity } from '../../src/domain/severity.ts';
import type { Severity } from '../../src/domain/severity.ts';

describe('severity', () => {
  it('is read whatever its case, and is Unknown for anything else', () => {
    expect(['high', ' Medium ', 'Critical', 7, null, undefined].map(parseSeverity)).toEqual([
      'High',
      'Medium',
      'Unknown',
      'Unknown',
      'Unknown',
      'Unknown',
    ]);
  });

  it('sorts Unknown above Low, so that an unreadable severity does not sink', () => {
    const sorted = (['Low', 'Unknown', 'Informational', 'High', 'Medium'] satisfies Severity[]).sort(compareSeverity);
    expect(sorted).toEqual(['High', 'Medium', 'Unknown', 'Low', 'Informational']);
  });

  it('of several is the worst one', () => {
    expect(worstSeverity(['Low', 'High', 'Medium'])).toBe('High');
    expect(worstSeverity([])).toBe('Informational');
  });
});

describe('status', () => {
  it('is read whatever its case and spaces', () => {
    expect(['active', 'In Progress', 'RESOLVED', 'Weird', 5].map(parseAlertStatus)).toEqual([
      'Active',
      'InProgress',
      'Resolved',
      'Unknown',
      'Unknown',
    ]);
  });

  it('is open unless somebody resolved or dismissed it', () => {
    expect((['Active', 'InProgress', 'Unknown', 'Resolved', 'Dismissed'] as const).map(isOpen)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('intent', () => {
  it('may name several tactics, given back in kill-chain order', () => {
    expect(parseIntent('Lateral Movement, DefenseEvasion,defenseevasion').tactics).toEqual([
      'DefenseEvasion',
      'LateralMovement',
    ]);
  });

  it('keeps words that it does not know and is silent about Unknown', () => {
    expect(parseIntent('Unknown, Teleportation')).toEqual({ tactics: [], unrecognized: ['Teleportation'] });
    expect(parseIntent(null)).toEqual({ tactics: [], unrecognized: [] });
  });

  it('has bands that never fall along the chain', () => {
    const bandsAlongChain = tactics.map(killChainBand);
    expect(bandsAlongChain).toEqual([...bandsAlongChain].sort((a, b) => a - b));
    expect([...tactics].reverse().sort(compareTactics)).toEqual(tactics);
  });

  it('is labelled in words', () => {
    expect(tacticLabel('CommandAndControl')).toBe('Command and control');
  });
});
