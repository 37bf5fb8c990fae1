import type { SignInProblem } from './signInProblem.ts';

const anotherFactor: SignInProblem = {
  cause: 'another factor is needed',
  advice: 'Your organisation asks for multi-factor authentication. Sign in again to go through it.',
};

const expired: SignInProblem = {
  cause: 'the sign-in has expired',
  advice: 'Sign in again. Your organisation decides how long a sign-in lasts.',
};

const unknownTenant: SignInProblem = {
  cause: 'the tenant was not found',
  advice: 'Check the tenant ID, and that the setting "Cloud" names the cloud that the tenant belongs to.',
};

const device: SignInProblem = {
  cause: 'this device is not allowed',
  advice: 'Your organisation lets only devices that it manages sign in. Use one, or ask your administrator.',
};

const notInTenant: SignInProblem = {
  cause: 'the account is unknown in this tenant',
  advice: 'Ask an administrator of the tenant to invite the account, or sign in with another one.',
};

const badPassword: SignInProblem = {
  cause: 'user name or password is wrong',
  advice: 'Sign in again with the right account.',
};

const badAssertion: SignInProblem = {
  cause: 'the certificate was not accepted',
  advice: 'Check that the certificate of the service principal is the one that its app registration lists.',
};

/**
 * Entra ID's error numbers that people meet when they read alerts. Source: "Microsoft Entra authentication and
 * authorization error codes", the vendor's reference; the sentences are ours.
 */
export const entraProblems: Readonly<Record<number, SignInProblem>> = {
  50076: anotherFactor,
  50078: anotherFactor,
  50079: anotherFactor,
  50158: anotherFactor,
  53003: {
    cause: 'blocked by Conditional Access',
    advice:
      'A policy of your organisation blocks this sign-in: its place, device or application. Ask your administrator.',
  },
  53000: device,
  53001: device,
  65001: {
    cause: 'consent is missing',
    advice: 'Sign in again and agree, or ask an administrator of the tenant to consent for the application.',
  },
  65004: { cause: 'consent was declined', advice: 'Sign in again and agree to what the application asks for.' },
  70043: expired,
  700082: expired,
  700084: expired,
  50173: {
    cause: 'the sign-in was revoked',
    advice: 'The password was changed or an administrator ended all sessions. Sign in again.',
  },
  7000215: {
    cause: 'the client secret is wrong',
    advice: 'Use the value of the secret, not its ID, and check that it belongs to this client ID.',
  },
  7000222: {
    cause: 'the client secret has expired',
    advice: 'Make a new secret in the app registration, then set it again.',
  },
  700024: {
    cause: 'the sign-in is out of its time',
    advice: 'Check the system clock of this machine, then try again.',
  },
  700027: badAssertion,
  7000216: badAssertion,
  90002: unknownTenant,
  900021: unknownTenant,
  900023: unknownTenant,
  50128: unknownTenant,
  90051: {
    cause: 'the tenant belongs to another cloud',
    advice: 'Choose the cloud of the tenant in the setting "Cloud".',
  },
  700016: {
    cause: 'the application was not found in the tenant',
    advice: 'Check the client ID, and that the service principal exists in this tenant.',
  },
  7000229: {
    cause: 'the service principal is missing in the tenant',
    advice: 'Have an administrator of the tenant create it by consenting to the application.',
  },
  7000112: {
    cause: 'the application is disabled',
    advice: 'Have an administrator of the tenant enable it again.',
  },
  500011: {
    cause: 'Azure Resource Manager is unknown to the tenant',
    advice: 'The endpoint may belong to another cloud than the tenant. Check the setting "Cloud".',
  },
  50020: notInTenant,
  90072: notInTenant,
  50034: notInTenant,
  50053: { cause: 'the account is locked', advice: 'Wait some minutes, or ask your administrator.' },
  50055: { cause: 'the password has expired', advice: 'Change it in the browser, then sign in again.' },
  50057: { cause: 'the account is disabled', advice: 'Ask your administrator.' },
  50126: badPassword,
};
