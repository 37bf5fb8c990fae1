import assert from 'node:assert/strict';
import { loadedProduct, theProduct } from './product.ts';

function loadedFiles(name: string): string[] {
  return Object.keys(require.cache).filter((file) => file.endsWith(name));
}

describe('Activation', () => {
  it('reads nothing and loads neither runbooks nor code for Azure until the view is on the screen', async () => {
    const { refresher, store } = await theProduct();
    assert.equal(refresher.started, false);
    assert.equal(store.state.phase, 'loading');
    assert.deepEqual(loadedFiles('azure.js'), []);
    assert.deepEqual(loadedFiles('runbooks.js'), []);
    await loadedProduct();
    assert.equal(refresher.started, true);
    assert.notDeepEqual(loadedFiles('azure.js'), []);
  });

  it('never loads the code of other sign-ins', async () => {
    await loadedProduct();
    assert.deepEqual(loadedFiles('identity.js'), []);
  });
});
