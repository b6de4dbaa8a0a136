/** Facts of a receipt that a mail tells. No answers: mail is a postcard, they are in the attached document only. */
export interface ReceiptMail {
  readonly title: string;
  readonly authority: string | undefined;
  readonly contact: string | undefined;
  readonly reference: string;
  readonly receivedAt: Date;
  readonly timeZone: string;
  readonly paymentLater: boolean;
  readonly attached: boolean;
}

const texts = {
  de: {
    subject: 'Eingangsbestätigung: {title} ({reference})',
    greeting: 'Guten Tag,',
    received: 'wir haben Ihre Angaben zu „{title}“ erhalten.',
    reference: 'Vorgangsnummer: {reference}',
    time: 'Eingegangen: {time}',
    attached: 'Im Anhang finden Sie Ihre Eingangsbestätigung mit allen Angaben als PDF. Bitte bewahren Sie sie auf.',
    next: 'Ihre Angaben werden jetzt geprüft. Wenn etwas fehlt, melden wir uns bei Ihnen.',
    payment: 'Sie müssen jetzt nichts bezahlen. Wie viel zu zahlen ist, steht im Bescheid, der Ihnen zugeschickt wird.',
    noDecision: 'Diese Nachricht bestätigt nur den Eingang. Sie ist noch kein Bescheid.',
    contact: 'Fragen? {contact}',
    automatic: 'Diese Nachricht wurde automatisch erstellt. Bitte antworten Sie nicht darauf.',
  },
  en: {
    subject: 'Acknowledgement of receipt: {title} ({reference})',
    greeting: 'Hello,',
    received: 'we have received your details for “{title}”.',
    reference: 'Reference: {reference}',
    time: 'Received: {time}',
    attached: 'Your receipt with all your details is attached as a PDF. Please keep it.',
    next: 'Your details will now be checked. If anything is missing, we will contact you.',
    payment: 'You do not have to pay anything now. The amount will be stated in the notice that will be sent to you.',
    noDecision: 'This message only confirms receipt. It is not a decision.',
    contact: 'Questions? {contact}',
    automatic: 'This message was created automatically. Please do not reply to it.',
  },
} as const;

/** Subject and text of the mail with a receipt. German where there is no text in the language. */
export function receiptMail(language: string, mail: ReceiptMail): { readonly subject: string; readonly text: string } {
  const words = language.split('-')[0] === 'en' ? texts.en : texts.de;
  const time = new Intl.DateTimeFormat(language.startsWith('en') ? 'en-GB' : 'de-DE', {
    timeZone: mail.timeZone,
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(mail.receivedAt);
  const values: Readonly<Record<string, string>> = {
    title: mail.title,
    reference: mail.reference,
    time,
    contact: mail.contact ?? '',
  };
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const paragraphs = [
    words.greeting,
    fill(words.received),
    `${fill(words.reference)}\n${fill(words.time)}`,
    mail.attached ? words.attached : '',
    words.next,
    mail.paymentLater ? words.payment : '',
    words.noDecision,
    mail.contact === undefined ? '' : fill(words.contact),
    mail.authority ?? '',
    `-- \n${words.automatic}`,
  ];
  return { subject: fill(words.subject), text: `${paragraphs.filter((text) => text !== '').join('\n\n')}\n` };
}
