/**
 * The look's tokens. A theme is one column. Pages and hosts override a token by setting `--schalter-<name>`; the
 * names used inside (`--<name>`) take that value or the theme's.
 */
const names = [
  'page',
  'surface',
  'text',
  'muted',
  'control-border',
  'field-bottom',
  'divider',
  'action',
  'on-action',
  'hover',
  'selected',
  'visited',
  'focus-outer',
  'focus-inner',
  'danger',
  'danger-tint',
  'success',
  'success-tint',
  'warning',
  'warning-tint',
  'info',
  'info-tint',
  'header',
  'on-header',
] as const;

export type ColourName = (typeof names)[number];
export type ThemeName = 'default' | 'contrast' | 'dark' | 'city-blue';

/** What can be asked for: a theme, or `auto`, which takes one by the settings of the person's device. */
export type ThemeChoice = ThemeName | 'auto';

const columns: Readonly<Record<ThemeName, string>> = {
  default:
    'ffffff f3f4f7 131525 51577a 6e7597 1d2034 c0c3d5 2044aa ffffff 18357f e9edf8 75009e 454b6b ffffff c31c13 fee4e0 007155 cdf2e4 925400 ffe7b6 006b8c c0f3ff 003b73 ffffff',
  contrast:
    'ffffff ffffff 000000 2a2d3d 000000 000000 000000 001f8a ffffff 000000 ffffff 5b007a 000000 ffdd00 8f0a05 ffffff 004a38 ffffff 5e3500 ffffff 00465c ffffff 000000 ffffff',
  dark: '10121d 1b1e2e f3f4f7 b2b6cc 868cab e8e9ef 3a3f5a 97afe1 0b0f1f b5c6ec 222a44 d2a5ea ffffff 10121d f0897a 3c110d 3cc09a 07291f e5a03f 332006 45b6dc 06293a 003b73 ffffff',
  'city-blue':
    'ffffff f0f5fa 14202e 48586b 647689 14202e c3d0de 00569d ffffff 00437a e1eefa 6a2c91 14202e ffffff b8160e fde6e3 00694c d5f2e5 855000 ffeabf 00648a d3f1fd 003b73 ffffff',
};

/** Colours of each theme, `#rrggbb` by name. */
export const themes: Readonly<Record<ThemeName, Readonly<Record<ColourName, string>>>> = {
  default: colours('default'),
  contrast: colours('contrast'),
  dark: colours('dark'),
  'city-blue': colours('city-blue'),
};

function colours(theme: ThemeName): Record<ColourName, string> {
  const values = columns[theme].split(' ');
  return Object.fromEntries(names.map((name, index) => [name, `#${values[index]}`])) as Record<ColourName, string>;
}

/** Measures that all themes share, by name. */
export const measures = {
  font: '"Fira Sans", "Noto Sans", "Noto Sans Arabic", system-ui, sans-serif',
  column: '640px',
  radius: '4px',
  'card-radius': '8px',
} as const;

/** Edges of controls, and of notices around their bar: what the contrast theme makes thicker. */
export const edges = {
  usual: { border: '1px', edge: '0px' },
  strong: { border: '2px', edge: '2px' },
} as const;

const declare = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `--${name}: var(--schalter-${name}, ${value});`)
    .join(' ');

function declarations(theme: ThemeName): string {
  const scheme = theme === 'dark' ? 'dark' : 'light';
  return `color-scheme: ${scheme}; ${declare(theme === 'contrast' ? edges.strong : edges.usual)} ${declare(themes[theme])}`;
}

const spaces = [4, 8, 12, 16, 24, 32, 48, 64].map((size, index) => `--space-${index + 1}: ${size}px;`).join(' ');

const chosen = (theme: ThemeChoice): string => `:root[data-theme='${theme}'], :host([theme='${theme}'])`;

/** Custom properties for the page (`<html data-theme="dark">`) and for `<schalter-form theme="dark">`. */
export const tokens: string = [
  `:root, :host { ${spaces} ${declare(measures)} ${declarations('default')} }`,
  ...(['contrast', 'dark', 'city-blue'] as const).map((theme) => `${chosen(theme)} { ${declarations(theme)} }`),
  `@media (prefers-contrast: more) { ${chosen('auto')} { ${declarations('contrast')} } }`,
  `@media (prefers-color-scheme: dark) { ${chosen('auto')} { ${declarations('dark')} } }`,
  // Who wants the dark and more contrast keeps the dark, whose texts have it, and gets the thick edges.
  `@media (prefers-color-scheme: dark) and (prefers-contrast: more) { ${chosen('auto')} { ${declare(edges.strong)} } }`,
].join('\n');
