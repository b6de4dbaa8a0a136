import type { Advice } from './advice.ts';
import { baseOf } from './language/words.ts';

/** What offices write and nobody says, with what people say. */
const plainer: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  de: {
    'unter zuhilfenahme': 'mit',
    zwecks: 'um … zu',
    'in ermangelung': 'ohne',
    anlässlich: 'bei, wegen',
    hinsichtlich: 'zu, bei',
    bezüglich: 'zu, über',
    diesbezüglich: 'dazu',
    seitens: 'von',
    unbeschadet: 'auch wenn',
    vorbezeichnet: 'genannt',
    nachstehend: 'folgend',
    'ausgefüllt werden muss': 'füllen Sie aus',
    'ist beizufügen': 'fügen Sie bei',
    'sind beizufügen': 'fügen Sie bei',
    'ist anzugeben': 'geben Sie an',
    'sind anzugeben': 'geben Sie an',
    'in abzug gebracht': 'abgezogen',
    postalisch: 'per Post',
    fernmündlich: 'telefonisch',
    'antragsteller(in)': 'Sie',
  },
  en: {
    'pursuant to': 'under',
    'prior to': 'before',
    'in the event of': 'if',
    herewith: 'with this',
    aforementioned: 'this',
    utilise: 'use',
    commence: 'start',
    'in accordance with': 'as … says',
  },
};

export const officialese: Advice = {
  code: 'officialese',
  group: 'plain-language',
  text({ plain, language }, say) {
    const lower = plain.toLowerCase();
    for (const [phrase, better] of Object.entries(plainer[baseOf(language)] ?? {})) {
      const at = lower.indexOf(phrase);
      const isWord =
        at !== -1 && !/\p{L}/u.test(lower[at - 1] ?? ' ') && !/\p{L}/u.test(lower[at + phrase.length] ?? ' ');
      if (!isWord) continue;
      say({ text: plain.slice(at, at + phrase.length), better });
      return;
    }
  },
};
