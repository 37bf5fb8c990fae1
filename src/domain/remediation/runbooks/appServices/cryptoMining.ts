import type { Runbook } from '../runbook.ts';
import {
  listAppDeployments,
  listAppRoles,
  listAppSecrets,
  readAppLog,
  redeployApp,
  repairApp,
  resetPublishingPassword,
  stopApp,
} from '../steps/appSteps.ts';
import { mandatory, manualStep, optional } from '../steps/manualStep.ts';

/** The plan that you pay for computes coins for somebody else. */
export const appCryptoMining: Runbook = {
  id: 'app-crypto-mining',
  title: 'Coin mining in an app',
  alertTypes: ['App*s_DigitalCurrencyMining', 'App*s_CryptoCoinMiner*'],
  steps: [
    {
      id: 'see-processor-time',
      phase: 'triage',
      title: 'See when it began',
      instruction:
        'Lists the processor time of the app hour by hour since the week before. A miner takes all that it gets, day and night: the hour at which the line rises and stays up is when it was started. Look at the requests of that hour first.',
      mandatory: false,
      risk: 'none',
      command: {
        tool: 'az',
        args: [
          ...['monitor', 'metrics', 'list', '--resource={webApp}', '--metrics=CpuTime', '--aggregation=Total'],
          ...['--interval=PT1H', '--start-time={weekBefore}', '--output=table'],
        ],
      },
    },
    optional(readAppLog),
    manualStep(
      'triage',
      'look-at-the-processes',
      'Look at the processes of the app',
      'In the process explorer of Kudu note path, parent and arguments of the miner: pool, wallet and worker. The parent tells the way in: a web server points to a hole in the app, a WebJob or a start command to somebody who may publish.',
      { mandatory: true },
    ),
    listAppDeployments,
    listAppRoles,
    {
      ...mandatory(stopApp),
      instruction:
        'Stops the app and with it the miner. Other apps of the same plan get their processor time back, but look at them as well: whoever may publish to one can often publish to all.',
    },
    resetPublishingPassword,
    manualStep(
      'eradicate',
      'remove-what-starts-the-miner',
      'Remove what starts the miner',
      'Look at WebJobs, at the start command, at site extensions, and in the home folder for scripts and binaries that no deployment brought. That folder outlives restarts and deployments.',
      { mandatory: true, risk: 'medium' },
    ),
    listAppSecrets,
    redeployApp,
    repairApp,
    manualStep(
      'prevent',
      'alert-on-cost',
      'Alert on processor time and on cost',
      'An alert on the processor time of the plan, and a budget on its resource group with a mail at 120 percent of a usual month, find the next one within hours. Limit how far the plan may scale out by itself.',
      { risk: 'low' },
    ),
  ],
};
