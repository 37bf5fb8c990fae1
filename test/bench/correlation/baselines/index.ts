import type { Baseline } from './baseline.ts';
import { connectedComponents, graphWeaverLike, tenLineRule } from './graph.ts';
import { riskBased, securityCenter2019, sentinelAllEntities } from './rules.ts';

export const baselines: readonly Baseline[] = [
  securityCenter2019,
  sentinelAllEntities,
  connectedComponents,
  graphWeaverLike,
  riskBased,
  tenLineRule,
];
