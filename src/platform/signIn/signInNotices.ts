import * as vscode from 'vscode';
import type { CloudField } from '../../domain/cloudEndpoints.ts';
import type { Cancellation } from '../../services/ports.ts';
import type { PrincipalProblem } from '../../services/signIn/servicePrincipal.ts';
import type { SignInProblem } from '../../services/signIn/signInProblem.ts';

/**
 * What signing in says in notifications and asks in boxes. VS Code turns text there into links and commands, so that these
 * are constants: nothing that came from Azure, from an account or from a setting may be among them.
 */
const texts = {
  signingIn: 'Signing in to Azure…',
  diagnosing: 'Diagnosing the sign-in…',
  signInFailed: 'Sign-in failed: ',
  signInNotCompleted: 'Sign-in was not completed.',
  changeCloud:
    'VS Code signs in to one sovereign cloud at a time, and its setting names another one. Change it to the cloud of this extension? Other extensions use it too.',
  changeCloudYes: 'Change Setting',
  resourceManagerEndpoint:
    'The setting securityIncidents.customCloud is not usable: "resourceManagerEndpoint" must be an https origin without a path.',
  authorityHost:
    'The setting securityIncidents.customCloud is not usable: "authorityHost" must be an https origin without a path.',
  portalUrl:
    'The setting securityIncidents.customCloud is not usable: "portalUrl" must be an https origin without a path.',
  openSettings: 'Open Settings',
  copyCommand: 'Copy az Command',
  diagnose: 'Diagnose',
  differently: 'Sign In Differently',
  commandCopied: 'Copied. Run it in a terminal, then sign in again.',
  tenantId: 'Tenant ID of the service principal (a GUID)',
  clientId: 'Client ID of the application (a GUID)',
  secret: 'Client secret. It is kept in the secret storage of VS Code on this machine and nowhere else.',
  notAGuid: 'A GUID is needed: 8-4-4-4-12 hexadecimal digits.',
  secretIsItsId: 'This is the ID of a secret. Its value is needed, which the portal shows only once.',
  badSecret: 'A client secret has 8 to 512 characters and no spaces.',
  principalKept: 'The service principal is kept in the secret storage of VS Code.',
  principalForgotten: 'The service principal was removed from the secret storage of VS Code.',
  noPrincipal: 'No service principal is kept.',
} as const;

type NoticeId = keyof typeof texts;

/** Says so, and nothing more. */
export function tell(notice: 'signInNotCompleted' | 'principalKept' | 'principalForgotten' | 'noPrincipal'): void {
  void vscode.window.showInformationMessage(texts[notice]);
}

/** Names the field of the custom cloud that is wrong, and leads to it. */
export async function tellOfCloud(notice: CloudField): Promise<void> {
  const { openSettings } = texts;
  if ((await vscode.window.showErrorMessage(texts[notice], openSettings)) !== openSettings) return;
  await vscode.commands.executeCommand('workbench.action.openSettings', 'securityIncidents.customCloud');
}

/** What a person can do about a failed sign-in. */
export type NextStep = 'copyCommand' | 'diagnose' | 'differently';

/**
 * Says why a sign-in failed and what helps. In a dialog, as the answer to a click: a notification cannot be taken back,
 * and would still call the sign-in failed when a later one has worked.
 */
export async function tellOfFailure(
  { cause, advice }: SignInProblem,
  steps: readonly NextStep[],
): Promise<NextStep | undefined> {
  const notice = 'signInFailed';
  const labels = steps.map((step) => texts[step]);
  const options = { modal: true, detail: advice };
  const said = await vscode.window.showErrorMessage(texts[notice] + cause, options, ...labels);
  return steps.find((step) => texts[step] === said);
}

export function confirmCopied(): void {
  const notice = 'commandCopied';
  void vscode.window.setStatusBarMessage(texts[notice], 5_000);
}

/** Whether VS Code's sign-in may be set to another cloud. */
export async function askToChangeCloud(): Promise<boolean> {
  const notice = 'changeCloud';
  const { changeCloudYes } = texts;
  return (await vscode.window.showWarningMessage(texts[notice], { modal: true }, changeCloudYes)) === changeCloudYes;
}

/** Shows that a sign-in is under way, with a way to end it. */
export function whileSigningIn<T>(work: (cancellation: Cancellation) => Promise<T>): Promise<T> {
  return whileBusy('signingIn', work);
}

/** Shows that signing in is tried, with a way to end it. */
export function whileDiagnosing<T>(work: (cancellation: Cancellation) => Promise<T>): Promise<T> {
  return whileBusy('diagnosing', work);
}

async function whileBusy<T>(notice: NoticeId, work: (cancellation: Cancellation) => Promise<T>): Promise<T> {
  const options = { location: vscode.ProgressLocation.Notification, title: texts[notice], cancellable: true };
  return vscode.window.withProgress(options, (_, token) => {
    const controller = new AbortController();
    token.onCancellationRequested(() => {
      controller.abort();
    });
    return work(controller.signal);
  });
}

/** Asks for one part of a service principal; undefined when the person turns away. */
export async function askForPart(
  notice: 'tenantId' | 'clientId' | 'secret',
  value: string,
  problemOf: (value: string) => PrincipalProblem | undefined,
): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    prompt: texts[notice],
    value,
    password: notice === 'secret',
    ignoreFocusOut: true,
    validateInput: (entered) => textOf(problemOf(entered)),
  });
  return answer?.trim();
}

function textOf(notice: NoticeId | undefined): string | undefined {
  return notice === undefined ? undefined : texts[notice];
}
