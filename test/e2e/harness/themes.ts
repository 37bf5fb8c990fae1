import type { UserSettings } from '../../host/userSettings.ts';

export type Theme = 'dark' | 'light' | 'highContrast';

/** VS Code's default theme of each kind, and the class by which its workbench and webviews tell the kind. */
const themes: Readonly<Record<Theme, { readonly name: string; readonly className: string }>> = {
  dark: { name: 'Default Dark Modern', className: 'vs-dark' },
  light: { name: 'Default Light Modern', className: 'vs' },
  highContrast: { name: 'Default High Contrast', className: 'hc-black' },
};

export const allThemes = Object.keys(themes) as readonly Theme[];

export function themeSetting(theme: Theme = 'dark'): UserSettings {
  return { 'workbench.colorTheme': themes[theme].name };
}

export function themeClass(theme: Theme): string {
  return themes[theme].className;
}
