import type { Runbook } from '../runbook.ts';
import { accessReset } from './accessReset.ts';
import { anyExtensionAlert } from './anyExtensionAlert.ts';
import { collectionExtensions } from './collectionExtensions.ts';
import { diskEncryption } from './diskEncryption.ts';
import { gpuExtension } from './gpuExtension.ts';
import { runCommandAbuse } from './runCommandAbuse.ts';
import { scriptExtension } from './scriptExtension.ts';

export const vmExtensionsRunbooks: readonly Runbook[] = [
  accessReset,
  anyExtensionAlert,
  collectionExtensions,
  diskEncryption,
  gpuExtension,
  runCommandAbuse,
  scriptExtension,
];
