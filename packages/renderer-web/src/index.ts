// <schalter-form>

// Controls
export type { Control, Entered } from './controls/control.ts';
export { controlOf, controls } from './controls/index.ts';
export { defineForm } from './define.ts';
// The server, as a browser talks to it: for hosts with an element of their own
export { type DraftInfo, Drafts } from './element/drafts.ts';
export { StepHistory } from './element/history.ts';
export { Http } from './element/http.ts';
export { loadForm, type PublishedForm } from './element/published.ts';
// A session on a shadow root: for previews
export { RunningForm, type RunningFormOptions } from './element/running-form.ts';
export { SchalterForm, type SchalterFormEventMap } from './element/schalter-form.ts';
export { adoptStyles, type StyleSource } from './element/sheets.ts';
export { Submissions } from './element/submissions.ts';
// Pages as templates
export { type PageContext, pageTitle, viewPage } from './pages/view.ts';
// Look
export { type ColourName, sheet, type ThemeChoice, type ThemeName, themes } from './styles/index.ts';
// Texts and problem texts
export { createTexts, loadTexts, type TextKey, type Texts, textLanguages } from './texts.ts';
export { createTranslate } from './translate.ts';
export type { Ui } from './ui.ts';
