import type { CityPage } from './city-texts.ts';

/** Texts for a city that has not written its own yet. Each says that it is an example. */
export const exampleTexts: Readonly<Record<CityPage, Readonly<Record<'de' | 'en', string>>>> = {
  imprint: {
    de: `**Dies ist ein Beispieltext.** Musterstadt gibt es nicht. Wer Schalter betreibt, ersetzt diesen Text in der Konfiguration durch das eigene Impressum.

## Anbieterin

Stadt Musterstadt
Rathausplatz 1
12345 Musterstadt

Telefon: 0123 456-0
E-Mail: [stadt@musterstadt.example](mailto:stadt@musterstadt.example)

## Vertretungsberechtigt

Die Stadt Musterstadt ist eine Körperschaft des öffentlichen Rechts. Sie wird vertreten durch die Oberbürgermeisterin Erika Beispiel.

## Umsatzsteuer

Umsatzsteuer-Identifikationsnummer: DE000000000

## Verantwortlich für den Inhalt

Amt für Digitales, Rathausplatz 1, 12345 Musterstadt
`,
    en: `**This is an example text.** There is no city of Musterstadt. Whoever runs Schalter replaces this text by their own legal notice in the configuration.

## Provider

City of Musterstadt
Rathausplatz 1
12345 Musterstadt, Germany

Telephone: +49 123 456-0
E-mail: [stadt@musterstadt.example](mailto:stadt@musterstadt.example)

## Authorised representative

The City of Musterstadt is a corporation under public law, represented by Lord Mayor Erika Beispiel.

## VAT

VAT identification number: DE000000000

## Responsible for the content

Office for Digital Affairs, Rathausplatz 1, 12345 Musterstadt
`,
  },
  privacy: {
    de: `**Dies ist ein Beispieltext.** Wer Schalter betreibt, ersetzt ihn in der Konfiguration durch die eigene Datenschutzerklärung.

## Wer ist verantwortlich?

Stadt Musterstadt, Rathausplatz 1, 12345 Musterstadt. Unsere Datenschutzbeauftragte erreichen Sie unter [datenschutz@musterstadt.example](mailto:datenschutz@musterstadt.example).

## Welche Daten verarbeiten wir?

- **Ihre Angaben im Formular.** Wir brauchen sie, um Ihr Anliegen zu bearbeiten (Artikel 6 Absatz 1 Buchstabe e DSGVO). Die Stelle, die im Formular genannt ist, erhält sie, sobald Sie absenden.
- **Ihren Entwurf.** Während Sie ein Formular ausfüllen, speichern wir Ihre Angaben verschlüsselt, damit sie nicht verloren gehen. Wie lange, steht auf der Startseite des Formulars. Danach löschen wir den Entwurf.

## Cookies

Wir setzen nur Cookies, die für die Formulare nötig sind: eines je Entwurf, damit nur Sie ihn öffnen können, und eines für die gewählte Sprache. Wir beobachten Ihr Verhalten nicht und binden nichts von anderen Anbietern ein.

## Wie lange bewahren wir Ihre Angaben auf?

Abgesendete Angaben löschen wir auf diesem Server, nachdem die zuständige Stelle sie erhalten hat und die im Formular festgelegte Frist abgelaufen ist.

## Welche Rechte haben Sie?

Sie können Auskunft, Berichtigung, Löschung und Einschränkung der Verarbeitung verlangen und der Verarbeitung widersprechen. Sie können sich bei der Datenschutzaufsicht Ihres Landes beschweren.
`,
    en: `**This is an example text.** Whoever runs Schalter replaces it by their own privacy notice in the configuration.

## Who is responsible?

City of Musterstadt, Rathausplatz 1, 12345 Musterstadt, Germany. You can reach our data protection officer at [datenschutz@musterstadt.example](mailto:datenschutz@musterstadt.example).

## Which data do we process?

- **Your details in the form.** We need them to deal with your request (Article 6(1)(e) GDPR). The office named in the form receives them as soon as you submit.
- **Your draft.** While you fill in a form, we store your details in encrypted form so that they are not lost. The start page of the form says for how long. After that we delete the draft.

## Cookies

We only set cookies that the forms need: one per draft, so that only you can open it, and one for the language you chose. We do not track you and include nothing from other providers.

## How long do we keep your details?

We delete submitted details from this server after the office responsible has received them and the period set by the form has passed.

## What are your rights?

You can request access, rectification, erasure and restriction of processing, and you can object to processing. You can lodge a complaint with the data protection authority of your federal state.
`,
  },
  accessibility: {
    de: `**Dies ist ein Beispieltext.** Wer Schalter betreibt, prüft die eigenen Formulare und ersetzt ihn in der Konfiguration durch die eigene Erklärung.

Die Stadt Musterstadt möchte, dass alle Menschen ihre Formulare nutzen können. Maßstab sind die BITV 2.0, die EN 301 549 und die WCAG 2.2 (Stufe AA).

## Was können Sie erwarten?

- Alle Seiten lassen sich allein mit der Tastatur bedienen.
- Fehler stehen oben auf der Seite und am Feld. Ein Link führt zum Feld.
- Texte lassen sich vergrößern. Die Seiten passen sich schmalen Bildschirmen an.
- Die Formulare funktionieren auch ohne JavaScript.
- Die Eingangsbestätigung ist ein PDF mit Überschriften und Lesereihenfolge für Vorleseprogramme.

## Was ist noch nicht barrierefrei?

Hier nennt die Stadt die bekannten Mängel und bis wann sie behoben werden.

## Sie haben eine Barriere gefunden?

Schreiben Sie uns: [barrierefrei@musterstadt.example](mailto:barrierefrei@musterstadt.example). Wir antworten innerhalb von vier Wochen.

## Durchsetzungsverfahren

Wenn Sie mit unserer Antwort nicht zufrieden sind, können Sie sich an die Durchsetzungsstelle Ihres Landes wenden.
`,
    en: `**This is an example text.** Whoever runs Schalter checks their own forms and replaces it by their own statement in the configuration.

The City of Musterstadt wants everyone to be able to use its forms. The standards are the German BITV 2.0, EN 301 549 and WCAG 2.2 (level AA).

## What can you expect?

- All pages can be operated with the keyboard alone.
- Errors are listed at the top of the page and at the field. A link leads to the field.
- Text can be enlarged. Pages adapt to narrow screens.
- The forms work without JavaScript, too.
- The receipt is a PDF with headings and a reading order for screen readers.

## What is not accessible yet?

Here the city names known shortcomings and when they will be removed.

## Have you found a barrier?

Write to us: [barrierefrei@musterstadt.example](mailto:barrierefrei@musterstadt.example). We answer within four weeks.

## Enforcement procedure

If you are not satisfied with our answer, you can contact the enforcement body of your federal state.
`,
  },
};
