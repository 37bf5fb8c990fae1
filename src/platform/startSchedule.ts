import * as vscode from 'vscode';
import type { RefreshScheduleOptions } from '../services/schedule/refreshSchedule.ts';
import { RefreshSchedule } from '../services/schedule/refreshSchedule.ts';
import { onDidChangeRefreshInterval, readRefreshInterval } from './settings.ts';

export interface StartScheduleOptions extends Omit<RefreshScheduleOptions, 'after' | 'interval'> {
  readonly view: Pick<vscode.TreeView<unknown>, 'visible' | 'onDidChangeVisibility'>;
  /** Nobody can see the view any more: another window may read Azure instead. */
  readonly onHidden: () => Promise<void>;
}

/** Reads Azure from time to time while somebody can see what came of it. */
export function startSchedule({ view, onHidden, ...options }: StartScheduleOptions): ScheduleOfView {
  const schedule = new RefreshSchedule({ ...options, after, interval: readRefreshInterval });
  schedule.look({ visible: view.visible, focused: vscode.window.state.focused });
  const following = vscode.Disposable.from(
    schedule,
    view.onDidChangeVisibility(({ visible }) => {
      schedule.look({ visible });
      // Where what is kept cannot be had, there is nothing to pass on.
      if (!visible) void onHidden().catch(() => undefined);
    }),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      schedule.look({ focused });
    }),
    onDidChangeRefreshInterval(() => {
      schedule.settingsChanged();
    }),
  );
  return {
    get nextAt() {
      return schedule.nextAt;
    },
    onDidChange: (listener) => schedule.onDidChange(listener),
    dispose: () => void following.dispose(),
  };
}

/** What others see of a schedule. */
type ScheduleOfView = Pick<RefreshSchedule, 'nextAt' | 'onDidChange' | 'dispose'>;

function after(milliseconds: number, call: () => void): () => void {
  const timer = setTimeout(call, milliseconds);
  return () => {
    clearTimeout(timer);
  };
}
