// What VS Code tells a webview of its theme, as far as the panel asks: the class of the body and some variables.

const fonts = {
  'font-family': 'system-ui, "Ubuntu", "Droid Sans", sans-serif',
  'font-size': '13px',
  'editor-font-family': '"Droid Sans Mono", "DejaVu Sans Mono", monospace',
};

const dark = {
  foreground: '#cccccc',
  descriptionForeground: '#9d9d9d',
  'editor-background': '#1f1f1f',
  'editorWidget-background': '#202020',
  'panel-border': '#2b2b2b',
  'toolbar-hoverBackground': '#5a5d5e50',
  'list-inactiveSelectionBackground': '#37373d',
  'list-hoverBackground': '#2a2d2e',
  focusBorder: '#0078d4',
  'textLink-foreground': '#4daafc',
  'charts-green': '#89d185',
  'charts-blue': '#3794ff',
  'charts-orange': '#d18616',
  'charts-red': '#f14c4c',
  'charts-lines': '#cccccc80',
  'editorWarning-foreground': '#cca700',
  'editorError-foreground': '#f14c4c',
  'testing-iconPassed': '#73c991',
  'dropdown-background': '#313131',
  'dropdown-border': '#3c3c3c',
  'input-background': '#313131',
  'input-border': '#3c3c3c',
  'input-foreground': '#cccccc',
  'input-placeholderForeground': '#989898',
  'badge-background': '#616161',
  'badge-foreground': '#f8f8f8',
  'panelTitle-activeBorder': '#0078d4',
  'widget-border': '#313131',
};

const light = {
  ...dark,
  foreground: '#3b3b3b',
  descriptionForeground: '#3b3b3b',
  'editor-background': '#ffffff',
  'editorWidget-background': '#f8f8f8',
  'panel-border': '#e5e5e5',
  'toolbar-hoverBackground': '#b8b8b850',
  'list-inactiveSelectionBackground': '#e4e6f1',
  'list-hoverBackground': '#f2f2f2',
  focusBorder: '#005fb8',
  'textLink-foreground': '#005fb8',
  'charts-green': '#388a34',
  'charts-blue': '#1a85ff',
  'charts-red': '#e51400',
  'charts-lines': '#3b3b3b80',
  'editorWarning-foreground': '#bf8803',
  'editorError-foreground': '#e51400',
  'dropdown-background': '#ffffff',
  'dropdown-border': '#cecece',
  'input-background': '#ffffff',
  'input-border': '#cecece',
  'input-foreground': '#3b3b3b',
  'input-placeholderForeground': '#767676',
  'badge-background': '#cccccc',
  'badge-foreground': '#3b3b3b',
  'panelTitle-activeBorder': '#005fb8',
  'widget-border': '#e5e5e5',
};

const contrast = {
  ...dark,
  foreground: '#ffffff',
  descriptionForeground: '#ffffff',
  'editor-background': '#000000',
  'editorWidget-background': '#0c141f',
  'panel-border': '#6fc3df',
  contrastBorder: '#6fc3df',
  'toolbar-hoverBackground': 'transparent',
  'list-inactiveSelectionBackground': 'transparent',
  'list-hoverBackground': '#ffffff1a',
  focusBorder: '#f38518',
  'textLink-foreground': '#21a6ff',
  'editorWarning-foreground': '#ffd370',
  'dropdown-background': '#000000',
  'dropdown-border': '#6fc3df',
  'input-background': '#000000',
  'input-border': '#6fc3df',
};

const contrastLight = {
  ...light,
  foreground: '#292929',
  descriptionForeground: '#292929',
  'editorWidget-background': '#ffffff',
  'panel-border': '#0f4a85',
  contrastBorder: '#0f4a85',
  'toolbar-hoverBackground': 'transparent',
  'list-inactiveSelectionBackground': 'transparent',
  focusBorder: '#006bbd',
  'textLink-foreground': '#0f4a85',
  'testing-iconPassed': '#007100',
  'dropdown-border': '#0f4a85',
  'input-border': '#0f4a85',
};

const themes = {
  dark: { classes: 'vscode-dark', variables: dark },
  light: { classes: 'vscode-light', variables: light },
  contrast: { classes: 'vscode-high-contrast', variables: contrast },
  contrastLight: { classes: 'vscode-high-contrast vscode-high-contrast-light', variables: contrastLight },
};

/** @typedef {keyof typeof themes} ThemeName */

export const themeNames = /** @type {readonly ThemeName[]} */ (Object.keys(themes));

/** @param {ThemeName} name */
export const themeClasses = name => themes[name].classes;

/** The theme as a style sheet. @param {ThemeName} name */
export function themeStyles(name) {
  const lines = Object.entries({ ...fonts, ...themes[name].variables }).map(([key, value]) => `  --vscode-${key}: ${value};`);
  return `html {\n${lines.join('\n')}\n}\n`;
}
