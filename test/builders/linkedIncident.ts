import type { CorrelationLink } from '../../src/domain/correlation/correlationLink.ts';
import type { Incident } from '../../src/domain/incident.ts';
import type { PanelContext } from '../../src/services/viewModels/panelContext.ts';
import { toAlertKey } from '../../src/domain/alert.ts';
import { hour, minute, virtualMachine } from './alert.ts';

const machine = virtualMachine('shop-web-01').toLowerCase();

/** A link between two alerts of the attack story, strong and plain where a test does not say otherwise. */
export function aLink(from: string, to: string, wish: Partial<CorrelationLink> = {}): CorrelationLink {
  return {
    from: toAlertKey(`2517000000000000000_${from}`),
    to: toAlertKey(`2517000000000000000_${to}`),
    step: 'core',
    probability: 0.997,
    gap: 40 * minute,
    stage: 'advances',
    shared: [
      { kind: 'address', key: '203.0.113.77', likelihood: 403.4 },
      { kind: 'resource', key: machine, likelihood: 77.9 },
    ],
    company: 1,
    actorsDiffer: false,
    ...wish,
  };
}

/** The story's incident as correlation extended it, tied by links of every step, strength and stage. */
export function aLinkedIncident(context: PanelContext): Incident {
  const [incident] = context.correlation.incidents;
  if (incident === undefined) throw new Error('The story gives no incident');
  return {
    ...incident,
    origin: 'mixed',
    sentence:
      '5 alerts within 5 hours share the address 203.0.113.77, the resource shop-web-01 and the account deploy on shop-web-01, and they advance along the kill chain. Defender for Cloud says so too.',
    links: [
      aLink('brute', 'miner', {
        shared: [
          { kind: 'address', key: '203.0.113.77', likelihood: 403.4 },
          { kind: 'account', key: `deploy on ${machine}`, likelihood: 120.2 },
          { kind: 'resource', key: machine, likelihood: 77.9 },
          { kind: 'domain', key: 'updates.vendor.example', likelihood: 1 },
        ],
      }),
      aLink('miner', 'beacon', {
        step: 'secondLook',
        probability: 0.62,
        gap: 1.75 * hour,
        stage: 'level',
        company: 6.3,
        actorsDiffer: true,
        shared: [
          { kind: 'fileHash', key: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', likelihood: 11 },
          { kind: 'command', key: '/tmp/.x/kworkerds -o stratum+tcp://pool.example:3333', likelihood: 6.2 },
        ],
      }),
      aLink('brute', 'cron', {
        step: 'service',
        probability: 0.86,
        gap: 0,
        stage: 'regresses',
        shared: [{ kind: 'resource', key: machine, likelihood: 30.4 }],
      }),
      aLink('cron', 'incident', {
        step: 'person',
        probability: 0.2,
        stage: 'unknown',
        shared: [],
      }),
      aLink('cron', 'gone', { step: 'secondLook', probability: 0.31, stage: 'sameDetector' }),
    ],
  };
}
