import { setTimeout as pause } from 'node:timers/promises';

/** Waits for something to be there; fails after `seconds`, saying what it waited for. */
export async function until<T>(
  look: () => T | undefined | false | Promise<T | undefined | false>,
  seconds = 30,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`Waited ${seconds} s in vain for: ${look}`);
    await pause(50);
  }
}
