import type { Expectation, Verification } from '../../../domain/remediation/runbooks/verification.ts';
import { meetsExpectation, valuesAt } from '../../../domain/remediation/runbooks/verification.ts';
import { displayLabel } from '../../../domain/displayText.ts';
import type { AzureResult } from '../../../domain/azureFailure.ts';
import type { ResourceReading } from '../../ports.ts';

/** What a look at the resource came to, in words: what was expected, and what was there. */
export interface VerificationResult {
  readonly outcome: 'holds' | 'differs' | 'unknown';
  readonly expected: string;
  readonly found?: string;
}

/** Compares what Azure says about a resource with what a step is to bring about. What could not be read says nothing. */
export function checkVerification(
  verification: Verification,
  reading: AzureResult<ResourceReading>,
): VerificationResult {
  const expected = expectedText(verification);
  if (!reading.ok) return { outcome: 'unknown', expected };
  const resource = reading.value.kind === 'found' ? reading.value.resource : undefined;
  if (meetsExpectation(verification, resource)) return { outcome: 'holds', expected };
  const values = valuesAt(resource, verification.property).map((value) => JSON.stringify(value));
  const found =
    resource === undefined
      ? 'no such resource'
      : values.length === 0
        ? `no ${verification.property}`
        : `${verification.property} is ${values.join(', ')}`;
  return { outcome: 'differs', expected, found: displayLabel(found) };
}

function expectedText({ property, expect }: Verification): string {
  if ('gone' in expect) return 'the resource is gone';
  return displayLabel(`${property} ${wantedText(expect)}`);
}

function wantedText(expect: Exclude<Expectation, { gone: true }>): string {
  if ('equals' in expect) return `is ${JSON.stringify(expect.equals)}`;
  if ('oneOf' in expect) return `is one of ${JSON.stringify(expect.oneOf)}`;
  if ('includes' in expect) return `includes ${JSON.stringify(expect.includes)}`;
  return 'absent' in expect ? 'is absent' : 'is there';
}
