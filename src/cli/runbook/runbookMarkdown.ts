import { assertNever } from '../../domain/assertNever.ts';
import { displayCommand } from '../../domain/remediation/commands/displayCommand.ts';
import type { Unfilled } from '../../domain/remediation/commands/commandTemplate.ts';
import type { Expectation } from '../../domain/remediation/runbooks/verification.ts';
import { markdownCode } from '../../services/markdown.ts';
import type { ReportedStep, RunbookReport } from './runbookReport.ts';

/**
 * A runbook to be read: one section a phase, one checkbox a step. What comes from the alert stands in code, where it stays
 * text; the sentences are our own.
 */
export function runbookMarkdown({ title, alertType, specific, steps }: RunbookReport): string {
  const lines = [`# ${title}`, '', `Alert type: ${markdownCode(alertType)}`];
  if (!specific) lines.push('', 'This is the general runbook: there is none of its own for this type of alert.');
  for (const [index, step] of steps.entries()) {
    if (step.phase !== steps[index - 1]?.phase) lines.push('', `## ${headings[step.phase]}`);
    lines.push('', ...stepLines(step));
  }
  return `${lines.join('\n')}\n`;
}

const headings: Readonly<Record<ReportedStep['phase'], string>> = {
  triage: 'Triage',
  contain: 'Contain',
  eradicate: 'Eradicate',
  recover: 'Recover',
  prevent: 'Prevent',
};

function stepLines(step: ReportedStep): readonly string[] {
  const marks = [step.mandatory ? 'mandatory' : 'optional', step.risk === 'none' ? 'reads only' : `risk: ${step.risk}`];
  const lines = [`- [ ] **${step.title}** (${marks.join(', ')})`, '', `  ${step.instruction}`];
  const commands = [
    ['Look first', step.whatIf],
    ['Run', step.command],
    ['Undo', step.undo],
  ] as const;
  for (const [heading, command] of commands) {
    if (command === undefined) continue;
    lines.push('', `  ${heading}: ${markdownCode(displayCommand(command))}`);
    if (command.changes !== undefined) lines.push('', `  ${command.changes}`);
    for (const unfilled of command.unfilled ?? []) lines.push(`  - ${reasonOf(unfilled)}`);
  }
  if (step.verify !== undefined) {
    const { resource, property, expect } = step.verify;
    lines.push('', `  Verify: ${markdownCode(property)} of ${markdownCode(resource)} ${wishOf(expect)}`);
  }
  return lines;
}

function reasonOf(unfilled: Unfilled): string {
  const name = markdownCode(`{${unfilled.parameter}}`);
  switch (unfilled.kind) {
    case 'choose':
      return `${name}: one of ${unfilled.options.map(markdownCode).join(', ')}`;
    case 'missing':
      return `${name}: ${unfilled.why}`;
    case 'refused':
      return `${name}: the alert's value is not safe in a command, since ${unfilled.why}`;
    default:
      return assertNever(unfilled);
  }
}

function wishOf(expect: Expectation): string {
  if ('equals' in expect) return `is ${markdownCode(JSON.stringify(expect.equals))}`;
  if ('oneOf' in expect) return `is one of ${markdownCode(JSON.stringify(expect.oneOf))}`;
  if ('includes' in expect) return `holds ${markdownCode(JSON.stringify(expect.includes))}`;
  if ('present' in expect) return 'is there';
  return 'gone' in expect ? 'is gone with it' : 'is not there';
}
