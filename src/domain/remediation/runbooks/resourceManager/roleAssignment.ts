import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readCallerActivity } from '../steps/commonSteps.ts';
import {
  disableUser,
  guardAdministrators,
  listRoleAssignments,
  removeFootholds,
  revokeSessions,
} from '../steps/identitySteps.ts';
import { mandatory, manualStep, optional } from '../steps/manualStep.ts';

/** Somebody got a strong role, or a custom role was made for it. */
export const roleAssignment: Runbook = {
  id: 'azure-role-assignment',
  title: 'Suspicious role or role assignment',
  alertTypes: [
    'ARM_PrivilegedRoleDefinitionCreation',
    'ARM_AnomalousRBACRoleAssignment',
    'ARM_AnomalousClassicRoleAssignment',
  ],
  steps: [
    {
      ...mandatory(listRoleAssignments),
      instruction:
        'Lists every role assignment of the subscription with the time of its making. Find the one of the alert: who gave it, who got it, at which scope. A guest, a new application or the giver themselves as receiver, or a role at the subscription where a group would do, speak against it.',
    },
    {
      id: 'list-custom-roles',
      phase: 'triage',
      title: 'Look at custom roles',
      instruction:
        'Lists the custom roles with who changed them last. A harmless name over "*" or over "Microsoft.Authorization/*/write" is a hidden Owner. Compare the times with the alert.',
      mandatory: false,
      risk: 'none',
      command: {
        tool: 'az',
        args: [
          ...['role', 'definition', 'list', '--custom-role-only=true'],
          '--query=[].[updatedOn,updatedBy,roleName,permissions[0].actions]',
        ],
      },
    },
    optional(readCallerActivity),
    confirmWithOwner(
      'Ask who approved the role, for which work and until when. An activation in Privileged Identity Management with a ticket explains it; then check the address of the activation all the same.',
    ),
    manualStep(
      'contain',
      'remove-the-assignment',
      'Remove the role assignment',
      'Note the role, the scope and the receiver, then delete the assignment. Delete a custom role after all its assignments. Classic administrators (Co-Administrator) are removed in the access control page of the subscription. An honest assignment can be given again within a minute.',
      { mandatory: true, risk: 'medium' },
    ),
    optional(revokeSessions),
    optional(disableUser),
    manualStep(
      'eradicate',
      'follow-the-receiver',
      'Follow what the receiver did with it',
      'Read the activity of whoever got the role from that moment until its removal. Look for further assignments, keys that were listed and machines that were made, and take those back, too.',
      { mandatory: true },
    ),
    optional(removeFootholds),
    manualStep(
      'prevent',
      'assign-by-approval',
      'Give strong roles by approval only',
      'Make Owner, Contributor and User Access Administrator eligible with approval instead of standing, add conditions that keep delegated administrators from giving privileged roles, and remove classic administrators for good.',
    ),
    guardAdministrators,
  ],
};
