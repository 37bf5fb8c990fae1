import * as vscode from 'vscode';
import type { AzureResult } from '../../domain/azureFailure.ts';
import type { AzureGateway, Cancellation } from '../../services/ports.ts';
import type { ResponseContext } from '../responseContext.ts';

/** Asks Azure something, with progress that can be cancelled. Never rejects: what was thrown is a failure, too. */
export function askAzure<T>(
  { gateway }: Pick<ResponseContext, 'gateway'>,
  title: string,
  ask: (gateway: AzureGateway, cancellation: Cancellation) => Promise<AzureResult<T>>,
): Thenable<AzureResult<T>> {
  const options = { location: vscode.ProgressLocation.Notification, cancellable: true, title };
  return vscode.window.withProgress(options, async (_, token): Promise<AzureResult<T>> => {
    const controller = new AbortController();
    const stop = token.onCancellationRequested(() => {
      controller.abort();
    });
    try {
      return await ask(await gateway(), controller.signal);
    } catch (error) {
      return { ok: false, failure: { kind: 'unexpected', code: error instanceof Error ? error.name : 'Error' } };
    } finally {
      stop.dispose();
    }
  });
}
