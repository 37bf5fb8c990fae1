import { describe, expect, it } from 'vitest';
import { alertPlans, isDefenderOff } from '../../src/domain/planCoverage.ts';

const on = (name: string) => ({ name, enabled: true });
const off = (name: string) => ({ name, enabled: false });

describe('plan coverage', () => {
  it('is off when no plan that raises alerts is on, whatever is assessed', () => {
    expect(isDefenderOff({ plans: [off('VirtualMachines'), on('CloudPosture'), on('FoundationalCspm')] })).toBe(true);
    expect(isDefenderOff({ plans: [off('VirtualMachines'), on('KeyVaults')] })).toBe(false);
    expect(isDefenderOff({ plans: [] })).toBe(true);
  });

  it('counts a plan that was replaced only while it is on', () => {
    const plans = [{ ...off('KubernetesService'), deprecated: true }, { ...on('Dns'), deprecated: true }, off('Api')];
    expect(alertPlans({ plans }).map(({ name }) => name)).toEqual(['Dns', 'Api']);
  });
});
