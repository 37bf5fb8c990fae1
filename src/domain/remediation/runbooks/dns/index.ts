import type { Runbook } from '../runbook.ts';
import { anyDnsAlert } from './anyDnsAlert.ts';
import { dnsAnonymity } from './dnsAnonymity.ts';
import { dnsGeneratedDomains } from './dnsGeneratedDomains.ts';
import { dnsMaliciousDomain } from './dnsMaliciousDomain.ts';
import { dnsMining } from './dnsMining.ts';
import { dnsPhishing } from './dnsPhishing.ts';
import { dnsTunnel } from './dnsTunnel.ts';

export const dnsRunbooks: readonly Runbook[] = [
  anyDnsAlert,
  dnsAnonymity,
  dnsGeneratedDomains,
  dnsMaliciousDomain,
  dnsMining,
  dnsPhishing,
  dnsTunnel,
];
