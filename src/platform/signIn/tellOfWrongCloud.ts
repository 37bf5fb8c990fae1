import * as vscode from 'vscode';
import { wrongCloudField } from '../../domain/cloudEndpoints.ts';
import { tellOfCloud } from './signInNotices.ts';

/** Names the field of the custom cloud that keeps it from being used. */
export async function tellOfWrongCloud(): Promise<void> {
  const field = wrongCloudField(vscode.workspace.getConfiguration('securityIncidents').get('customCloud'));
  if (field !== undefined) await tellOfCloud(field);
}
