import { integrated } from '../alertTypes/integrated.ts';
import { shop } from '../directory.ts';
import { networkResource, shopGateway } from './resources.ts';
import { story } from './story.ts';

const front = networkResource(shop, 'edge', 'publicIPAddresses', 'pip-shop-front');
const impacted = { 'impacted region': 'West Europe' };

/** Two floods of traffic before a sale, both filtered. */
export const floodOnShop = story('flood-on-shop', [
  {
    key: 'first',
    kind: integrated.ddosDetected,
    at: '6d 17:00',
    lasts: 42,
    on: front,
    facts: { rate: '1.2 million' },
    details: impacted,
    status: 'Resolved',
  },
  {
    key: 'first-over',
    kind: integrated.ddosMitigated,
    at: '6d 17:42',
    on: front,
    facts: { rate: '1.2 million' },
    details: impacted,
    status: 'Resolved',
  },
  {
    key: 'bots',
    kind: integrated.wafBots,
    at: '2d 18:20',
    lasts: 100,
    on: shopGateway,
    facts: { count: '80,000' },
    details: { 'sample User Agents': 'Mozilla/5.0 (compatible)' },
  },
  {
    key: 'second',
    kind: integrated.ddosDetected,
    at: '1d 18:30',
    lasts: 17,
    on: front,
    facts: { rate: '3.4 million' },
    details: impacted,
  },
  {
    key: 'second-over',
    kind: integrated.ddosMitigated,
    at: '1d 18:47',
    on: front,
    facts: { rate: '3.4 million' },
    details: impacted,
  },
]);
