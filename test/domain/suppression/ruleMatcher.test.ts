import { describe, expect, it } from 'vitest';
import type { SuppressionCondition } from '../../../src/domain/suppression/suppressionRule.ts';
import { ruleMatcher } from '../../../src/domain/suppression/ruleMatcher.ts';
import { anAlert, anEntity } from '../../builders/alert.ts';
import { aSuppressionRule } from '../../builders/suppressionRule.ts';

const alert = anAlert({
  entities: [
    anEntity({ $id: '1', type: 'host', hostName: 'WEB-1' }),
    anEntity({ $id: '2', type: 'process', commandLine: 'PowerShell.EXE -enc AAAA', host: { $ref: '1' } }),
    anEntity({ $id: '3', type: 'ip', address: '203.0.113.7' }),
    anEntity({ $id: '4', type: 'azure-resource', resourceId: '/subscriptions/x' }),
    anEntity({ $id: '5', type: 'network-connection', sourceAddress: { $ref: '3' }, destinationPort: 22 }),
  ],
});

const match = (...conditions: SuppressionCondition[]) => ruleMatcher(aSuppressionRule({ conditions }))(alert);
const contains = (field: string, text: string): SuppressionCondition => ({ kind: 'contains', field, text });
const oneOf = (field: string, ...values: string[]): SuppressionCondition => ({ kind: 'in', field, values });

describe('a rule dismisses an alert', () => {
  it('of its type, or of any when it names a star', () => {
    expect(ruleMatcher(aSuppressionRule({ conditions: [], alertType: 'vm_testalert' }))(alert)).toBe('yes');
    expect(ruleMatcher(aSuppressionRule({ conditions: [], alertType: '*' }))(alert)).toBe('yes');
    expect(ruleMatcher(aSuppressionRule({ conditions: [], alertType: 'VM_Test' }))(alert)).toBe('no');
  });

  it('whose entities hold what it asks for, whatever the case', () => {
    expect(match(contains('entities.process.commandline', 'POWERSHELL.EXE'))).toBe('yes');
    expect(match(oneOf('entities.host.hostname', 'db-1', 'web-1'))).toBe('yes');
    expect(match(oneOf('Entities.AzureResource.ResourceId', '/subscriptions/X'))).toBe('yes');
    expect(match(oneOf('entities.process.commandline', 'powershell.exe'))).toBe('no');
    expect(match(oneOf('entities.ip.address', '203.0.113.70'))).toBe('no');
    expect(match(oneOf('entities.ip.address'))).toBe('no');
  });

  it('through entities that others refer to, and by numbers', () => {
    expect(match(oneOf('entities.process.host.hostname', 'web-1'))).toBe('yes');
    expect(match(oneOf('entities.network-connection.sourceaddress.address', '203.0.113.7'))).toBe('yes');
    expect(match(oneOf('entities.networkconnection.destinationport', '22'))).toBe('yes');
  });

  it('only where all its conditions hold', () => {
    const ip = oneOf('entities.ip.address', '203.0.113.7');
    expect(match(ip, contains('entities.process.commandline', '-enc'))).toBe('yes');
    expect(match(ip, contains('entities.process.commandline', 'bash'))).toBe('no');
    expect(match(ip, contains('entities.url.url', 'x'))).toBe('no');
  });

  it('perhaps, where a condition is not understood and all others hold', () => {
    const unknown: SuppressionCondition = { kind: 'unknown', wire: 7 };
    expect(match(unknown)).toBe('maybe');
    expect(match(oneOf('properties.region', 'x'))).toBe('maybe');
    expect(match(unknown, oneOf('entities.ip.address', '1.1.1.1'))).toBe('no');
  });

  it('never by what entities inherit', () => {
    expect(match(contains('entities.ip.constructor.name', 'Object'))).toBe('no');
    expect(match(contains('entities.ip.__proto__.x', ''))).toBe('no');
  });
});
