import { describe, expect, it } from 'vitest';
import { alertStatuses } from '../../../src/domain/alertStatus.ts';
import { severities } from '../../../src/domain/severity.ts';
import { alertsListUsage, readAlertsListOptions } from '../../../src/cli/alerts/alertsListOptions.ts';

const a = 'aaaaaaaa-1111-4111-8111-111111111111';
const b = 'bbbbbbbb-1111-4111-8111-111111111111';
const read = (line: string, environment: Record<string, string> = {}) =>
  readAlertsListOptions(
    line.split(' ').filter((word) => word !== ''),
    environment,
  );

describe('the options of alerts list', () => {
  it('ask for every alert of the public cloud where nothing is said, as whoever the Azure CLI is', () => {
    expect(read('')).toMatchObject({
      subscriptions: [],
      tenants: [],
      statuses: [],
      severities: [],
      format: 'ndjson',
      signIn: 'azureCli',
      endpoints: { resourceManagerEndpoint: 'https://management.azure.com' },
    });
  });

  it('sign in from the environment when it holds a secret or a certificate, unless told otherwise', () => {
    expect(read('', { AZURE_CLIENT_SECRET: 's' })).toMatchObject({ signIn: 'environment' });
    expect(read('', { AZURE_CLIENT_CERTIFICATE_PATH: 'p' })).toMatchObject({ signIn: 'environment' });
    expect(read('', { AZURE_CLIENT_ID: 'i', AZURE_TENANT_ID: 't' })).toMatchObject({ signIn: 'azureCli' });
    expect(read('--sign-in azurecli', { AZURE_CLIENT_SECRET: 's' })).toMatchObject({ signIn: 'azureCli' });
  });

  it('take ids several times, with commas, and in any case; each once', () => {
    expect(read(`--subscription ${a},${b} --subscription ${a.toUpperCase()} --tenant ${b}`)).toMatchObject({
      subscriptions: [a, b],
      tenants: [b],
    });
  });

  it('take words of Defender for Cloud in any case', () => {
    expect(read('--status inprogress,ACTIVE --severity high')).toMatchObject({
      statuses: ['InProgress', 'Active'],
      severities: ['High'],
    });
  });

  it.each([
    ['--status open', 'Unknown status "open": choose Active, InProgress, Resolved, Dismissed, Unknown'],
    ['--status active,', 'Unknown status "": choose Active, InProgress, Resolved, Dismissed, Unknown'],
    ['--severity critical', 'Unknown severity "critical": choose High, Medium, Low, Informational, Unknown'],
    ['--format xml', 'Unknown format "xml": choose ndjson, json, table'],
    ['--sign-in vscode', 'Unknown sign-in "vscode": choose environment, azureCli'],
    ['--cloud germany', 'Unknown cloud "germany": choose public, usgovernment, china, custom'],
    ['--subscription shop', '--subscription takes an id such as 00000000-0000-0000-0000-000000000000'],
    ['--tenant x.onmicrosoft.com', '--tenant takes an id such as 00000000-0000-0000-0000-000000000000'],
    ['--timeout 0', '--timeout takes a number of seconds above 0'],
    ['--timeout soon', '--timeout takes a number of seconds above 0'],
    ['--timeout 1e9', '--timeout takes a number of seconds above 0'],
    ['--source cache', 'Unknown source "cache": choose auto, alerts, graph'],
    ['--loud', "Unknown option '--loud'"],
    ['extra', 'Unexpected word "extra"'],
  ])('%s is refused in one line', (line, reason) => {
    expect(() => read(line)).toThrow(reason);
  });

  it('are all in the help, with every word that they take', () => {
    const words = [...alertStatuses, ...severities, 'ndjson', 'environment', 'usgovernment', 'HTTPS_PROXY'];
    const options = [
      'subscription',
      'tenant',
      'status',
      'severity',
      'format',
      'cloud',
      'source',
      'sign-in',
      'timeout',
      'help',
    ];
    const more = ['resource-manager-endpoint', 'authority-host'];
    for (const word of [...words, ...[...options, ...more].map((name) => `--${name}`)]) {
      expect(alertsListUsage).toContain(word);
    }
    for (const line of alertsListUsage.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
  });
});
