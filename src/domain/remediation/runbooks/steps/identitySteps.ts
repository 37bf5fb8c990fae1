import type { RunbookStep } from '../runbook.ts';

/** What the account may do, and so how far the incident can reach. */
export const listAccountRoles: RunbookStep = {
  id: 'list-account-roles',
  phase: 'triage',
  title: 'See what the account may do',
  instruction:
    'Lists the roles of the account in this subscription. Owner, Contributor and User Access Administrator reach everything below their scope. Roles that were assigned since the activity began are not to be trusted.',
  mandatory: false,
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

/** What an application may do in the subscription. */
export const listApplicationRoles: RunbookStep = {
  id: 'list-application-roles',
  phase: 'triage',
  title: 'See what the application may do',
  instruction:
    'Lists the roles of the service principal in this subscription. An application that deploys with Owner can hand its rights on to anybody: then look at every role assignment since the activity began.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['role', 'assignment', 'list', '--assignee={applicationId}', '--all', '--include-inherited'],
      ...['--query=[].[roleDefinitionName,scope,createdOn]', '--output=table'],
    ],
  },
};

/** The log calls applications by one of two ids, and nothing tells by which. */
export const readApplicationActivity: RunbookStep = {
  id: 'read-application-activity',
  phase: 'triage',
  title: 'Read what the application did in the subscription',
  instruction:
    'Lists what the application did in Azure since the day before. Compare with a normal day of it: a pipeline repeats itself, a thief explores. The log may call it by the object id of its service principal instead: where this finds nothing, look in the portal for that id.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['monitor', 'activity-log', 'list', '--caller={applicationId}', '--start-time={dayBefore}'],
      '--query=[].[eventTimestamp,operationName.value,status.value,resourceId]',
      ...['--max-events=200', '--output=table'],
    ],
  },
};

/** A secret that an attacker added keeps the way in open when the stolen one is changed. No secret is printed. */
export const listApplicationCredentials: RunbookStep = {
  id: 'list-application-credentials',
  phase: 'eradicate',
  title: 'Find secrets of the application that nobody made',
  instruction:
    'Lists when each secret of the application begins and ends, never its value. Delete all that began after the activity did and all that leaked, then give the application a new one or, better, a federated credential or a managed identity. Look at the credentials of the service principal and its owners, too. The Azure CLI has to be signed in to its directory.',
  mandatory: true,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['ad', 'app', 'credential', 'list', '--id={applicationId}'],
      ...['--query=[].[keyId,displayName,startDateTime,endDateTime]', '--output=table'],
    ],
  },
};

/** Who holds what in the subscription, with the day on which it was given. */
export const listRoleAssignments: RunbookStep = {
  id: 'list-role-assignments',
  phase: 'triage',
  title: 'List who holds which role, and since when',
  instruction:
    'Lists every role assignment of the subscription with the time of its making. Those that were made since the activity began, to guests, to new applications or to accounts without a name are what an attacker leaves behind.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['role', 'assignment', 'list', '--all', '--include-inherited'],
      ...['--query=[].[createdOn,principalName,principalType,roleDefinitionName,scope]', '--output=table'],
    ],
  },
};

/** A way back in survives a new password. */
export const removeFootholds: RunbookStep = {
  id: 'remove-footholds',
  phase: 'eradicate',
  title: 'Remove the ways back in',
  instruction:
    'Remove what the account made since the activity began and nobody accounts for: role assignments, secrets of applications, guests, managed identities, Automation runbooks and webhooks, extensions of machines. In Entra ID look for sign-in methods, devices and consents that were added to the account. Only then give it a new password and let it work again.',
  mandatory: true,
  risk: 'medium',
};

/** The lasting answer to stolen passwords and tokens of administrators. */
export const guardAdministrators: RunbookStep = {
  id: 'guard-administrators',
  phase: 'prevent',
  title: 'Make administrators harder to impersonate',
  instruction:
    'Demand a phishing-resistant second factor and a managed device for Azure management with Conditional Access, and hand out roles for hours with Privileged Identity Management. Standing Owner and Contributor rights are what made this incident large.',
  mandatory: false,
  risk: 'none',
};

/** The same for what deploys. */
export const guardApplications: RunbookStep = {
  id: 'guard-applications',
  phase: 'prevent',
  title: 'Make the application harder to impersonate',
  instruction:
    'Replace its secrets by a managed identity or a federated credential, so that there is nothing to steal. Narrow its role to the resource groups that it works on, and restrict from where it may sign in with Conditional Access for workload identities.',
  mandatory: false,
  risk: 'none',
};
