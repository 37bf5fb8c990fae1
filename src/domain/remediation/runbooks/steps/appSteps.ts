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

/** When the app was last brought out, and by whom. */
export const listAppDeployments: RunbookStep = {
  id: 'list-app-deployments',
  phase: 'triage',
  title: 'List the deployments of the app',
  instruction:
    'Shows what was deployed, when and by whom. A deployment that no pipeline of yours made is how many attackers get in; files that changed without any deployment point to FTP, to the Kudu console or to a hole in the app itself.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['webapp', 'log', 'deployment', 'list', ...app, '--query=[].[received_time,deployer,author,complete]'],
      '--output=table',
    ],
  },
};

/** Requests are the trace of almost everything that is done to an app. */
export const readAppLog: RunbookStep = {
  id: 'read-app-log',
  phase: 'triage',
  title: 'Read the requests of the app',
  instruction:
    'Shows where the app sends its logs. In that workspace look at AppServiceHTTPLogs for an hour before the alert: POST requests to odd paths, one address with many 404 and then a 200, files that only one visitor ever asks for. If nothing is sent anywhere, take the web server logs from LogFiles before the app is changed.',
  mandatory: true,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['monitor', 'diagnostic-settings', 'list', '--resource={webApp}'],
      '--query=[].[name,workspaceId,logs[].[category,categoryGroup,enabled]]',
    ],
  },
};

/** Whoever runs commands in the app may do the same as the app. */
export const listAppRoles: RunbookStep = {
  id: 'list-app-roles',
  phase: 'triage',
  title: 'See what the identity of the app may do',
  instruction:
    'Whoever runs a command in the app can get tokens of its managed identity. Roles on vaults, storage or the resource group widen the incident to them. If the app has no such identity there is nothing to look at here.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['role', 'assignment', 'list', '--assignee={webAppIdentity}', '--all', '--include-inherited'],
      ...['--query=[].[roleDefinitionName,scope]', '--output=table'],
    ],
  },
};

/** Names, never values. */
export const listAppSecrets: RunbookStep = {
  id: 'list-app-secrets',
  phase: 'eradicate',
  title: 'Change the secrets that the app holds',
  instruction:
    'Lists the names of the settings, never their values. Connection strings, keys and passwords among them count as known to whoever ran code in the app: change each at its source. Those that are references to a vault count, too, since the app could read them.',
  mandatory: false,
  risk: 'none',
  command: { tool: 'az', args: ['webapp', 'config', 'appsettings', 'list', ...app, '--query=[].name'] },
};

/** Passwords with which files get into the app. */
export const resetPublishingPassword: RunbookStep = {
  id: 'reset-publishing-password',
  phase: 'contain',
  title: 'Make a new password for publishing',
  instruction:
    'Replaces the publishing password of the app, which FTP, Web Deploy and the Kudu console share. Pipelines that hold a publish profile need a new one. It does not change the password that a person set for all their apps.',
  mandatory: false,
  risk: 'medium',
  command: {
    tool: 'az',
    args: [
      ...['resource', 'invoke-action', ...app, '--resource-type=Microsoft.Web/sites', '--action=newpassword'],
      ...[`--api-version=${web}`, '--output=none'],
    ],
    changes: 'Publish profiles that were downloaded before stop working. This cannot be undone.',
  },
};

const publishing = [
  ...['resource', 'update', '--resource-group={webAppGroup}', '--namespace=Microsoft.Web'],
  ...['--resource-type=basicPublishingCredentialsPolicies', '--parent=sites/{webAppName}'],
] as const;

/** No publishing with a password, over either way. */
export function forbidBasicPublishing(way: 'ftp' | 'scm'): RunbookStep {
  const what = way === 'ftp' ? 'over FTP' : 'with Web Deploy and the Kudu console';
  return {
    id: `forbid-basic-publishing-${way}`,
    phase: 'prevent',
    title: `Forbid passwords for publishing ${way === 'ftp' ? 'over FTP' : 'over Kudu'}`,
    instruction: `Refuses user name and password for publishing ${what}. Deployments with Entra ID go on; pipelines that use a publish profile stop, so change those first.`,
    mandatory: false,
    risk: 'medium',
    command: {
      tool: 'az',
      args: [...publishing, `--name=${way}`, '--set=properties.allow=false', '--output=none'],
      changes: `Nobody publishes to the app ${what} with a password.`,
    },
    verify: {
      resource: `{webApp}/basicPublishingCredentialsPolicies/${way}`,
      apiVersion: web,
      property: 'properties.allow',
      expect: { equals: false },
    },
    undo: {
      tool: 'az',
      args: [...publishing, `--name=${way}`, '--set=properties.allow=true', '--output=none'],
      changes: 'Passwords for publishing are accepted again.',
    },
  };
}

/** Ends what runs in memory; nothing on the disk changes. */
export const restartApp: RunbookStep = {
  id: 'restart-app',
  phase: 'recover',
  title: 'Start the app anew',
  instruction:
    'Ends all processes of the app, what an attacker left in memory included. It does not remove files: whatever starts with the app comes back, so clean up first.',
  mandatory: false,
  risk: 'medium',
  command: { tool: 'az', args: ['webapp', 'restart', ...app], changes: 'Visitors wait while the app starts.' },
};

/** A clean copy is what you can trust. */
export const redeployApp: RunbookStep = {
  id: 'redeploy-app',
  phase: 'recover',
  title: 'Bring the app out again from clean sources',
  instruction:
    'Empty the folder of the app and deploy from the pipeline, after the hole is closed: files that stay behind are the usual way back in. Where there is no pipeline, restore from before the first trace; the command lists the snapshots that Azure keeps.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: ['webapp', 'config', 'snapshot', 'list', ...app, '--query=[].time', '--output=table'],
  },
};

/** Where visitors are sent by name. */
export const listAppHostNames: RunbookStep = {
  id: 'list-app-host-names',
  phase: 'triage',
  title: 'List the names under which the app is reached',
  instruction:
    "Lists the host names of the app. Each name outside the domain that Azure gave depends on a record in somebody's DNS, and on the app being there for as long as that record is.",
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['webapp', 'config', 'hostname', 'list', '--resource-group={webAppGroup}', '--webapp-name={webAppName}'],
      ...['--query=[].[name,hostNameType,sslState]', '--output=table'],
    ],
  },
};

/** A filter in front. */
export const putFirewallInFront: RunbookStep = {
  id: 'put-firewall-in-front',
  phase: 'prevent',
  title: 'Put a web application firewall in front',
  instruction:
    'Publish the app through Front Door or Application Gateway with the managed rules in "prevention", and let the app accept traffic from there alone, or scanners go round it. The command shows which restrictions the app has now.',
  mandatory: false,
  risk: 'none',
  command: { tool: 'az', args: ['webapp', 'config', 'access-restriction', 'show', ...app] },
};

/** The hole, rather than the one who came through it. */
export const repairApp: RunbookStep = {
  id: 'repair-app',
  phase: 'prevent',
  title: 'Close the hole in the app',
  instruction:
    'Find the request that started it and the code that answered. Bring the platform, the content management system, its plug-ins and the libraries up to date, remove what nobody uses, and let uploads go to storage that runs nothing.',
  mandatory: true,
  risk: 'none',
};
