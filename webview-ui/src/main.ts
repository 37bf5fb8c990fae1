import { App } from './app.ts';
import { connectHost } from './host.ts';
import { registerControls } from './toolkit.ts';

const minute = 60_000;
const root = document.getElementById('root');
if (root !== null) {
  registerControls();
  const app = new App(connectHost(), root, () => Date.now());
  app.start();
  // "2 hours ago" must not stay true for ever; a hidden page waits until it is seen again.
  setInterval(() => {
    if (document.visibilityState === 'visible') app.render();
  }, minute);
}
