import { describe, expect, it } from 'vitest';
import { resolveRunbook } from '../../../../src/domain/remediation/runbooks/resolveRunbook.ts';

/** One or two types of each family: a pattern of another family that grows must not take them. */
const families: readonly (readonly [type: string, runbook: string])[] = [
  ['K8S_ExposedDashboard', 'kubernetes-exposed-service'],
  ['K8S_ExposedPostgresTrustAuth', 'kubernetes-exposed-postgres'],
  ['K8S_PrivilegedContainer', 'kubernetes-privileged-container'],
  ['K8S.NODE_CryptoCoinMinerExecution', 'kubernetes-crypto-mining'],
  ['K8S_ClusterAdminBinding', 'kubernetes-cluster-admin'],
  ['K8S_CoreDnsModification', 'kubernetes-coredns-change'],
  ['K8S_AdmissionController', 'kubernetes-admission-webhook'],
  ['K8S_DeleteEvents', 'kubernetes-events-deleted'],
  ['K8S_TI_Proxy', 'kubernetes-suspicious-api-requests'],
  ['K8S_ServiceAccountRareOperation', 'kubernetes-service-account-abuse'],
  ['K8S_AbnormalMiActivity', 'kubernetes-managed-identity-abuse'],
  ['K8S.NODE_ImdsCall', 'kubernetes-credential-access'],
  ['K8S.NODE_KubernetesAPI', 'kubernetes-api-from-container'],
  ['K8S.NODE_Webshell', 'kubernetes-remote-control'],
  ['K8S.NODE_KnownLinuxAttackTool', 'kubernetes-attack-tool'],
  ['K8S.NODE_SuspectDownloadArtifacts', 'kubernetes-downloaded-program'],
  ['K8S.NODE_HistoryFileCleared', 'kubernetes-hidden-traces'],
  ['K8S.NODE_ContainerSSH', 'kubernetes-login-in-container'],
  ['K8S.NODE_ImageBuildOnNode', 'kubernetes-image-build'],
  ['K8S.NODE_EICAR', 'test-alert'],
  ['AppServices_DanglingDomain', 'app-dangling-dns'],
  ['AppServices_PhishingContent', 'app-phishing-content'],
  ['AppServices_WpThemeInjection', 'app-web-shell'],
  ['AppServices_WpScanner', 'app-scanning'],
  ['AppServices_SpamReferrer', 'app-anomalous-access'],
  ['AppServices_IncomingTiClientIpFtp', 'app-ftp-access'],
  ['AppServices_DigitalCurrencyMining', 'app-crypto-mining'],
  ['AppServices_CurlToDisk', 'app-suspicious-download'],
  ['AppServices_FilelessAttackToolkitDetection', 'app-fileless-attack'],
  ['AppServices_KnownCredential', 'app-suspicious-process'],
  ['AppServices_ReverseShell', 'app-remote-control'],
  ['AppServices_EICAR', 'test-alert'],
  ['AI.Azure_Jailbreak.ContentFiltering.DetectedAttempt', 'ai-jailbreak'],
  ['AI.Azure_Agentic_Jailbreak', 'ai-agent-misuse'],
  ['Azure_Agentic_BlockedJailbreak', 'ai-agent-misuse'],
  ['AI.Azure_Agentic_ASCIISmuggling', 'ai-hidden-instructions'],
  ['AI.Azure_MaliciousUrl.UserPrompt', 'ai-phishing-link-in-prompt'],
  ['AI.Azure_Agentic_MaliciousUrl.ToolOutput', 'ai-phishing-link-in-answer'],
  ['AI.Azure_CredentialTheftAttempt', 'ai-credential-leak'],
  ['AI.Azure_AccessFromAnonymizedIP', 'ai-suspicious-access'],
  ['AI.Azure_Agentic_DOWVolumeAnomaly', 'ai-wallet-attack'],
  ['AI.Azure_Agentic_InstructionLeakage', 'ai-reconnaissance'],
  ['AI.Azure_AnomalousOperation.InitialAccess', 'ai-suspicious-management'],
  ['AI.AIModelScan_MalwareDetected', 'ai-malicious-model'],
  ['API_AccessFromTorExitNode', 'api-suspicious-caller'],
  ['API_SpikeInLatency', 'api-traffic-spike'],
  ['API_SpikeInPayload', 'api-large-payload'],
  ['API_SprayInRequests', 'api-enumeration'],
  ['API_UnseenParamType', 'api-unseen-parameter'],
];

describe('an alert on a cluster, an app, an AI resource or an API', () => {
  it.each(families)('%s gets the runbook %s', (type, runbook) => {
    expect(resolveRunbook(type)).toMatchObject({ runbook: { id: runbook }, specific: true });
  });

  it('gets the same one where Azure writes "APPS_" for App Service', () => {
    expect(resolveRunbook('APPS_PhishingContent').runbook.id).toBe('app-phishing-content');
  });

  it('gets the general one of its plan where no family names it', () => {
    const general = ['K8S_Something', 'AppServices_Something', 'AI.Something', 'API_Something'].map(
      (type) => resolveRunbook(type).runbook.id,
    );
    expect(general).toEqual(['kubernetes-alert', 'app-alert', 'ai-alert', 'api-alert']);
  });
});
