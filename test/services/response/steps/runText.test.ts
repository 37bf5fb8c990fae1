import { describe, expect, it } from 'vitest';
import { failureAdvice } from '../../../../src/services/response/steps/failureAdvice.ts';
import { problemText, runFooter, runHeading } from '../../../../src/services/response/steps/runText.ts';

describe('what stands around the output of a command', () => {
  it('is the command above, on one line, and the exit code with its time below', () => {
    expect(runHeading('az a\nb')).toContain('> az a b');
    expect(runFooter({ kind: 'exited', exitCode: 0 }, 1_940, undefined)).toContain('[exit code 0 after 1.9 s]');
    expect(runFooter({ kind: 'exited', exitCode: 3 }, 200_000, undefined)).toContain('[exit code 3 after 3 min 20 s]');
    expect(runFooter({ kind: 'cancelled' }, 12_000, undefined)).toContain('[cancelled after 12 s]');
  });

  it('says of a tool that is missing which one, and how to name it', () => {
    expect(problemText('notFound', 'az')).toMatch(/Azure CLI.*securityIncidents\.azPath/);
    expect(problemText('insideWorkspace', 'kubectl')).toContain('a folder that is open');
  });
});

describe('advice after a command failed', () => {
  const tenant = '3d1f5a70-64c2-4f0b-8f59-1f6d2c9ab001';

  it.each([
    "ERROR: Please run 'az login' to setup account.",
    "ERROR: The subscription of 'x' doesn't exist in cloud 'AzureCloud'.",
    'ERROR: AADSTS700082: The refresh token has expired.',
  ])('names the sign-in in the tenant of the alert: %s', (output) => {
    expect(failureAdvice(output, tenant)).toContain(`az login --tenant ${tenant}`);
  });

  it('names rights, locks and old versions', () => {
    expect(failureAdvice('(AuthorizationFailed) The client', tenant)).toContain('role');
    expect(failureAdvice('(ScopeLocked) The scope', tenant)).toContain('lock');
    expect(failureAdvice("ERROR: 'x' is misspelled or not recognized by the system.", tenant)).toContain('newer');
  });

  it('is silent where only the tool’s own words can tell', () => {
    expect(failureAdvice('ERROR: something else', tenant)).toBeUndefined();
  });
});
