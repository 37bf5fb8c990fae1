const alerts = `type =~ 'microsoft.security/locations/alerts'`;

/** Plans may be set for single resources too, which only proves that those resources may be read. */
const plans = `type =~ 'microsoft.security/pricings' and id !contains '/resourcegroups/'`;

/**
 * For each subscription, how many alerts it has and which plans. Texts and sums only, since clouds differ in which
 * functions they know. A column `id` is what paging needs.
 */
export const censusQuery = `securityresources
| where ${alerts} or (${plans})
| extend plan = iff(${alerts}, '', strcat(name, ':', tostring(properties.pricingTier), ':', tostring(properties.deprecated)))
| summarize alerts = countif(${alerts}), plans = make_set(plan) by subscriptionId
| project id = subscriptionId, alerts, plans
| order by id asc`;

/** Ordered, since pages of unordered rows may miss some and repeat others. */
export const alertsQuery = `securityresources
| where ${alerts}
| project id, name, subscriptionId, properties
| order by id asc`;
