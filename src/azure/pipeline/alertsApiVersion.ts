import type { PipelinePolicy } from '@azure/core-rest-pipeline';

/** First version with `inProgress`, techniques and evidence. */
export const alertsApiVersion = '2022-01-01';

/** What arm-security 5.0.0 sends for alerts, without an option to change it. */
const sdkVersion = /([?&]api-version=)2021-11-01(?=&|$)/;

/** Raises the SDK's api-version for alerts. Links of the service keep the version they carry. */
export function alertsApiVersionPolicy(): PipelinePolicy {
  return {
    name: 'securityIncidents.alertsApiVersion',
    sendRequest(request, next) {
      request.url = request.url.replace(sdkVersion, `$1${alertsApiVersion}`);
      return next(request);
    },
  };
}
