import type { BlockDefinition } from '../form.generated.ts';
import { address } from './address.ts';
import { bankAccount } from './bank-account.ts';
import { consent } from './consent.ts';
import { contact } from './contact.ts';
import { file } from './file.ts';
import { organisation } from './organisation.ts';
import { person } from './person.ts';

/** The blocks every form may use, by id, with German texts and their English translations. */
export const builtInBlocks: Readonly<Record<string, BlockDefinition>> = {
  person,
  address,
  contact,
  organisation,
  'bank-account': bankAccount,
  file,
  consent,
};
