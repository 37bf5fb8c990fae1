import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionOffers, conditionsFrom } from '../../../src/domain/suppression/conditionOffers.ts';
import { ruleMatcher } from '../../../src/domain/suppression/ruleMatcher.ts';
import { anAlert, anEntity, aMemberEntity } from '../../builders/alert.ts';
import { anyAlert } from '../../builders/arbitraryAlert.ts';
import { aSuppressionRule } from '../../builders/suppressionRule.ts';

const alert = anAlert({
  entities: [
    anEntity({ $id: '1', type: 'host', hostName: 'web-1', osFamily: 'Linux', netBiosName: 'web-1' }),
    anEntity({ $id: '2', type: 'process', commandLine: 'curl evil.example', processId: '0x1' }),
    anEntity({ $id: '3', type: 'ip', address: '203.0.113.7', location: { city: 'X' } }),
    anEntity({ $id: '4', type: 'ip', address: '203.0.113.7' }),
    anEntity({ $id: '5', type: 'ip', address: '198.51.100.1' }),
    aMemberEntity(['x']),
  ],
});

describe('conditions', () => {
  it('are offered from what tells the entities of an alert apart, each once, documented fields first', () => {
    expect(conditionOffers(alert).map(({ field, value }) => `${field}=${value}`)).toEqual([
      'entities.process.commandline=curl evil.example',
      'entities.ip.address=203.0.113.7',
      'entities.ip.address=198.51.100.1',
      'entities.host.hostname=web-1',
    ]);
  });

  it('take any value of one field, and look for a single command line inside others', () => {
    const [command, ...rest] = conditionOffers(alert);
    expect(conditionsFrom([command!, ...rest])).toEqual([
      { kind: 'contains', field: 'entities.process.commandline', text: 'curl evil.example' },
      { kind: 'in', field: 'entities.ip.address', values: ['203.0.113.7', '198.51.100.1'] },
      { kind: 'in', field: 'entities.host.hostname', values: ['web-1'] },
    ]);
    expect(conditionsFrom([command!, { ...command!, value: 'bash' }])).toEqual([
      { kind: 'in', field: 'entities.process.commandline', values: ['curl evil.example', 'bash'] },
    ]);
  });

  it('made of any choice of an alert’s offers fit that alert', () => {
    fc.assert(
      fc.property(anyAlert, fc.infiniteStream(fc.boolean()), (any, choices) => {
        const chosen = conditionOffers(any).filter(() => choices.next().value === true);
        const rule = aSuppressionRule({ alertType: any.alertType, conditions: conditionsFrom(chosen) });
        expect(ruleMatcher(rule)(any)).toBe('yes');
      }),
    );
  });
});
