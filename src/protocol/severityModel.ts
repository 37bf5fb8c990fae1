import { severities } from '../domain/severity.ts';
import { object, oneOf, string, type Guarded } from './schema.ts';

/** `sentWord` is the service's own word where `level` is Unknown because we do not know it. */
export const severityModel = object({ level: oneOf(...severities) }, { sentWord: string });

export type SeverityModel = Guarded<typeof severityModel>;
