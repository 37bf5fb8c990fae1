import type { RunbookStep } from '../runbook.ts';

const web = '2022-09-01';
const app = ['--resource-group={webAppGroup}', '--name={webAppName}'] as const;

/** The app answers nobody. */
export const stopApp: RunbookStep = {
  id: 'stop-app',
  phase: 'contain',
  title: 'Stop the app',
  instruction:
    'Stops the app, so that neither visitors nor an attacker reach it. Do this where the app serves malware or phishing, or a command was run in it.',
  mandatory: false,
  risk: 'high',
  command: { tool: 'az', args: ['webapp', 'stop', ...app], changes: 'The app is down until it is started again.' },
  verify: { resource: '{webApp}', apiVersion: web, property: 'properties.state', expect: { equals: 'Stopped' } },
  undo: { tool: 'az', args: ['webapp', 'start', ...app], changes: 'Starts the app, with whatever was left in it.' },
};

/** One address may not reach the app. */
export const denyAddressToApp: RunbookStep = {
  id: 'deny-address-to-app',
  phase: 'contain',
  title: 'Refuse the source address',
  instruction:
    'Adds an access restriction that refuses this address. Repeat it for each. Scanners change their addresses: a web application firewall in front of the app is the lasting answer.',
  mandatory: true,
  risk: 'low',
  command: {
    tool: 'az',
    args: [
      ...['webapp', 'config', 'access-restriction', 'add', ...app, '--rule-name={attackerRule}', '--action=Deny'],
      ...['--ip-address={attackerRange}', '--priority={attackerPriority}'],
    ],
    changes: 'Requests from this address get an answer of 403.',
  },
  whatIf: { tool: 'az', args: ['webapp', 'config', 'access-restriction', 'show', ...app] },
  verify: {
    resource: '{webApp}/config/web',
    apiVersion: web,
    property: 'properties.ipSecurityRestrictions[].ipAddress',
    expect: { includes: '{attackerRange}' },
  },
  undo: {
    tool: 'az',
    args: ['webapp', 'config', 'access-restriction', 'remove', ...app, '--rule-name={attackerRule}'],
    changes: 'The address reaches the app again.',
  },
};

/** No deployment over FTP, whose passwords are what scanners look for. */
export const forbidFtp: RunbookStep = {
  id: 'forbid-ftp',
  phase: 'prevent',
  title: 'Turn off deployment over FTP',
  instruction: 'Deploy from a pipeline with its own identity instead. Passwords for FTP are shared, and never expire.',
  mandatory: false,
  risk: 'medium',
  command: {
    tool: 'az',
    args: ['webapp', 'config', 'set', ...app, '--ftps-state=Disabled'],
    changes: 'Nobody deploys to the app over FTP or FTPS.',
  },
  verify: {
    resource: '{webApp}/config/web',
    apiVersion: web,
    property: 'properties.ftpsState',
    expect: { equals: 'Disabled' },
  },
  undo: {
    tool: 'az',
    args: ['webapp', 'config', 'set', ...app, '--ftps-state=FtpsOnly'],
    changes: 'Deployment over FTPS works again.',
  },
};
