import { assertNever } from '../../domain/assertNever.ts';
import type { EmptyPanelModel } from '../../protocol/panelModel.ts';

type Subject = EmptyPanelModel['subject'];

/** The panel's page when its subject cannot be shown: why, and what to do. Fixed words, no alert text. */
export function buildEmptyPanelModel(subject: Subject, state: EmptyPanelModel['state']): EmptyPanelModel {
  return { kind: 'empty', subject, state, ...words(subject, state), canRefresh: state !== 'loading' };
}

const goneFor: Readonly<Record<Subject, string>> = {
  incident:
    'Its alerts are older than 90 days, were deleted, or no longer belong together. Choose another incident in the sidebar, or refresh to look again.',
  alert:
    'It is older than 90 days, was deleted, or its subscription is not selected any more. Choose another alert in the sidebar, or refresh to look again.',
  comparison:
    'It is older than 90 days, was deleted, or its subscription is not selected any more. Compare two others, or refresh to look again.',
};

function words(subject: Subject, state: EmptyPanelModel['state']): { title: string; explanation: string } {
  switch (state) {
    case 'loading':
      return { title: `Loading the ${subject}…`, explanation: 'Reading the alerts of your subscriptions from Azure.' };
    case 'gone':
      return {
        title:
          subject === 'comparison'
            ? 'One of the two alerts is no longer in the list'
            : `This ${subject} is no longer in the list`,
        explanation: goneFor[subject],
      };
    case 'signedOut':
      return {
        title: 'You are signed out',
        explanation: `Sign in from the Security Incidents view; this ${subject} then comes back by itself.`,
      };
    case 'failed':
      return {
        title: `The ${subject} could not be read`,
        explanation:
          'Azure could not be reached or refused. The Security Incidents view says why; refresh to try again.',
      };
    case 'uncorrelated':
      return {
        title: `The ${subject} cannot be shown yet`,
        explanation: 'The alerts were read, but correlating them into incidents failed. Refresh to try again.',
      };
    default:
      return assertNever(state);
  }
}
