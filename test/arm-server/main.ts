import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { threeTenants } from './scenario/threeTenants.ts';
import { startArmServer } from './startArmServer.ts';

/**
 * `node test/arm-server/main.ts --port 8443 --certificate cert.pem`: the server to try things on by hand; with
 * `--three-tenants` the one in which every kind of trouble is to be seen.
 */
const { values } = parseArgs({
  options: { port: { type: 'string' }, certificate: { type: 'string' }, 'three-tenants': { type: 'boolean' } },
});
const server = await startArmServer({
  now: Date.now(),
  port: Number(values.port ?? 0),
  ...(values['three-tenants'] === true && { scenario: threeTenants }),
});
if (values.certificate !== undefined) writeFileSync(values.certificate, server.certificatePem);

console.log(`Resource Manager and Entra ID of the sample environment: ${server.origin}`);
console.log(values.certificate === undefined ? server.certificatePem : `Certificate: ${values.certificate}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
