/** Name of the expression that is a section's condition; no form can give it to one of its own. */
export function conditionName(section: string): string {
  return `section:${section}`;
}
