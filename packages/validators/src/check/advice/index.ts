import { abbreviation } from './abbreviation.ts';
import type { Advice } from './advice.ts';
import { amountWithoutPayment } from './amount-without-payment.ts';
import { autocompleteMissing } from './autocomplete-missing.ts';
import { bookingWithoutOffice } from './booking-without-office.ts';
import { caseExpectsNothing } from './case-expects-nothing.ts';
import { caseMissing } from './case-missing.ts';
import { caseWithoutToday } from './case-without-today.ts';
import { deliveryMissing } from './delivery-missing.ts';
import { entryUnnamed } from './entry-unnamed.ts';
import { exitWithoutText } from './exit-without-text.ts';
import { fileActive } from './file-active.ts';
import { fileUnlimited } from './file-unlimited.ts';
import { headingSkipped } from './heading-skipped.ts';
import { identityMissing } from './identity-missing.ts';
import { labelLong } from './label-long.ts';
import { labelPunctuation } from './label-punctuation.ts';
import { labelTwice } from './label-twice.ts';
import { linkBare } from './link-bare.ts';
import { linkInsecure } from './link-insecure.ts';
import { linkVague } from './link-vague.ts';
import { listOutdated } from './list-outdated.ts';
import { listUnlimited } from './list-unlimited.ts';
import { listWithoutSource } from './list-without-source.ts';
import { nominalStyle } from './nominal-style.ts';
import { officialese } from './officialese.ts';
import { optionAlone } from './option-alone.ts';
import { optionsUnordered } from './options-unordered.ts';
import { pageCrowded } from './page-crowded.ts';
import { pageTitleTwice } from './page-title-twice.ts';
import { passiveOften } from './passive-often.ts';
import { patternHintMissing } from './pattern-hint-missing.ts';
import { patternMessageMissing } from './pattern-message-missing.ts';
import { paymentAlways } from './payment-always.ts';
import { prefillFromLink } from './prefill-from-link.ts';
import { purposeMissing } from './purpose-missing.ts';
import { questionMissing } from './question-missing.ts';
import { radiosMany } from './radios-many.ts';
import { retentionLong } from './retention-long.ts';
import { retentionMissing } from './retention-missing.ts';
import { sensitiveWithoutBasis } from './sensitive-without-basis.ts';
import { sensoryInstruction } from './sensory-instruction.ts';
import { sentenceLong } from './sentence-long.ts';
import { serviceUnused } from './service-unused.ts';
import { shouting } from './shouting.ts';
import { stepWithoutCase } from './step-without-case.ts';
import { summaryMissing } from './summary-missing.ts';
import { tableWithoutHead } from './table-without-head.ts';
import { textHard } from './text-hard.ts';
import { textPlaceholder } from './text-placeholder.ts';
import { textUnlimited } from './text-unlimited.ts';
import { wordLong } from './word-long.ts';

/** All advice, group by group. */
export const advices: readonly Advice[] = [
  labelLong,
  labelPunctuation,
  textPlaceholder,
  questionMissing,
  pageCrowded,
  pageTitleTwice,
  patternHintMissing,
  patternMessageMissing,
  optionsUnordered,
  optionAlone,
  radiosMany,
  textUnlimited,
  listUnlimited,
  entryUnnamed,
  summaryMissing,
  exitWithoutText,
  sentenceLong,
  textHard,
  passiveOften,
  nominalStyle,
  abbreviation,
  wordLong,
  shouting,
  officialese,
  linkVague,
  linkBare,
  sensoryInstruction,
  labelTwice,
  autocompleteMissing,
  headingSkipped,
  tableWithoutHead,
  sensitiveWithoutBasis,
  purposeMissing,
  retentionMissing,
  retentionLong,
  prefillFromLink,
  linkInsecure,
  fileUnlimited,
  fileActive,
  amountWithoutPayment,
  paymentAlways,
  bookingWithoutOffice,
  serviceUnused,
  deliveryMissing,
  identityMissing,
  listOutdated,
  listWithoutSource,
  caseMissing,
  caseWithoutToday,
  caseExpectsNothing,
  stepWithoutCase,
];
