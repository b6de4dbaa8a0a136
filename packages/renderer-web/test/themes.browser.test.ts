import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { adoptStyles } from '../src/element/sheets.ts';
import { type ColourName, edges, themes } from '../src/styles/tokens.ts';

/* The tokens as a browser has them, not as the sources say. */

let host: HTMLElement;
let root: ShadowRoot;

beforeEach(() => {
  host = document.createElement('div');
  document.body.append(host);
  root = host.attachShadow({ mode: 'open' });
  root.innerHTML = '<input class="input" /><button class="button">Weiter</button>';
  adoptStyles(root);
});

afterEach(async () => {
  host.remove();
  await emulate({});
});

const token = (name: string) => getComputedStyle(host).getPropertyValue(`--${name}`).trim();
const tokens = () => Object.fromEntries(Object.keys(themes.default).map((name) => [name, token(name)]));

async function emulate(features: Record<string, string>): Promise<void> {
  const all = { 'prefers-color-scheme': '', 'prefers-contrast': '', 'forced-colors': '', ...features };
  await (cdp() as unknown as { send(method: string, options: object): Promise<unknown> }).send(
    'Emulation.setEmulatedMedia',
    {
      features: Object.entries(all).map(([name, value]) => ({ name, value })),
    },
  );
}

describe('a theme', () => {
  test.each(Object.entries(themes))('%s is chosen by the attribute', (name, colours) => {
    host.setAttribute('theme', name);
    expect(tokens()).toEqual(colours);
    expect(token('border')).toBe(name === 'contrast' ? edges.strong.border : edges.usual.border);
  });

  test('that nobody knows is the default one', () => {
    host.setAttribute('theme', 'pink');
    expect(tokens()).toEqual(themes.default);
  });

  test('takes the tokens that the page around sets', () => {
    host.setAttribute('theme', 'city-blue');
    host.style.setProperty('--schalter-action', '#00594a');
    expect(tokens()).toEqual({ ...themes['city-blue'], action: '#00594a' });
    expect(getComputedStyle(root.querySelector('.button') as Element).backgroundColor).toBe('rgb(0, 89, 74)');
  });
});

describe('auto', () => {
  beforeEach(() => host.setAttribute('theme', 'auto'));

  test.each([
    ['nothing', {}, 'default', 'usual'],
    ['dark colours', { 'prefers-color-scheme': 'dark' }, 'dark', 'usual'],
    ['more contrast', { 'prefers-contrast': 'more' }, 'contrast', 'strong'],
    ['both', { 'prefers-color-scheme': 'dark', 'prefers-contrast': 'more' }, 'dark', 'strong'],
  ] as const)('follows a device that asks for %s', async (_, features, theme, edge) => {
    await emulate({ 'prefers-color-scheme': 'light', ...features });
    expect(tokens()).toEqual(themes[theme]);
    expect(token('border')).toBe(edges[edge].border);
  });
});

test('the focus has two rings of two colours, and an outline where colours are forced', async () => {
  const button = root.querySelector('button') as HTMLElement;
  button.focus({ focusVisible: true } as FocusOptions);
  const seen = getComputedStyle(button);
  const rgb = (name: ColourName) => {
    const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(themes.default[name].slice(at, at + 2), 16));
    return `rgb(${r}, ${g}, ${b})`;
  };
  expect(seen.outline).toBe(`${rgb('focus-outer')} solid 3px`);
  expect(seen.boxShadow).toContain(rgb('focus-inner'));
  await emulate({ 'forced-colors': 'active' });
  expect(getComputedStyle(button).outlineStyle).toBe('solid');
  expect(getComputedStyle(button).boxShadow).toBe('none');
});
