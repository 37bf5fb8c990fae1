import { databases } from '../alertTypes/databases.ts';
import { integrated } from '../alertTypes/integrated.ts';
import { shop } from '../directory.ts';
import { scannerAt, shopOperator, thiefAt } from './cast.ts';
import { evidenceTable } from './evidence.ts';
import { shopGateway, sqlDatabase } from './resources.ts';
import { story } from './story.ts';

const scanner = scannerAt(140);
const thief = thiefAt(201);

const orders = sqlDatabase(shop, 'shop-data', 'sql-shop', 'orders');
const exportLine = 'xp_cmdshell "bcp orders.dbo.customers out c:\\t\\c.dat"';

/** The firewall reports what it should have stopped, and the order database answers. An incident of the service. */
export const injectionInShop = story(
  'injection-in-shop',
  [
    {
      key: 'waf',
      kind: integrated.wafInjection,
      at: '1d 10:02',
      lasts: 95,
      on: shopGateway,
      facts: { count: '2,310', ip: '203.0.113.140', page: '/search?q=' },
      details: {
        'sample URIs': '/search?q=%27%20UNION%20SELECT',
        'sample User Agents': '<b>not a browser</b> sqlmap/1.8 [click](https://example.com)',
        'sample Source IP Addresses': '203.0.113.140',
      },
      entities: [scanner],
    },
    {
      key: 'guessing',
      kind: databases.sqlGuessing,
      at: '1d 10:40',
      lasts: 20,
      on: orders,
      facts: { count: '240', ip: '203.0.113.140' },
      details: { 'failed Logins': '240', 'client IP Address': '203.0.113.140' },
      entities: [scanner],
    },
    {
      key: 'injection',
      kind: databases.sqlInjection,
      at: '1d 11:21',
      lasts: 18,
      on: orders,
      facts: { application: 'shop-search' },
      details: {
        'client Application': 'shop-search',
        'vulnerable statement': "SELECT * FROM products WHERE name LIKE '%' UNION SELECT email FROM customers --'",
        'client IP Address': '203.0.113.140',
      },
      entities: [scanner],
      evidence: evidenceTable(
        'Statements',
        ['Time (UTC)', 'Rows', 'Statement'],
        [
          ['11:21:40', 12, 'SELECT … LIKE … UNION SELECT name FROM sys.tables'],
          ['11:26:05', 48210, 'SELECT … LIKE … UNION SELECT email FROM customers'],
        ],
      ),
    },
    {
      key: 'new-place',
      kind: databases.sqlNewPlace,
      at: '1d 12:03',
      on: orders,
      shouted: true,
      facts: { account: 'shopadmin', city: 'Auckland' },
      details: {
        'client Principal Name': 'shopadmin',
        'client IP Location': 'Auckland, New Zealand',
        'client IP Address': '198.51.100.201',
      },
      entities: [thief],
    },
    {
      key: 'shell',
      kind: databases.sqlShell,
      at: '1d 12:17',
      on: orders,
      facts: { process: exportLine },
      details: { 'client Principal Name': 'shopadmin', 'suspicious command': exportLine },
      entities: [thief],
    },
    {
      key: 'export',
      kind: databases.sqlExport,
      at: '1d 12:44',
      lasts: 25,
      on: orders,
      facts: { account: 'shopadmin', target: 'stcollectbox7' },
      details: { 'storage Name': 'stcollectbox7', 'client Principal Name': 'shopadmin' },
      entities: [thief, shopOperator],
    },
  ],
  [
    {
      key: 'incident',
      title: 'Security incident: customer data taken from {resource}',
      severity: 'High',
      on: orders,
      stage: 'read and carried away data of',
      members: ['guessing', 'injection', 'new-place', 'shell', 'export'],
    },
  ],
);
