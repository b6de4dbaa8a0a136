import type { JsonObject, JsonValue } from '@schalter/definition';
import type { Page } from 'playwright';
import { type Hands, keyboard, pointer } from './hands.ts';
import { until } from './until.ts';

/** What stands on a page and can be filled in, by name; names of fields are JSON Pointers. */
interface Control {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly index: number;
}

/** Fields people can see: the plain form below a running `<schalter-form>` is covered and does not count. */
const visibleFields = '[name^="/"]:visible';

/** Opens a form's start page and begins a draft. */
export async function startForm(page: Page, url: string, form: string) {
  await page.goto(`${url}/formulare/${form}`);
  await Promise.all([page.waitForEvent('load'), page.locator('main button[type="submit"]').first().click()]);
  await page.locator('h1:visible').first().waitFor();
  // With script the element takes over in a moment; without it the plain form stays.
  await until(() => isScripted(page), 4).catch(() => {});
}

/**
 * Fills in a whole form from answers, page by page, with script or without: names are the same. Stops on the summary
 * or an exit.
 * @param visit called on every page before it is filled in
 * @returns headings of the pages seen
 */
export async function walk(
  page: Page,
  answers: JsonObject,
  visit: (heading: string) => Promise<void> = async () => {},
  options: { keyboard?: boolean } = {},
) {
  const hands = options.keyboard ? keyboard(page) : pointer;
  const headings: string[] = [];
  for (let pages = 0; pages < 120; pages++) {
    const heading = await page.locator('h1:visible').first().innerText();
    headings.push(heading);
    await visit(heading);
    if ((await page.locator('button[value="submit"]:visible').count()) > 0) return headings;
    if ((await page.locator('button[value="next"]:visible').count()) === 0) return headings;
    await fillPage(page, answers, hands);
    if (!(await addEntry(page, answers, hands))) await goOn(page, 'next', hands);
    if ((await page.locator('[role="alert"]:visible, .error-summary:visible').count()) > 0) {
      const summary = await page.locator('[role="alert"]:visible, .error-summary:visible').first().innerText();
      if (summary.trim() !== '') throw new Error(`The page "${heading}" was refused: ${summary}`);
    }
  }
  throw new Error(`The form does not end: ${headings.join(' → ')}`);
}

/** Presses a button ("Weiter" unless told otherwise) and waits for what it leads to. */
export async function goOn(page: Page, button = 'next', hands: Hands = pointer) {
  const click = () => hands.press(page.locator(`button[value="${button}"]:visible`).first());
  if (!(await isScripted(page))) {
    await Promise.all([page.waitForEvent('load'), click()]);
    return;
  }
  const before = await pageMark(page);
  await click();
  await until(async () => (await pageMark(page)) !== before, 5);
}

/** Whether the element runs, or the plain form below it stands for itself. */
export async function isScripted(page: Page): Promise<boolean> {
  const element = page.locator('schalter-form');
  if ((await element.count()) === 0) return false;
  return element.evaluate((host) => host.shadowRoot !== null && host.shadowRoot.querySelector('h1') !== null);
}

/** Changes when the element shows another page or other problems. */
function pageMark(page: Page): Promise<string> {
  return page.locator('schalter-form').evaluate((host) => {
    const text = (selector: string) => host.shadowRoot?.querySelector(selector)?.textContent;
    return `${location.href}|${text('h1')}|${text('.error-summary')}|${host.shadowRoot?.querySelectorAll('button[value^="editItem:"]').length}`;
  });
}

/** Repeated groups: opens one more entry while some are missing; true when it did. Else says that there are no more. */
async function addEntry(page: Page, answers: JsonObject, hands: Hands) {
  const asked = await namesOf(page, 'input[name^="another:"]:visible', 'name', 'another:');
  const offered = await namesOf(page, 'button[value^="addItem:"]:visible', 'value', 'addItem:');
  for (const at of new Set([...asked, ...offered])) {
    const wanted = valueAt(answers, at);
    const present = await page.locator(`button[value^="editItem:${at}/"]:visible`).count();
    const missing = Array.isArray(wanted) && hasGroups(wanted) && wanted.length > present;
    if (asked.includes(at)) {
      await hands.choose(page.locator(`input[name="another:${at}"][value="${missing ? 'yes' : 'no'}"]:visible`));
      if (missing) await goOn(page, 'next', hands);
    } else if (missing) await goOn(page, `addItem:${at}`, hands);
    if (missing) return true;
  }
  return false;
}

/** What follows a prefix in an attribute of all elements that match. */
async function namesOf(page: Page, selector: string, attribute: string, prefix: string) {
  const found = await page
    .locator(selector)
    .evaluateAll((elements, name) => elements.map((element) => element.getAttribute(name) ?? ''), attribute);
  return found.map((name) => name.slice(prefix.length));
}

/** Whether a list is one of groups: these have pages of their own, plain values stand on the page. */
function hasGroups(wanted: readonly JsonValue[]): boolean {
  return typeof wanted[0] === 'object';
}

/** Fills in every visible field that the answers speak about, and those that appear meanwhile. */
export async function fillPage(page: Page, answers: JsonObject, hands: Hands = pointer) {
  const done = new Set<string>();
  for (let round = 0; round < 8; round++) {
    await growInlineLists(page, answers, hands);
    const controls = (await controlsOn(page)).filter(({ name }) => !done.has(name));
    if (controls.length === 0) return;
    for (const name of new Set(controls.map((control) => control.name))) {
      done.add(name);
      await fillField(
        page,
        controls.filter((control) => control.name === name),
        answers,
        hands,
      );
    }
  }
}

function controlsOn(page: Page): Promise<Control[]> {
  return page.locator(visibleFields).evaluateAll((elements) =>
    elements.map((element, index) => {
      const { name, type, value } = element as HTMLInputElement;
      return { name, type, value, index };
    }),
  );
}

async function fillField(page: Page, controls: Control[], answers: JsonObject, hands: Hands) {
  const [first] = controls;
  if (!first) return;
  const [pointer = '', part] = first.name.split('#');
  const value = valueAt(answers, pointer);
  if (value === null || value === undefined) return;
  const element = (selector: string) => page.locator(`[name="${first.name}"]${selector}:visible`);
  if (part) {
    const [year = '', month = '', day = ''] = String(value).split('-');
    await hands.write(element(''), { day, month, year }[part] ?? '');
  } else if (first.type === 'radio') {
    await hands.choose(element(`[value="${value}"]`));
  } else if (first.type === 'checkbox') {
    const chosen = Array.isArray(value) ? value.map(String) : value === true ? controls.map((c) => c.value) : [];
    for (const option of chosen) await hands.tick(element(`[value="${option}"]`));
  } else if (first.type === 'select-one') {
    await hands.select(element(''), String(value));
  } else {
    await hands.write(element(''), String(value));
  }
}

/** Lists of plain values offer their least number of rows; more are added by their button. */
async function growInlineLists(page: Page, answers: JsonObject, hands: Hands) {
  if ((await page.locator(visibleFields).count()) === 0) return;
  for (const button of await page.locator('button[value^="addItem:"]:visible').all()) {
    const at = ((await button.getAttribute('value')) ?? '').slice('addItem:'.length);
    const wanted = valueAt(answers, at);
    const rows = await page.locator(`[name^="${at}/"]:visible`).count();
    if (Array.isArray(wanted) && !hasGroups(wanted) && wanted.length > rows) await hands.press(button);
  }
}

/** The answer at a JSON Pointer. */
export function valueAt(answers: JsonObject, pointer: string): JsonValue | undefined {
  let value: JsonValue | undefined = answers;
  for (const segment of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as JsonObject)[segment];
  }
  return value;
}
