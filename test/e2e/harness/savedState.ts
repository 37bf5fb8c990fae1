import type { Page } from 'playwright-core';

/**
 * Makes VS Code keep its window state (open editors, webview state, layout) now.
 *
 * In a browser it does so once a minute and when the window loses the focus, since a page that is being unloaded has no
 * time left; a browser under test never loses the focus by itself. So: take the focus away, then wait behind the
 * writes which that sets off, in the databases where VS Code keeps its state.
 */
export async function saveWindowState(page: Page): Promise<void> {
  await page.evaluate(loseFocusAndWait);
}

/** Runs in the page, hence a text: the tests' own types know no DOM. Databases serve their transactions in order. */
const loseFocusAndWait = `(async () => {
  // What webviews have just posted arrives first. A busy page may not be idle for minutes, hence the limit.
  const settle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }));
  const waitBehindWrites = async (name) => {
    const database = await new Promise((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    await new Promise((resolve, reject) => {
      const transaction = database.transaction([...database.objectStoreNames], 'readwrite');
      transaction.oncomplete = resolve;
      transaction.onerror = () => reject(transaction.error);
    });
    database.close();
  };

  // VS Code asks its parts for their state before it writes, which a page that has nothing else to do is idle for.
  // Where nothing has changed, it writes nothing.
  const firstWrite = () => new Promise((resolve) => {
    const { put } = IDBObjectStore.prototype;
    const go = () => {
      IDBObjectStore.prototype.put = put;
      resolve();
    };
    IDBObjectStore.prototype.put = function (...entry) {
      go();
      return put.apply(this, entry);
    };
    setTimeout(go, 2000);
  });

  await settle();
  const written = firstWrite();
  document.hasFocus = () => false;
  document.dispatchEvent(new Event('visibilitychange'));
  await written;
  await settle();
  const databases = await indexedDB.databases();
  const states = databases.map(({ name }) => name).filter((name) => name.startsWith('vscode-web-state-db'));
  await Promise.all(states.map(waitBehindWrites));
  delete document.hasFocus;
  document.dispatchEvent(new Event('visibilitychange'));
})()`;
