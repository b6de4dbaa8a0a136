// Writes assets/*.ttf: Noto Sans and Noto Sans Math, cut down to the characters of documents. Run it after changing characters.ts
// or the version of the font; what it writes is committed.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import { characters, signs } from './characters.ts';

const require = createRequire(import.meta.url);
const folder = (name: string) => dirname(require.resolve(`@expo-google-fonts/${name}/package.json`));
const sans = folder('noto-sans');
const math = folder('noto-sans-math');
const assets = join(import.meta.dirname, '../assets');
const fonts = [
  { from: join(sans, '400Regular/NotoSans_400Regular.ttf'), to: 'NotoSans-Regular.ttf', text: characters },
  { from: join(sans, '600SemiBold/NotoSans_600SemiBold.ttf'), to: 'NotoSans-SemiBold.ttf', text: characters },
  { from: join(math, '400Regular/NotoSansMath_400Regular.ttf'), to: 'NotoSansMath-Regular.ttf', text: signs },
];

for (const { from, to, text } of fonts) {
  const font = await subsetFont(readFileSync(from), text, {
    targetFormat: 'sfnt',
    // Composition, marks on letters and on marks, kerning: what shaping of these scripts needs, and no more.
    keepFeatures: ['ccmp', 'locl', 'kern', 'mark', 'mkmk'],
    noHinting: true,
    dropTables: ['MATH'],
  });
  writeFileSync(join(assets, to), font);
  process.stdout.write(`${to}: ${Math.round(font.length / 1024)} KiB\n`);
}
copyFileSync(join(sans, 'LICENSE_FONT'), join(assets, 'OFL-NotoSans.txt'));
copyFileSync(join(math, 'LICENSE_FONT'), join(assets, 'OFL-NotoSansMath.txt'));
