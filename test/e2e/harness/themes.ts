import type { UserSettings } from '../../host/userSettings.ts';

export type Theme = 'dark' | 'light' | 'highContrast';

interface ThemeNames {
  /** In the settings. */
  readonly id: string;
  /** In the palette. */
  readonly label: string;
  /** On the workbench, once the theme's colours are applied. */
  readonly className: string;
}

/** VS Code's own theme of each kind. */
const themes: Readonly<Record<Theme, ThemeNames>> = {
  dark: { id: 'Dark Modern', label: 'Dark Modern', className: 'vscode-theme-defaults-themes-dark_modern-json' },
  light: { id: 'Light Modern', label: 'Light Modern', className: 'vscode-theme-defaults-themes-light_modern-json' },
  highContrast: {
    id: 'Default High Contrast',
    label: 'Dark High Contrast',
    className: 'vscode-theme-defaults-themes-hc_black-json',
  },
};

export const allThemes = Object.keys(themes) as readonly Theme[];

export function themeSetting(theme: Theme = 'dark'): UserSettings {
  return { 'workbench.colorTheme': themes[theme].id };
}

export function themeClass(theme: Theme): string {
  return themes[theme].className;
}

export function themeLabel(theme: Theme): string {
  return themes[theme].label;
}
