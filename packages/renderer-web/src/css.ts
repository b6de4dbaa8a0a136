/**
 * Marks a style sheet's source. The same strings are collected into `styles.css` for pages and adopted by the
 * shadow root; the build minifies them where they stand.
 */
export const css = (strings: TemplateStringsArray): string => strings.join('');
