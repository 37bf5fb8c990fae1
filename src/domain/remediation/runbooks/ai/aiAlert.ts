import type { Runbook } from '../runbook.ts';
import {
  checkContentFilters,
  forbidAiKeys,
  limitTools,
  listAiAccess,
  listModelDeployments,
  readAiLog,
  readPrompts,
  stopAiUser,
} from '../steps/aiSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';

/** An alert on an AI resource that no other runbook names. */
export const aiAlert: Runbook = {
  id: 'ai-alert',
  title: 'Alert on an AI resource',
  alertTypes: [],
  generalFor: ['AI'],
  steps: [
    readPrompts,
    readAiLog,
    listAiAccess,
    listModelDeployments,
    confirmWithOwner('Ask the owners of the application whether they know the user, the prompt or the caller.'),
    stopAiUser,
    checkContentFilters,
    limitTools,
    forbidAiKeys,
  ],
};
