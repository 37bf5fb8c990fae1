import { describe, expect, it } from 'vitest';
import { resolveRunbook } from '../../../../src/domain/remediation/runbooks/resolveRunbook.ts';
import type { Runbook } from '../../../../src/domain/remediation/runbooks/runbook.ts';

function aRunbook(wish: Partial<Runbook>): Runbook {
  return { id: 'ours', title: 'Ours', alertTypes: [], steps: [], ...wish };
}

describe('the runbook of an alert type', () => {
  it('is the one that names it, whatever its case, and simulated or not', () => {
    for (const type of ['RDP_Incoming_BF_OneToOne', 'rdp_incoming_bf_onetoone', 'SIMULATED_RDP_Incoming_BF_OneToOne']) {
      expect(resolveRunbook(type)).toMatchObject({ runbook: { id: 'network-brute-force' }, specific: true });
    }
  });

  it('is the general one where none names it, and says so', () => {
    expect(resolveRunbook('Something_New')).toMatchObject({ runbook: { id: 'any-alert' }, specific: false });
  });

  it('is found for any text', () => {
    for (const type of ['', '__proto__', 'constructor', '*', '('.repeat(10_000), 'Storage.'.repeat(10_000)]) {
      expect(resolveRunbook(type, { displayName: type }).specific).toBe(false);
    }
  });
});

describe('among runbooks of a workspace', () => {
  it('an exact type comes before a pattern, and a longer pattern before a shorter one', () => {
    const workspace = [
      aRunbook({ id: 'all', alertTypes: ['*'] }),
      aRunbook({ id: 'key-vaults', alertTypes: ['KV_*'] }),
      aRunbook({ id: 'tor', alertTypes: ['kv_toraccess'] }),
    ];
    const idOf = (type: string): string => resolveRunbook(type, { workspace }).runbook.id;
    expect([idOf('KV_TORAccess'), idOf('KV_UserAnomaly'), idOf('VM_X')]).toEqual(['tor', 'key-vaults', 'all']);
    expect(resolveRunbook('VM_X', { workspace }).source).toBe('workspace');
  });

  it('the name tells an alert whose type nobody published', () => {
    const workspace = [aRunbook({ alertNames: ['A history file has been cleared'] })];
    const displayName = '[SAMPLE ALERT] A history file has been  cleared [seen multiple times]';
    expect(resolveRunbook('VM_Unpublished', { workspace, displayName }).source).toBe('workspace');
  });
});
