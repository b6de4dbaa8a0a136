import type { Locator, Page } from 'playwright';

/** How a person works a page. */
export interface Hands {
  press(button: Locator): Promise<void>;
  choose(option: Locator): Promise<void>;
  tick(box: Locator): Promise<void>;
  select(list: Locator, value: string): Promise<void>;
  write(input: Locator, text: string): Promise<void>;
}

/** With a pointer, where it does not matter how. */
export const pointer: Hands = {
  press: (button) => button.click(),
  // Labels cover the native radio and box, as they should: the click lands on either.
  choose: (option) => option.check({ force: true }),
  tick: (box) => box.check({ force: true }),
  async select(list, value) {
    await list.selectOption(value);
  },
  async write(input, text) {
    await input.fill(text);
    await input.blur();
  },
};

/** With the keyboard alone: everything must be reached by Tab and worked by keys. */
export function keyboard(page: Page): Hands {
  const focused = (target: Locator) =>
    target.evaluate((element) => (element.getRootNode() as Document | ShadowRoot).activeElement === element);
  async function tabTo(target: Locator, done: () => Promise<boolean> = () => focused(target)) {
    for (let steps = 0; steps < 150; steps++) {
      if (await done()) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reaches ${target}`);
  }
  return {
    async press(button) {
      await tabTo(button);
      await page.keyboard.press('Enter');
    },
    async choose(option) {
      const name = await option.getAttribute('name');
      const inGroup = () =>
        option.evaluate((element, group) => {
          const active = (element.getRootNode() as Document | ShadowRoot).activeElement;
          return active instanceof HTMLInputElement && active.name === group;
        }, name);
      await tabTo(option, inGroup);
      if (await focused(option)) await page.keyboard.press('Space');
      for (let steps = 0; steps < 30 && !(await option.isChecked()); steps++) await page.keyboard.press('ArrowDown');
    },
    async tick(box) {
      await tabTo(box);
      if (!(await box.isChecked())) await page.keyboard.press('Space');
    },
    async select(list, value) {
      await tabTo(list);
      const wanted = await list
        .locator(`option[value="${value}"]`)
        .evaluate((option) => (option as HTMLOptionElement).index);
      const present = await list.evaluate((element) => (element as HTMLSelectElement).selectedIndex);
      const key = wanted > present ? 'ArrowDown' : 'ArrowUp';
      for (let steps = 0; steps < Math.abs(wanted - present); steps++) await page.keyboard.press(key);
      if ((await list.inputValue()) !== value) throw new Error(`The arrow keys do not choose ${value}`);
    },
    async write(input, text) {
      await tabTo(input);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
    },
  };
}
