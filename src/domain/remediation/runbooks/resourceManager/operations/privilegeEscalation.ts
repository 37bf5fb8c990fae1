import { listRoleAssignments } from '../../steps/identitySteps.ts';
import { mandatory, manualStep } from '../../steps/manualStep.ts';
import type { OperationFamily } from './operationFamily.ts';

/** Somebody gives rights, to themselves or to something that they control. */
export const privilegeEscalation: OperationFamily = {
  id: 'privilege-escalation',
  purpose: 'gain more rights',
  tactics: ['PrivilegeEscalation'],
  question: 'Ask who approved the role, the custom role or the identity that was given, and for how long.',
  triage: [mandatory(listRoleAssignments)],
  contain: [
    manualStep(
      'contain',
      'take-the-rights-back',
      'Take the new rights back',
      'Delete role assignments that were made in the activity, from the widest scope down, and detach identities that were given to machines or apps of the account. Write each one down first with its scope, so that an honest one can be given again.',
      { mandatory: true, risk: 'high' },
    ),
  ],
  eradicate: [
    manualStep(
      'eradicate',
      'follow-the-rights',
      'Follow what was done with the new rights',
      'Read the activity of every account, application and identity that got a role, from that moment on. Each may have passed the rights on: repeat until nothing new appears.',
    ),
  ],
  recover: [],
  prevent: [
    manualStep(
      'prevent',
      'guard-role-writes',
      'Keep the right to give rights with few',
      'Reduce Owner and User Access Administrator to people with approval, and put a condition on role assignments that excludes privileged roles for those who assign for their team.',
    ),
  ],
};
