// Writes assets/*.ttf: Noto Sans cut down to the characters of documents. Run it after changing characters.ts
// or the version of the font; what it writes is committed.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import { characters } from './characters.ts';

const source = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/package.json'));
const assets = join(import.meta.dirname, '../assets');
const weights = [
  { from: '400Regular/NotoSans_400Regular.ttf', to: 'NotoSans-Regular.ttf' },
  { from: '600SemiBold/NotoSans_600SemiBold.ttf', to: 'NotoSans-SemiBold.ttf' },
];

for (const { from, to } of weights) {
  const font = await subsetFont(readFileSync(join(source, from)), characters, {
    targetFormat: 'sfnt',
    // Composition, marks on letters and on marks, kerning: what shaping of these scripts needs, and no more.
    keepFeatures: ['ccmp', 'locl', 'kern', 'mark', 'mkmk'],
    noHinting: true,
  });
  writeFileSync(join(assets, to), font);
  process.stdout.write(`${to}: ${Math.round(font.length / 1024)} KiB\n`);
}
copyFileSync(join(source, 'LICENSE_FONT'), join(assets, 'OFL.txt'));
