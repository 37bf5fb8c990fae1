import { appService } from '../alertTypes/appService.ts';
import { containers } from '../alertTypes/containers.ts';
import { databases } from '../alertTypes/databases.ts';
import { integrated } from '../alertTypes/integrated.ts';
import { serviceLayer } from '../alertTypes/serviceLayer.ts';
import { storage } from '../alertTypes/storage.ts';
import { shop } from '../directory.ts';
import { blobContainer, entityOf } from '../wire/entities.ts';
import { cluster, namespace, service } from '../wire/kubernetesEntities.ts';
import { partnerOffice, scannerAt, shopOperator } from './cast.ts';
import { keyVault, kubernetes, sqlDatabase, storageAccount, webApp, windowsMachine } from './resources.ts';
import { story } from './story.ts';

const scanner = scannerAt(164);

const store = webApp(shop, 'shop-web', 'app-shop');
const pictures = storageAccount(shop, 'shop-web', 'stshoppictures');
const vault = keyVault(shop, 'shop-web', 'kv-shop');
const prices = sqlDatabase(shop, 'shop-data', 'sql-shop', 'prices');
const trial = kubernetes(shop, 'lab', 'aks-trial');
const tools = namespace('kubernetes-dashboard', cluster('aks-trial', entityOf(trial)));
const till = windowsMachine(shop, 'stores', 'vm-till-22', 'northeurope');
const operator = 'shop-operator@harbour.example';

/** The daily noise of a web shop. */
export const everydayShop = story('everyday-shop', [
  {
    key: 'scan',
    kind: appService.scanner,
    at: '1d 02:14',
    lasts: 30,
    on: store,
    facts: { ip: '203.0.113.164', count: '412' },
    details: { 'sample URIs': '/wp-login.php' },
    entities: [scanner],
  },
  {
    key: 'admin-page',
    kind: appService.unusualVisitor,
    at: '4d 19:26',
    on: store,
    facts: { page: '/admin/orders', ip: '192.0.2.18' },
    details: { 'sample URIs': '/admin/orders' },
    entities: [partnerOffice],
    status: 'Dismissed',
  },
  {
    key: 'pictures',
    kind: storage.madePublic,
    at: '9d 09:00',
    on: pictures,
    facts: { container: 'products', account: operator },
    details: { container: 'products', 'azure AD user': operator },
    entities: [blobContainer('products', entityOf(pictures)), shopOperator],
    status: 'Dismissed',
  },
  {
    key: 'vault-denied',
    kind: serviceLayer.vaultDenied,
    at: '3d 10:12',
    on: vault,
    facts: { account: operator, count: '3' },
    details: { 'result Signature': 'Forbidden' },
    entities: [shopOperator],
    status: 'Resolved',
  },
  {
    key: 'new-person',
    kind: databases.sqlNewPerson,
    at: '2d 08:45',
    on: prices,
    facts: { account: operator },
    details: { 'client Principal Name': operator },
    entities: [shopOperator],
  },
  {
    key: 'dashboard',
    kind: containers.exposedDashboard,
    at: '6d 14:31',
    on: trial,
    facts: { namespace: 'kubernetes-dashboard' },
    details: { 'service name': 'kubernetes-dashboard', port: '443', 'target port': '8443' },
    entities: [service('kubernetes-dashboard', tools)],
  },
  {
    key: 'till',
    kind: integrated.endpointMalware,
    at: '2d 12:50',
    on: till,
    facts: { malware: 'PUA:Win32/CouponBar', account: 'HARBOUR\\till22' },
    details: { 'threat ID': 'PUA:Win32/CouponBar' },
  },
]);
