import { type JsonValue, joinPointer, type ResolvedForm } from '@schalter/definition';
import { elements, isObject, type Loose, member, members } from '../check/place.ts';
import type { FormChange } from './change.ts';
import { objectOf, written } from './fields.ts';

type Both = readonly [JsonValue, JsonValue];

/** So many text keys are named; the rest is counted. */
const namedTexts = 5;

/** What differs beside the fields: steps, services, the form's own keywords, wording. */
export function compareRest(before: ResolvedForm, after: ResolvedForm, forms: Both): FormChange[] {
  return [...compareSteps(forms), ...compareServices(forms), ...compareForm(forms), ...compareTexts(before, after)];
}

function compareSteps(forms: Both): FormChange[] {
  const [old, now] = forms.map((form) => byId(member(form, 'steps'))) as [Steps, Steps];
  const changes: FormChange[] = [];
  for (const [id, { at, step }] of now) {
    const known = old.get(id);
    if (!known) changes.push(change('step-added', 'minor', 'after', at, { id }));
    else {
      // Titles and texts are among the texts.
      const keywords = differing(known.step, step, ['title', 'text', 'description', 'review', 'about']);
      if (keywords.length > 0) {
        changes.push(change('step-changed', 'minor', 'after', at, { id, detail: keywords.join(', ') }));
      }
    }
  }
  for (const [id, { at }] of old) if (!now.has(id)) changes.push(change('step-removed', 'minor', 'before', at, { id }));
  const common = (steps: Steps, others: Steps) => [...steps.keys()].filter((id) => others.has(id)).join('\n');
  if (common(old, now) !== common(now, old)) changes.push(change('steps-reordered', 'minor', 'after', '/steps'));
  return changes;
}

type Steps = ReadonlyMap<string, { readonly at: string; readonly step: Loose }>;

function byId(steps: JsonValue | undefined): Steps {
  const found = new Map<string, { at: string; step: Loose }>();
  elements(steps).forEach((step, index) => {
    const id = member(step, 'id');
    if (isObject(step) && typeof id === 'string') found.set(id, { at: `/steps/${index}`, step });
  });
  return found;
}

function compareServices([before, after]: Both): FormChange[] {
  const old = objectOf(before, 'services');
  const now = objectOf(after, 'services');
  const changes: FormChange[] = [];
  const kind = (service: JsonValue | undefined) => String(member(service, 'kind') ?? '');
  for (const [id, service] of members(now)) {
    const at = joinPointer('/services', id);
    const known = member(old, id);
    if (known === undefined) changes.push(change('service-added', 'minor', 'after', at, { id, kind: kind(service) }));
    else if (isObject(known) && isObject(service)) {
      const keywords = differing(known, service, ['title', 'review']);
      if (keywords.length === 0) continue;
      // Another kind or receiver is another counterpart.
      const isOther = keywords.includes('kind') || keywords.includes('receiver');
      const detail = keywords.join(', ');
      changes.push({
        ...change('service-changed', isOther ? 'major' : 'minor', 'after', at, { id, kind: kind(service), detail }),
        breaks: isOther ? ['receivers'] : [],
      });
    }
  }
  for (const [id, service] of members(old)) {
    if (member(now, id) !== undefined) continue;
    const delivers = /^(?:delivery|court-mail|de-mail|exchange|workspace)$/u.test(kind(service));
    changes.push({
      ...change('service-removed', delivers ? 'major' : 'minor', 'before', joinPointer('/services', id), {
        id,
        kind: kind(service),
      }),
      breaks: delivers ? ['receivers'] : [],
    });
  }
  return changes;
}

/** Compared elsewhere, or without a meaning for those who fill in or receive. */
const notOfTheForm = [
  '$schema',
  '$comment',
  'id',
  'version',
  'data',
  'steps',
  'services',
  'title',
  'summary',
  'review',
  'migrations',
  'language',
];

function compareForm([before, after]: Both): FormChange[] {
  if (!isObject(before) || !isObject(after)) return [];
  const changes = differing(before, after, notOfTheForm).map((keyword) =>
    change('form-changed', keyword === 'about' ? 'patch' : 'minor', 'after', `/${keyword}`, { keyword }),
  );
  const [old, now] = [member(before, 'language'), member(after, 'language')];
  if (old !== now) {
    changes.push(
      change('language-changed', 'minor', 'after', '/language', { before: String(old), after: String(now) }),
    );
  }
  return changes;
}

function compareTexts(before: ResolvedForm, after: ResolvedForm): FormChange[] {
  const keys = Object.keys(after.texts).filter(
    (key) => Object.hasOwn(before.texts, key) && before.texts[key] !== after.texts[key],
  );
  if (keys.length === 0) return [];
  const rest = keys.length > namedTexts ? ', …' : '';
  const params = { count: keys.length, keys: `${keys.slice(0, namedTexts).join(', ')}${rest}` };
  return [change('texts-changed', 'patch', 'after', '', params)];
}

/** Names of the members in which two objects differ. */
function differing(before: Loose, after: Loose, except: readonly string[]): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter(
    (name) => !except.includes(name) && written(member(before, name)) !== written(member(after, name)),
  );
}

function change(
  code: FormChange['code'],
  level: FormChange['level'],
  side: FormChange['side'],
  at: string,
  params: FormChange['params'] = {},
): FormChange {
  return { code, level, breaks: [], side, at, params };
}
