import type { Runbook } from '../runbook.ts';
import { agentMisuse } from './agentMisuse.ts';
import { aiAlert } from './aiAlert.ts';
import { promptInjection } from './asciiSmuggling.ts';
import { aiCredentialTheft } from './credentialTheft.ts';
import { jailbreak } from './jailbreak.ts';
import { maliciousModel } from './maliciousModel.ts';
import { phishingPrompt } from './maliciousUrlInput.ts';
import { phishingAnswer } from './maliciousUrlOutput.ts';
import { aiReconnaissance } from './reconnaissance.ts';
import { aiServicePrincipal } from './servicePrincipal.ts';
import { suspiciousAiAccess } from './suspiciousAccess.ts';
import { walletAttack } from './walletAttack.ts';

export const aiRunbooks: readonly Runbook[] = [
  agentMisuse,
  aiAlert,
  aiCredentialTheft,
  aiReconnaissance,
  aiServicePrincipal,
  jailbreak,
  maliciousModel,
  phishingAnswer,
  phishingPrompt,
  promptInjection,
  suspiciousAiAccess,
  walletAttack,
];
