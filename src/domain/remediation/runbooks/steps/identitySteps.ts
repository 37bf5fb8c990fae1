import type { RunbookStep } from '../runbook.ts';

/** What the account may do, and so how far the incident can reach. */
export const listAccountRoles: RunbookStep = {
  id: 'list-account-roles',
  phase: 'triage',
  title: 'See what the account may do',
  instruction:
    'Lists the roles of the account in this subscription. Owner, Contributor and User Access Administrator reach everything below their scope. Roles that were assigned since the activity began are not to be trusted.',
  mandatory: true,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['role', 'assignment', 'list', '--assignee={user}', '--all', '--include-inherited', '--include-groups'],
      ...['--query=[].[roleDefinitionName,scope,principalType]', '--output=table'],
    ],
  },
};

/** Nobody signs in with the account any more. Open sessions go on until `revokeSessions`. */
export const disableUser: RunbookStep = {
  id: 'disable-user',
  phase: 'contain',
  title: 'Disable the account',
  instruction:
    'Forbids new sign-ins with the account. Sessions that are open go on until they are revoked, so do the next step, too. The Azure CLI has to be signed in to the directory of the account.',
  mandatory: true,
  risk: 'high',
  command: {
    tool: 'az',
    args: ['ad', 'user', 'update', '--id={user}', '--account-enabled=false'],
    changes: 'The person can no longer sign in to anything that uses this directory.',
  },
  whatIf: { tool: 'az', args: ['ad', 'user', 'show', '--id={user}'] },
  undo: {
    tool: 'az',
    args: ['ad', 'user', 'update', '--id={user}', '--account-enabled=true'],
    changes: 'The account can sign in again.',
  },
};

/** Ends what was stolen: refresh tokens and session cookies. */
export const revokeSessions: RunbookStep = {
  id: 'revoke-sessions',
  phase: 'contain',
  title: 'End all sessions of the account',
  instruction:
    'Makes every refresh token and session cookie of the account invalid. Access tokens that were given out last up to an hour longer. A new password alone does not end a stolen session.',
  mandatory: true,
  risk: 'medium',
  command: {
    tool: 'az',
    args: ['rest', '--method=post', '--url={graph}/v1.0/users/{userId}/revokeSignInSessions'],
    changes: 'The person has to sign in again everywhere.',
  },
};

/** The same for an application. */
export const disableApplication: RunbookStep = {
  id: 'disable-application',
  phase: 'contain',
  title: 'Disable the application',
  instruction:
    'Forbids tokens for the service principal of the application. Everything that signs in with it stops working: find out first what that is. The Azure CLI has to be signed in to its directory.',
  mandatory: true,
  risk: 'high',
  command: {
    tool: 'az',
    args: ['ad', 'sp', 'update', '--id={applicationId}', '--set=accountEnabled=false'],
    changes: 'Nothing can sign in as this application any more.',
  },
  whatIf: { tool: 'az', args: ['ad', 'sp', 'show', '--id={applicationId}'] },
  undo: {
    tool: 'az',
    args: ['ad', 'sp', 'update', '--id={applicationId}', '--set=accountEnabled=true'],
    changes: 'The application can sign in again.',
  },
};
