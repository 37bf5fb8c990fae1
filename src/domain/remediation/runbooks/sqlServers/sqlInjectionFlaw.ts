import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep } from '../steps/manualStep.ts';
import { readSqlAudit } from '../steps/sqlSteps.ts';
import { onMachines, onServices } from './sqlTypes.ts';

/** The application sent broken SQL: a defect, or the first attempt of somebody who found it. */
export const sqlInjectionFlaw: Runbook = {
  id: 'sql-injection-flaw',
  title: 'Application that may be open to SQL injection',
  alertTypes: [...onServices('VulnerabilityToSqlInjection'), ...onMachines('VulnerabilityToSqlInjection')],
  steps: [
    {
      ...readSqlAudit,
      title: 'Tell a defect from an attempt',
      instruction:
        'Look at the failed statement in the alert and at its neighbours in the audit log. A surname with an apostrophe is a defect that a visitor met; a row of errors with growing cleverness within minutes is somebody who explores. Search for a success by the same session afterwards. The command shows where the audit log of a server goes.',
    },
    confirmWithOwner(
      'Ask the developers which release brought this statement, and whether they or a scanner tested at that time. Ask whether the page can be reached without signing in.',
    ),
    manualStep(
      'contain',
      'shield-the-page',
      'Shield the page until it is corrected',
      'Put the page behind the web application firewall in prevention mode, or restrict it to people who are signed in. Without an attempt in the logs this can wait for the day, with one it cannot.',
      { mandatory: true, risk: 'medium' },
    ),
    manualStep(
      'eradicate',
      'correct-the-statement',
      'Correct the statement in the application',
      'Pass values as parameters, and search the code for every other place that puts statements together from texts: where there is one there are more.',
      { mandatory: true, risk: 'low' },
    ),
    manualStep(
      'prevent',
      'narrow-the-application-user',
      'Narrow the database user of the application',
      'Give it the tables and procedures that it uses and no more: then the next defect of this kind costs a page, and not the database.',
    ),
    manualStep(
      'prevent',
      'fail-the-build',
      'Let the build fail on SQL from texts',
      'Turn on the rule for SQL injection in static analysis and treat it as an error, so that the defect does not come back with the next page.',
    ),
  ],
};
