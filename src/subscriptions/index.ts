/** What a person sees and does about subscriptions; loaded when they first do. */
export { pickSubscriptions } from './pickSubscriptions.ts';
export { readAsAsked } from './readAsAsked.ts';
export { SubscriptionsView } from './subscriptionsView.ts';
