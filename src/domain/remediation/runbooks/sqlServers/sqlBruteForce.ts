import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { closeSqlServer, listSqlFirewallRules } from '../steps/databaseSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';
import {
  listSqlAdministrators,
  lockSqlAccount,
  readSqlAudit,
  removeAzureServicesRule,
  removeSqlFootholds,
  requireEntraSignIn,
} from '../steps/sqlSteps.ts';
import { onServices } from './sqlTypes.ts';

/** Passwords of SQL users are guessed. One type for failed, for valid names and for success: the alert's text tells which. */
export const sqlBruteForce: Runbook = {
  id: 'sql-brute-force',
  title: 'Password guessing against a SQL server',
  alertTypes: onServices('BruteForce'),
  steps: [
    {
      ...readSqlAudit,
      id: 'tell-success-from-failure',
      title: 'Find out whether a guess succeeded',
      instruction:
        'In the audit log compare failed sign-ins (DATABASE AUTHENTICATION FAILED) with successful ones from the same address. One success makes it a compromise, whatever the title of the alert says. Names that exist, tried again and again, mean that the attacker knows your users. The command shows whether auditing is on and where it goes.',
    },
    listSqlFirewallRules,
    listSqlAdministrators,
    confirmWithOwner(
      'Ask whether a password was changed and an application still uses the old one: that looks the same, comes from your own address with one user name, and repeats in even steps.',
    ),
    removeAzureServicesRule,
    manualStep(
      'contain',
      'narrow-the-firewall',
      'Take the address out of the firewall rules',
      'The firewall knows only rules that let in. Find the rule whose range holds the address and narrow it to the addresses that you use, or delete it. Rules of a single database (sp_set_database_firewall_rule) come before those of the server: look at both.',
      { mandatory: true, risk: 'medium' },
    ),
    closeSqlServer,
    {
      ...lockSqlAccount,
      instruction:
        'Where a guess succeeded: disable the login, end its open sessions with KILL, and give it a new password. Where none did, give new long passwords to the names that exist, the SQL administrator first, since its name is known now.',
    },
    optional(removeSqlFootholds),
    requireEntraSignIn,
  ],
};
