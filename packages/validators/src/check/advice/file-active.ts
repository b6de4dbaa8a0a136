import { joinPointer } from '@schalter/definition';
import type { Advice } from './advice.ts';

const active =
  /^(?:\*\/\*|\.(?:exe|bat|cmd|com|js|mjs|vbs|ps1|sh|jar|html?|svg|docm|xlsm|pptm|dotm|hta|lnk|iso)|text\/html|image\/svg\+xml|application\/(?:javascript|x-msdownload|java-archive|vnd\.ms-\w+\.macroenabled.*))$/iu;

/** Files that do something when they are opened have no place in an office's inbox. */
export const fileActive: Advice = {
  code: 'file-active',
  group: 'security',
  field({ schema, place, name }, say) {
    (schema.accept ?? []).forEach((type, index) => {
      if (active.test(type)) say({ name, type }, { ...place, at: joinPointer(place.at, 'accept', index) });
    });
  },
};
