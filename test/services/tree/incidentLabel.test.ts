import { describe, expect, it } from 'vitest';
import { incidentLabel } from '../../../src/services/tree/incidentLabel.ts';

describe('incidentLabel', () => {
  it.each([
    ['Security incident: ransomware on vm-files-01', 'Ransomware on vm-files-01'],
    ['Security incident: vm-depot-07 used to reach others', 'vm-depot-07 used to reach others'],
    ['Security incident detected suspicious virtual machines activity', 'Suspicious virtual machines activity'],
  ])('shortens %j to %j', (title, label) => {
    expect(incidentLabel(title)).toBe(label);
  });

  it.each([
    'Security incident',
    'Security incident detected',
    'Security incident with shared process detected',
    'Security incident on web-1',
    'web-1: execution to impact',
    '',
  ])('leaves %j whole', (title) => {
    expect(incidentLabel(title)).toBe(title);
  });

  it('shows what would have been invisible', () => {
    expect(incidentLabel('Security incident: \u202Eexe')).toBe('⟨U+202E⟩exe');
  });
});
