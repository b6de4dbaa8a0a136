/** How tests and scripts start Chromium: no calls home, and no sandbox where the user is root (containers, CI). */
export const chromiumArguments: string[];
