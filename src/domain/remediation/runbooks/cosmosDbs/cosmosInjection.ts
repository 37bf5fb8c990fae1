import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { listCosmosRoles, measureCosmosRequests, readCosmosLogs } from '../steps/cosmosSteps.ts';
import { closeCosmosAccount } from '../steps/databaseSteps.ts';
import { manualStep } from '../steps/manualStep.ts';

/** The application lets visitors write a part of its queries. */
export const cosmosInjection: Runbook = {
  id: 'cosmos-injection',
  title: 'Injection into queries of Cosmos DB',
  alertTypes: ['*CosmosDB_SqlInjection*'],
  steps: [
    {
      ...readCosmosLogs,
      instruction:
        'Look at the statement in the alert and in the query log: a condition that is always true, or a foreign piece in the middle, shows which query is open. Syntax errors alone are somebody who tries; a success with many results is a theft. The command shows where the logs go.',
    },
    measureCosmosRequests,
    listCosmosRoles,
    confirmWithOwner(
      'Ask the developers which page or interface makes this query, whether a test is under way, and what else the same connection may read.',
    ),
    manualStep(
      'contain',
      'block-the-request',
      'Block the request in front of the application',
      'Take the endpoint out of service, or refuse its parameter in the web application firewall, until the query is corrected. The client of the database is your own application: to block its address would take down everything and teach nothing.',
      { mandatory: true, risk: 'high' },
    ),
    closeCosmosAccount,
    manualStep(
      'eradicate',
      'use-parameters',
      'Correct the query',
      'Pass values as parameters of the query instead of putting texts together, and search the code for other places that do the same. Limit what the query may return for one visitor.',
      { mandatory: true },
    ),
    manualStep(
      'recover',
      'assess-the-loss',
      'Work out what was returned',
      'From the time of the first odd statement, list the results that were larger than one visitor should see, and treat those documents as disclosed.',
    ),
    manualStep(
      'prevent',
      'give-the-app-less',
      'Give the application fewer rights',
      'Let the application sign in with a managed identity and a role for its own containers, read-only where it only reads. Then an open query reaches those and nothing else.',
    ),
  ],
};
