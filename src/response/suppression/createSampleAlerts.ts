import * as vscode from 'vscode';
import type { AzureFailure } from '../../domain/azureFailure.ts';
import type { Subscription } from '../../domain/subscription.ts';
import { sampleBundles, type SampleBundle } from '../../domain/suppression/sampleBundle.ts';
import { suppressionRights } from '../../domain/suppression/suppressionRights.ts';
import { timeOfDay } from '../../platform/clock.ts';
import { raiseSamples, type SampleOutcome } from '../../services/response/suppression/raiseSamples.ts';
import { placeText, rolesForSamples, suppressionFailureText } from '../../services/response/suppression/ruleText.ts';
import type { ResponseContext } from '../responseContext.ts';
import { wait } from '../status/wait.ts';
import { askAzure } from './askAzure.ts';
import { chooseSubscription } from './chooseSubscription.ts';
import { explainFailure, informOfRules, isConfirmed } from './suppressionNotices.ts';

const title = 'Sample alerts of Defender for Cloud';

const explained = [
  'Defender for Cloud raises them like real ones: they reach every SIEM, workflow and mailbox that is connected to the subscription, and people there may not know that they are samples.',
  'They name made-up resources. They can be dismissed, not deleted.',
].join('\n\n');

const bundleLabels: Readonly<Record<SampleBundle, string>> = {
  AppServices: 'App Service',
  DNS: 'DNS',
  KeyVaults: 'Key Vault',
  KubernetesService: 'Kubernetes',
  ResourceManager: 'Resource Manager',
  SqlServers: 'SQL servers',
  StorageAccounts: 'Storage accounts',
  VirtualMachines: 'Virtual machines',
  CosmosDbs: 'Cosmos DB',
};

/** Has Defender for Cloud raise sample alerts in a subscription that the person chooses, and waits until they are there. */
export async function createSampleAlerts(context: ResponseContext, argument: unknown): Promise<void> {
  const subscription = await chooseSubscription(context, argument, title);
  if (subscription === undefined || !(await isAllowed(context, subscription))) return;
  const bundles = await askForBundles();
  if (bundles === undefined || bundles.length === 0) return;
  if (!(await isConfirmed('confirmSamples', `${explained}\n\n${placeText(subscription)}`, 'Create'))) return;
  const outcome = await raise(context, subscription, bundles);
  tell(outcome);
  if (outcome.kind !== 'failed') await context.refresher.refreshOnly([subscription.subscriptionId]);
}

/** Rights that cannot be read forbid nothing: Azure decides. */
async function isAllowed(context: ResponseContext, subscription: Subscription): Promise<boolean> {
  const read = await askAzure(context, 'Reading your roles', (gateway, cancellation) =>
    gateway.readPermissions(subscription, cancellation),
  );
  if (!read.ok) return read.failure.kind !== 'cancelled';
  const { simulate } = suppressionRights(read.value);
  if (!simulate) explain({ kind: 'forbidden' });
  return simulate;
}

async function askForBundles(): Promise<readonly SampleBundle[] | undefined> {
  const items = sampleBundles.map((bundle) => ({ label: bundleLabels[bundle], picked: true, bundle }));
  const placeHolder = 'Alerts of which plans?';
  const chosen = await vscode.window.showQuickPick(items, { title, placeHolder, canPickMany: true });
  return chosen?.map(({ bundle }) => bundle);
}

function raise(
  context: ResponseContext,
  subscription: Subscription,
  bundles: readonly SampleBundle[],
): Thenable<SampleOutcome> {
  const options = { location: vscode.ProgressLocation.Notification, cancellable: true, title: 'Sample alerts' };
  return vscode.window.withProgress(options, async (progress, token): Promise<SampleOutcome> => {
    const controller = new AbortController();
    const stop = token.onCancellationRequested(() => {
      controller.abort();
    });
    const onProgress = (alerts: number): void => {
      const message = alerts === 0 ? 'accepted; they come after some minutes' : `${String(alerts)} have arrived`;
      progress.report({ message });
    };
    try {
      const given = { subscription, bundles, wait, onProgress, cancellation: controller.signal };
      const outcome = await raiseSamples({ gateway: await context.gateway(), ...given });
      context.log.info('samples.raised', { bundles: bundles.length, outcome: outcome.kind });
      return outcome;
    } catch (error) {
      return { kind: 'failed', failure: { kind: 'unexpected', code: error instanceof Error ? error.name : 'Error' } };
    } finally {
      stop.dispose();
    }
  });
}

function tell(outcome: SampleOutcome): void {
  if (outcome.kind === 'failed') explain(outcome.failure);
  else informOfRules(outcome.kind === 'arrived' ? 'samplesArrived' : 'samplesNotSeen');
}

function explain(failure: AzureFailure): void {
  if (failure.kind !== 'cancelled') explainFailure(suppressionFailureText(failure, rolesForSamples, timeOfDay));
}
