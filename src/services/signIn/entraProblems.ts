import type { SignInProblem } from './signInProblem.ts';

/**
 * Entra ID's error numbers that people meet when they read alerts, and what they come to. Source: "Microsoft Entra
 * authentication and authorization error codes", the vendor's reference; the sentences are ours.
 */
const problems: readonly (readonly [numbers: readonly number[], cause: string, advice: string])[] = [
  [
    [50076, 50078, 50079, 50158],
    'another factor is needed',
    'Your organisation asks for multi-factor authentication. Sign in again to go through it.',
  ],
  [
    [53003],
    'blocked by Conditional Access',
    'A policy of your organisation blocks this sign-in: its place, device or application. Ask your administrator.',
  ],
  [
    [53000, 53001],
    'this device is not allowed',
    'Your organisation lets only devices that it manages sign in. Use one, or ask your administrator.',
  ],
  [
    [65001],
    'consent is missing',
    'Sign in again and agree, or ask an administrator of the tenant to consent for the application.',
  ],
  [[65004], 'consent was declined', 'Sign in again and agree to what the application asks for.'],
  [
    [70043, 700082, 700084],
    'the sign-in has expired',
    'Sign in again. Your organisation decides how long a sign-in lasts.',
  ],
  [
    [50173],
    'the sign-in was revoked',
    'The password was changed or an administrator ended all sessions. Sign in again.',
  ],
  [
    [7000215],
    'the client secret is wrong',
    'Use the value of the secret, not its ID, and check that it belongs to this client ID.',
  ],
  [[7000222], 'the client secret has expired', 'Make a new secret in the app registration, then set it again.'],
  [[700024], 'the sign-in is out of its time', 'Check the system clock of this machine, then try again.'],
  [
    [700027, 7000216],
    'the certificate was not accepted',
    'Check that the certificate of the service principal is the one that its app registration lists.',
  ],
  [
    [90002, 900021, 900023, 50128],
    'the tenant was not found',
    'Check the tenant ID, and that the setting "Cloud" names the cloud that the tenant belongs to.',
  ],
  [[90051], 'the tenant belongs to another cloud', 'Choose the cloud of the tenant in the setting "Cloud".'],
  [
    [700016],
    'the application was not found in the tenant',
    'Check the client ID, and that the service principal exists in this tenant.',
  ],
  [
    [7000229],
    'the service principal is missing in the tenant',
    'Have an administrator of the tenant create it by consenting to the application.',
  ],
  [[7000112], 'the application is disabled', 'Have an administrator of the tenant enable it again.'],
  [
    [500011],
    'Azure Resource Manager is unknown to the tenant',
    'The endpoint may belong to another cloud than the tenant. Check the setting "Cloud".',
  ],
  [
    [50020, 90072, 50034],
    'the account is unknown in this tenant',
    'Ask an administrator of the tenant to invite the account, or sign in with another one.',
  ],
  [[50053], 'the account is locked', 'Wait some minutes, or ask your administrator.'],
  [[50055], 'the password has expired', 'Change it in the browser, then sign in again.'],
  [[50057], 'the account is disabled', 'Ask your administrator.'],
  [[50126], 'user name or password is wrong', 'Sign in again with the right account.'],
];

/** The same by number. */
export const entraProblems: Readonly<Record<number, SignInProblem>> = Object.fromEntries(
  problems.flatMap(([numbers, cause, advice]) => numbers.map((number) => [number, { cause, advice }])),
);
