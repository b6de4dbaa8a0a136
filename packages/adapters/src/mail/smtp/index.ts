import type { Adapter } from '../../adapter.ts';
import { checkOptions } from '../../options.ts';
import type { MailPort } from '../port.ts';
import { options, type SmtpOptions } from './options.ts';
import { smtpMail } from './smtp.ts';

export { options, type SmtpOptions, smtpMail };

/** The folder's entry in the registry. */
export const adapter: Adapter<MailPort> = {
  name: 'mail/smtp',
  title: 'Mail by SMTP',
  options,
  create: (given) => smtpMail(checkOptions<SmtpOptions>('mail/smtp', options, given)),
};
