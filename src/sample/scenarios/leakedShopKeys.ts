import { databases } from '../alertTypes/databases.ts';
import { shop } from '../directory.ts';
import { shopOperator, thiefAt } from './cast.ts';
import { databaseServer } from './resources.ts';
import { story } from './story.ts';

const thief = thiefAt(202);

const carts = {
  ...databaseServer(shop, 'shop-data', 'Microsoft.DocumentDB/databaseAccounts', 'cosmos-carts'),
  label: 'Azure Cosmos DB',
};
const from = { 'client IP address': '198.51.100.202', 'client location': 'Auckland, New Zealand' };

/** The keys of a Cosmos DB account are read by a script and used half a world away. */
export const leakedShopKeys = story('leaked-shop-keys', [
  {
    key: 'fuzzing',
    kind: databases.cosmosFuzzing,
    at: '5d 08:33',
    lasts: 40,
    on: carts,
    facts: { count: '65', application: 'shop-cart' },
    details: { 'number of failed access attempts': '65', 'user agent': 'python-requests/2.31' },
    entities: [thief],
  },
  {
    key: 'new-place',
    kind: databases.cosmosNewPlace,
    at: '4d 16:20',
    on: carts,
    facts: { city: 'Auckland' },
    details: { ...from, 'access key used': 'Primary', 'user agent': 'azure-cosmos-js/4.1' },
    entities: [thief],
  },
  {
    key: 'keys',
    kind: databases.cosmosKeys,
    at: '4d 16:51',
    on: carts,
    facts: { account: 'shop-operator@harbour.example' },
    details: { ...from, 'key type': 'Primary, Secondary', 'principal name': 'shop-operator@harbour.example' },
    entities: [shopOperator, thief],
  },
  {
    key: 'export',
    kind: databases.cosmosExport,
    at: '4d 17:30',
    lasts: 58,
    on: carts,
    shouted: true,
    facts: { size: '18 GB' },
    details: { ...from, 'extracted data': '18 GB', 'collection name': 'carts' },
    entities: [thief],
  },
]);
