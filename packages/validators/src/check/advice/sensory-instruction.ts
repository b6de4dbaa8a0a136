import type { Advice } from './advice.ts';

const sensory =
  /\b(?:rot|grün|gelb|blau)\s+(?:markiert|hinterlegt|gekennzeichnet|dargestellt)\w*|\b(?:im|das|den)\s+(?:roten|grünen|gelben|blauen)\s+(?:feld|kasten|bereich)|\b(?:rechts|links)\s+(?:oben|unten)\b|\b(?:marked|highlighted|shown)\s+in\s+(?:red|green|yellow|blue)\b|\b(?:red|green|yellow|blue)\s+(?:box|field|button)\b/iu;

/** Colour and place alone say nothing to those who do not see them (WCAG 1.3.3, 1.4.1). */
export const sensoryInstruction: Advice = {
  code: 'sensory-instruction',
  group: 'accessibility',
  text({ plain }, say) {
    const found = sensory.exec(plain)?.[0];
    if (found !== undefined) say({ text: found });
  },
};
