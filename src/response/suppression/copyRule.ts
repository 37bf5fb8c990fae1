import * as vscode from 'vscode';
import { ruleAsArmTemplate } from '../../domain/suppression/emit/armTemplate.ts';
import { ruleAsBicep } from '../../domain/suppression/emit/bicep.ts';
import { ruleAsTerraform } from '../../domain/suppression/emit/terraform.ts';
import type { SuppressionRule } from '../../domain/suppression/suppressionRule.ts';

interface Language extends vscode.QuickPickItem {
  /** The editor's id of the language; plain text where no extension knows it. */
  readonly id: string;
  write(rule: SuppressionRule, subscriptionId: string): string;
}

const languages: readonly Language[] = [
  { label: 'Bicep', id: 'bicep', write: ruleAsBicep },
  { label: 'ARM template (JSON)', id: 'json', write: ruleAsArmTemplate },
  { label: 'Terraform (azapi)', id: 'terraform', write: ruleAsTerraform },
];

/** Opens a rule as code in a document that is not saved yet. */
export async function copyRule(rule: SuppressionRule, subscriptionId: string): Promise<void> {
  const language = await vscode.window.showQuickPick(languages, { title: 'Suppression rule as code' });
  if (language === undefined) return;
  const known = await vscode.languages.getLanguages();
  const document = await vscode.workspace.openTextDocument({
    content: language.write(rule, subscriptionId),
    language: known.includes(language.id) ? language.id : 'plaintext',
  });
  await vscode.window.showTextDocument(document);
}
