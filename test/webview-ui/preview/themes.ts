type Theme = Readonly<Record<string, string>>;

const shared: Theme = {
  'font-family': '"Segoe UI", "Noto Sans", "Open Sans", sans-serif',
  'font-size': '13px',
  'font-weight': 'normal',
  'editor-font-family': '"Cascadia Code", "Noto Sans Mono", monospace',
  'editor-font-size': '12px',
};

/** The theme variables that the panel uses, with the values of VS Code's own four default themes. */
export const themes = {
  dark: {
    ...shared, foreground: '#cccccc', descriptionForeground: '#9d9d9d', errorForeground: '#f85149', focusBorder: '#0078d4',
    'editor-background': '#1f1f1f', 'editor-foreground': '#cccccc', 'sideBar-background': '#181818', 'panel-border': '#2b2b2b',
    'textLink-foreground': '#4daafc', 'textLink-activeForeground': '#4daafc', 'textCodeBlock-background': '#2b2b2b',
    'list-hoverBackground': '#2a2d2e', 'list-errorForeground': '#f88070', 'list-warningForeground': '#cca700',
    'notificationsInfoIcon-foreground': '#3794ff', 'testing-iconPassed': '#73c991',
    'progressBar-background': '#0078d4', 'input-background': '#313131', 'input-foreground': '#cccccc',
    'input-placeholderForeground': '#989898', 'dropdown-border': '#3c3c3c', 'settings-textInputBorder': '#3c3c3c',
    'button-background': '#0078d4', 'button-foreground': '#ffffff', 'button-hoverBackground': '#026ec1',
    'button-secondaryBackground': '#313131', 'button-secondaryForeground': '#cccccc', 'button-secondaryHoverBackground': '#3c3c3c',
    'button-border': '#ffffff12', 'checkbox-background': '#313131', 'checkbox-border': '#3c3c3c', 'checkbox-foreground': '#cccccc',
    'icon-foreground': '#cccccc', 'toolbar-hoverBackground': '#5a5d5e50', 'badge-background': '#616161', 'badge-foreground': '#f8f8f8',
  },
  light: {
    ...shared, foreground: '#3b3b3b', descriptionForeground: '#3b3b3b', errorForeground: '#f85149', focusBorder: '#005fb8',
    'editor-background': '#ffffff', 'editor-foreground': '#3b3b3b', 'sideBar-background': '#f8f8f8', 'panel-border': '#e5e5e5',
    'textLink-foreground': '#005fb8', 'textLink-activeForeground': '#005fb8', 'textCodeBlock-background': '#f8f8f8',
    'list-hoverBackground': '#f2f2f2', 'list-errorForeground': '#b01011', 'list-warningForeground': '#855f00',
    'notificationsInfoIcon-foreground': '#1a85ff', 'testing-iconPassed': '#73c991',
    'progressBar-background': '#005fb8', 'input-background': '#ffffff', 'input-foreground': '#3b3b3b',
    'input-placeholderForeground': '#767676', 'dropdown-border': '#cecece', 'settings-textInputBorder': '#cecece',
    'button-background': '#005fb8', 'button-foreground': '#ffffff', 'button-hoverBackground': '#0258a8',
    'button-secondaryBackground': '#e5e5e5', 'button-secondaryForeground': '#3b3b3b', 'button-secondaryHoverBackground': '#cccccc',
    'button-border': '#0000001a', 'checkbox-background': '#f8f8f8', 'checkbox-border': '#cecece', 'checkbox-foreground': '#3b3b3b',
    'icon-foreground': '#3b3b3b', 'toolbar-hoverBackground': '#b8b8b850', 'badge-background': '#cccccc', 'badge-foreground': '#3b3b3b',
  },
  'high-contrast': {
    ...shared, foreground: '#ffffff', descriptionForeground: '#ffffffb3', errorForeground: '#f48771', focusBorder: '#f38518',
    contrastBorder: '#6fc3df', contrastActiveBorder: '#f38518',
    'editor-background': '#000000', 'editor-foreground': '#ffffff', 'sideBar-background': '#000000', 'panel-border': '#6fc3df',
    'textLink-foreground': '#21a6ff', 'textLink-activeForeground': '#21a6ff', 'textCodeBlock-background': '#000000',
    'list-errorForeground': '#f48771', 'list-warningForeground': '#ffd700', 'notificationsInfoIcon-foreground': '#3794ff',
    'testing-iconPassed': '#73c991', 'progressBar-background': '#6fc3df', 'input-background': '#000000',
    'input-foreground': '#ffffff', 'input-border': '#6fc3df', 'input-placeholderForeground': '#ffffffb3', 'dropdown-border': '#6fc3df',
    'settings-textInputBorder': '#6fc3df', 'button-background': '#000000', 'button-foreground': '#ffffff', 'button-border': '#6fc3df',
    'button-secondaryForeground': '#ffffff', 'button-secondaryBackground': '#000000', 'checkbox-background': '#000000',
    'checkbox-border': '#6fc3df', 'checkbox-foreground': '#ffffff', 'icon-foreground': '#ffffff', 'badge-background': '#000000', 'badge-foreground': '#ffffff',
  },
  'high-contrast-light': {
    ...shared, foreground: '#292929', descriptionForeground: '#292929b3', errorForeground: '#b5200d', focusBorder: '#006bbd',
    contrastBorder: '#0f4a85', contrastActiveBorder: '#006bbd',
    'editor-background': '#ffffff', 'editor-foreground': '#292929', 'sideBar-background': '#ffffff', 'panel-border': '#0f4a85',
    'textLink-foreground': '#0f4a85', 'textLink-activeForeground': '#0f4a85', 'textCodeBlock-background': '#f2f2f2',
    'list-errorForeground': '#b5200d', 'list-warningForeground': '#895503', 'notificationsInfoIcon-foreground': '#0063d3',
    'testing-iconPassed': '#007100', 'progressBar-background': '#0f4a85', 'input-background': '#ffffff',
    'input-foreground': '#292929', 'input-border': '#0f4a85', 'input-placeholderForeground': '#292929b3', 'dropdown-border': '#0f4a85',
    'settings-textInputBorder': '#0f4a85', 'button-background': '#0f4a85', 'button-foreground': '#ffffff', 'button-border': '#0f4a85',
    'button-secondaryForeground': '#292929', 'button-secondaryBackground': '#ffffff', 'checkbox-background': '#ffffff',
    'checkbox-border': '#0f4a85', 'checkbox-foreground': '#292929', 'icon-foreground': '#292929', 'badge-background': '#0f4a85', 'badge-foreground': '#ffffff',
  },
} satisfies Record<string, Theme>; // prettier-ignore

export type ThemeName = keyof typeof themes;
