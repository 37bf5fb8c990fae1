import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainReaders, rememberingReaders } from '../../../../src/domain/correlation/evidence/evidenceReaders.ts';

const subscription = '/subscriptions/841e2cbe-8ff9-4e33-a6a4-eb654287f2ee';

/** Few texts, so that they come again, beside any others. */
const usual = {
  address: ['203.0.113.7', '10.0.0.4', '2A0D:10D8::B81', '2a0d:10d8:0::b81', '::ffff:10.0.0.4', '::1', 'a:b', ''],
  resource: [subscription, `${subscription}/resourceGroups/Web/providers/Microsoft.Web/sites/Shop`, 'web-1', ''],
  propertyMeaning: ['Client IP address', 'principalOid', 'resourceType', '__proto__', ''],
} as const;

it.each(['address', 'resource', 'propertyMeaning'] as const)(
  'a reader that remembers says the same as one that does not: %s',
  (name) => {
    const texts = fc.array(fc.oneof(fc.constantFrom(...usual[name]), fc.ipV6(), fc.string()), { maxLength: 40 });
    fc.assert(
      fc.property(texts, (all) => {
        const remembering = rememberingReaders()[name];
        expect(all.map((text) => remembering(text))).toEqual(all.map((text) => plainReaders[name](text)));
      }),
    );
  },
);
