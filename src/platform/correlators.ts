import * as vscode from 'vscode';
import type { Correlator } from '../services/correlator.ts';
import { CorrelatorBySize } from '../services/correlatorBySize.ts';
import type { IncidentIds } from '../services/incidentIds.ts';
import { InProcessCorrelator } from '../services/inProcessCorrelator.ts';
import type { Log } from '../services/ports.ts';
import { WorkerCorrelator } from '../services/workerCorrelator.ts';
import { correlationThread } from './correlationThread.ts';
import { systemPauses as pauses } from './systemPauses.ts';

/** Makes correlators, each with a worker of its own when it needs one. */
export function correlators(extensionUri: vscode.Uri, log: Log): (ids: IncidentIds) => Correlator {
  const startWorker = correlationThread(vscode.Uri.joinPath(extensionUri, 'dist', 'correlation-worker.js').fsPath);
  return (ids) => {
    const inProcess = new InProcessCorrelator({ pauses, log, ids });
    return new CorrelatorBySize(
      inProcess,
      new WorkerCorrelator({ startWorker, fallback: inProcess, pauses, log, ids }),
    );
  };
}
