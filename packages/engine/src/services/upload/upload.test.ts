import { afterEach, describe, expect, test } from 'vitest';
import { SimulatedClock } from 'xstate';
import { settle } from '../../../test/settle.ts';
import { type FormSketch, onePage, program, start, today } from '../../../test/support.ts';
import { codes, fieldAt, listAt, next } from '../../../test/walk.ts';
import { uploadDouble } from '../../doubles/index.ts';
import {
  createSession,
  type PersistedSession,
  type Session,
  type SessionEvent,
  type UploadSource,
  type UploadView,
} from '../../index.ts';
import { withServices } from '../index.ts';

let session: Session | undefined;
afterEach(() => session?.dispose());

const pdf = { $ref: 'block:file', accept: ['application/pdf'], maxBytes: 1000 };

const form: FormSketch = onePage(
  {
    nachweis: { ...pdf, title: 'Nachweis' },
    bilder: { type: 'array', title: 'Bilder', maxItems: 3, items: { $ref: 'block:file' } },
    name: { type: 'string', title: 'Name' },
  },
  { required: ['nachweis'] },
);

const file = (name = 'a.pdf', size = 100, type = 'application/pdf'): UploadSource => ({
  name,
  type,
  size,
  content: { bytes: name },
});

function open(sketch = form) {
  const port = uploadDouble();
  const clock = new SimulatedClock();
  const s = start(sketch, { services: withServices({ upload: port }), clock });
  session = s;
  const view = (at = '/nachweis') => (at === '/bilder' ? listAt(s, at).service : fieldAt(s, at)?.service) as UploadView;
  const only = (at = '/nachweis') => view(at).files[0];
  const add = async (source = file(), at = '/nachweis') => {
    const result = s.send({ type: 'upload', at, file: source });
    await settle();
    return result;
  };
  const tell = (type: 'removeFile' | 'pause' | 'resume' | 'retry', more: object = {}, at = '/nachweis') =>
    s.send({ type, at, file: only(at)?.key ?? '', ...more } as SessionEvent);
  const arrive = async (bytes?: number) => {
    port.arrive(bytes);
    await settle();
  };
  const whole = async (source = file(), at = '/nachweis') => {
    await add(source, at);
    await arrive();
  };
  return { port, clock, session: s, view, only, add, tell, arrive, whole };
}

const answers = (s: Session) => s.submission().answers;

const uploads = (s: Session) => fieldAt(s, '/nachweis')?.service as UploadView;

function goOn(snapshot: PersistedSession, port = uploadDouble(), clock = new SimulatedClock()) {
  const compiled = program(form);
  session = createSession(compiled.program, {
    validate: compiled.validate,
    translate: (_, code) => code,
    today,
    clock,
    snapshot: JSON.parse(JSON.stringify(snapshot)) as PersistedSession,
    services: withServices({ upload: port }),
  });
  return session;
}

describe('a file', () => {
  test('is sent, scanned and then an answer; before that the page cannot be left', async () => {
    const { session: s, view, only, add, arrive, port, clock } = open();
    expect(view()).toEqual({
      kind: 'upload',
      files: [],
      accept: ['application/pdf'],
      maxBytes: 1000,
      several: false,
      actions: ['upload'],
    });
    next(s);
    expect(codes(s)).toEqual(['/nachweis required']);
    port.find('scanning');
    expect(await add()).toEqual({ ok: true });
    expect(only()).toEqual({
      key: expect.stringMatching(/^[0-9a-f]{32}$/),
      name: 'a.pdf',
      type: 'application/pdf',
      size: 100,
      sent: 0,
      state: 'uploading',
      actions: ['pause', 'removeFile'],
    });
    expect(codes(s)).toEqual(['/nachweis file-uploading']);
    await arrive(40);
    expect(only()).toMatchObject({ state: 'uploading', sent: 40 });
    await arrive();
    expect(only()).toMatchObject({ state: 'scanning', sent: 100, actions: ['removeFile'] });
    expect(codes(s)).toEqual(['/nachweis file-scanning']);
    expect(answers(s)).toEqual({});
    port.find('clean');
    clock.increment(1_000);
    await settle();
    expect(only()).toMatchObject({ state: 'clean' });
    expect(codes(s)).toEqual([]);
    expect(answers(s)).toEqual({ nachweis: { id: 'file-1', name: 'a.pdf', type: 'application/pdf', size: 100 } });
  });

  test('is sent with what the port needs, and its content is nobody else’s business', async () => {
    const { port, add } = open();
    await add();
    expect(port.requests).toEqual([
      { template: '/nachweis', file: file(), key: expect.stringMatching(/^[0-9a-f]{32}$/) },
    ]);
  });

  test.each([
    ['another kind', file('a.exe', 10, 'application/x-msdownload'), 'accept'],
    ['an unknown kind', file('a', 10, ''), 'accept'],
    ['more bytes than allowed', file('a.pdf', 1001), 'too-large'],
  ])('with %s is refused before a byte is sent', async (_, source, code) => {
    const { session: s, only, add, port, tell } = open();
    await add(source);
    expect(only()).toMatchObject({ state: 'refused', reason: { code, message: code }, actions: ['removeFile'] });
    expect(port.remote.calls).toEqual([]);
    next(s);
    expect(codes(s)).toEqual([`/nachweis ${code}`]);
    tell('removeFile');
    expect(codes(s)).toEqual(['/nachweis required']);
  });

  test('that the scanner refuses is no answer', async () => {
    const { session: s, only, whole, port } = open();
    port.find({ refused: 'infected' });
    await whole();
    expect(only()).toMatchObject({ state: 'refused', reason: { code: 'infected', message: 'failure:infected' } });
    expect(answers(s)).toEqual({});
    next(s);
    expect(codes(s)).toEqual(['/nachweis file-refused']);
  });

  test.each([
    ['nothing', undefined],
    ['no object', 'a.pdf'],
    ['a name that is none', { ...file(), name: ' ' }],
    ['a size that is none', { ...file(), size: -1 }],
    ['no content', { name: 'a.pdf', type: '', size: 1 }],
  ])('must be one: %s is not', async (_, source) => {
    const { session: s } = open();
    expect(s.send({ type: 'upload', at: '/nachweis', file: source } as never)).toEqual({ ok: false, code: 'no-file' });
  });

  test('takes the place of the one before, in a field for one', async () => {
    const { session: s, view, whole, port } = open();
    await whole(file('a.pdf'));
    await whole(file('b.pdf'));
    expect(view().files.map(({ name }) => name)).toEqual(['b.pdf']);
    expect(answers(s)).toMatchObject({ nachweis: { name: 'b.pdf' } });
    await settle();
    expect(port.stored()).toEqual(['b.pdf']);
  });

  test('is not answered by hand', () => {
    const { session: s } = open();
    const answer = { id: 'x', name: 'x', type: 'x', size: 1 };
    expect(s.send({ type: 'answer', at: '/nachweis', value: answer })).toEqual({
      ok: false,
      code: 'filled-by-service',
    });
    s.send({ type: 'addItem', at: '/bilder' });
    expect(s.send({ type: 'answer', at: '/bilder/0', value: answer })).toEqual({
      ok: false,
      code: 'filled-by-service',
    });
  });

  test('is an actor of the session', async () => {
    const { session: s, add } = open();
    await add();
    expect(s.actor.getSnapshot().children['upload/1']?.getSnapshot()).toMatchObject({
      value: { uploading: 'flowing' },
    });
  });
});

describe('an upload that breaks off', () => {
  test('goes on by itself from where it was, after pauses that grow', async () => {
    const { only, add, arrive, port, clock } = open();
    await add();
    await arrive(40);
    port.interrupt();
    await settle();
    expect(only()).toMatchObject({ state: 'uploading', sent: 40 });
    clock.increment(1_999);
    expect(port.requests).toHaveLength(1);
    clock.increment(1);
    await settle();
    expect(port.requests.at(-1)).toMatchObject({ handle: 'handle-file-1' });
    await arrive();
    expect(only()).toMatchObject({ state: 'clean' });
  });

  test('begins again when what had arrived is gone', async () => {
    const { only, add, arrive, port, clock } = open();
    await add();
    await arrive(40);
    port.forget();
    port.interrupt();
    await settle();
    clock.increment(2_000);
    await settle();
    expect(port.requests.at(-1)).not.toHaveProperty('handle');
    expect(only()).toMatchObject({ state: 'uploading', sent: 0 });
    await arrive();
    expect(only()).toMatchObject({ state: 'clean' });
  });

  test('is given up after some tries without a byte, and can be tried again', async () => {
    const { session: s, only, add, arrive, port, clock, tell } = open();
    await add();
    for (let time = 0; time < 6; time++) {
      port.interrupt();
      await settle();
      clock.increment(60_000);
      await settle();
    }
    expect(only()).toMatchObject({ state: 'failed', reason: { code: 'offline' }, actions: ['retry', 'removeFile'] });
    next(s);
    expect(codes(s)).toEqual(['/nachweis file-failed']);
    tell('retry');
    await settle();
    await arrive();
    expect(only()).toMatchObject({ state: 'clean' });
  });

  test('for good is not tried again', async () => {
    const { only, add, port, clock } = open();
    await add();
    port.interrupt('quota', false);
    await settle();
    expect(only()).toMatchObject({ state: 'failed', reason: { code: 'quota', message: 'failure:quota' } });
    clock.increment(100_000);
    expect(port.requests).toHaveLength(1);
  });

  test('because it stalls is tried again, and given up in the end', async () => {
    const { only, add, arrive, port, clock } = open();
    await add();
    clock.increment(59_000);
    await arrive(10);
    clock.increment(59_000);
    expect(port.remote.aborted).toEqual([]);
    for (let time = 0; time < 12; time++) {
      clock.increment(60_000);
      await settle();
    }
    expect(port.remote.aborted.length).toBeGreaterThan(3);
    expect(only()).toMatchObject({ state: 'failed', reason: { code: 'timed-out' } });
  });

  test('with an answer that makes no sense has failed', async () => {
    const { only, add, port } = open();
    port.upload = async () => ({ id: 7 }) as never;
    await add();
    expect(only()).toMatchObject({ state: 'failed', reason: { code: 'bad-answer' } });
  });
});

describe('a scanner', () => {
  test('that never answers is asked until patience ends; then the person may ask again', async () => {
    const { only, whole, port, clock, tell } = open();
    port.find('scanning');
    await whole();
    for (let time = 0; time < 200; time++) {
      clock.increment(15_000);
      await settle();
    }
    expect(only()).toMatchObject({ state: 'failed', reason: { code: 'timed-out' }, actions: ['retry', 'removeFile'] });
    port.find('clean');
    tell('retry');
    await settle();
    expect(only()).toMatchObject({ state: 'clean' });
    expect(port.requests).toHaveLength(1);
  });

  test('that speaks of another file has not answered', async () => {
    const { session: s, only, add, arrive, port } = open();
    port.status = async () => ({ state: 'clean', file: { id: 'other', name: 'x', type: 'x', size: 1 } });
    await add();
    await arrive();
    expect(only()).toMatchObject({ state: 'failed', reason: { code: 'bad-answer' } });
    expect(answers(s)).toEqual({});
  });
});

describe('the person', () => {
  test('can halt an upload and go on', async () => {
    const { session: s, only, add, arrive, port, tell } = open();
    await add();
    await arrive(40);
    tell('pause');
    expect(port.remote.aborted).toEqual(['upload']);
    expect(only()).toMatchObject({ state: 'paused', sent: 40, actions: ['resume', 'removeFile'] });
    next(s);
    expect(codes(s)).toEqual(['/nachweis file-paused']);
    expect(tell('pause')).toEqual({ ok: false, code: 'not-now' });
    tell('resume');
    await settle();
    await arrive();
    expect(only()).toMatchObject({ state: 'clean' });
  });

  test('can halt it between two tries', async () => {
    const { only, add, port, tell, clock } = open();
    await add();
    port.interrupt();
    await settle();
    tell('pause');
    clock.increment(100_000);
    expect(only()).toMatchObject({ state: 'paused' });
    expect(port.requests).toHaveLength(1);
  });

  test.each(['uploading', 'scanning', 'clean'] as const)('can remove a file that is %s', async (state) => {
    const { session: s, view, only, add, arrive, port, tell } = open();
    if (state === 'scanning') port.find('scanning');
    await add();
    await arrive(state === 'uploading' ? 40 : undefined);
    expect(only()?.state).toBe(state);
    expect(tell('removeFile')).toEqual({ ok: true });
    await settle();
    expect(view().files).toEqual([]);
    expect(answers(s)).toEqual({});
    expect(port.stored()).toEqual([]);
    port.arrive();
    await settle();
    expect(answers(s)).toEqual({});
  });

  test('can speak only of files that are there', () => {
    const { session: s } = open();
    expect(s.send({ type: 'removeFile', at: '/nachweis', file: 'x' })).toEqual({ ok: false, code: 'unknown-file' });
    expect(s.send({ type: 'removeFile', at: '/name', file: 'x' })).toEqual({ ok: false, code: 'not-served' });
  });
});

describe('several files', () => {
  test('stand in a list, those that are clean as its entries', async () => {
    const { session: s, view, whole, add, port } = open();
    await whole(file('a.jpg', 10, 'image/jpeg'), '/bilder');
    port.find({ refused: 'infected' });
    await whole(file('b.jpg', 10, 'image/jpeg'), '/bilder');
    port.find('clean');
    await add(file('c.jpg', 10, 'image/jpeg'), '/bilder');
    expect(view('/bilder')).toMatchObject({
      several: true,
      files: [
        { name: 'a.jpg', state: 'clean' },
        { name: 'b.jpg', state: 'refused' },
        { name: 'c.jpg', state: 'uploading' },
      ],
    });
    expect(answers(s)).toEqual({ bilder: [{ id: 'file-1', name: 'a.jpg', type: 'image/jpeg', size: 10 }] });
    next(s);
    expect(codes(s)).toEqual(['/nachweis required', '/bilder file-refused', '/bilder file-uploading']);
  });

  test('are no more than there is room for', async () => {
    const { view, add } = open();
    for (const name of ['a', 'b', 'c']) expect(await add(file(name), '/bilder')).toEqual({ ok: true });
    expect(view('/bilder').actions).toEqual([]);
    expect(await add(file('d'), '/bilder')).toEqual({ ok: false, code: 'max-items' });
  });

  test('go with their entries', async () => {
    const { session: s, view, whole, port } = open();
    for (const name of ['a', 'b']) await whole(file(name), '/bilder');
    s.send({ type: 'removeItem', at: '/bilder/0' });
    await settle();
    expect(view('/bilder').files.map(({ name }) => name)).toEqual(['b']);
    expect(port.stored()).toEqual(['b']);
    const [rest] = view('/bilder').files;
    s.send({ type: 'removeFile', at: '/bilder', file: rest?.key ?? '' });
    expect(answers(s)).toEqual({});
  });

  test('in an entry that is removed go with it', async () => {
    const list: FormSketch = onePage({
      leute: { type: 'array', title: 'Leute', items: { type: 'object', properties: { bild: { $ref: 'block:file' } } } },
    });
    const { session: s, add, arrive, port } = open(list);
    s.send({ type: 'addItem', at: '/leute' });
    await add(file(), '/leute/0/bild');
    await arrive(10);
    s.send({ type: 'removeItem', at: '/leute/0' });
    await settle();
    expect(port.stored()).toEqual([]);
    expect(s.persist()).not.toHaveProperty('services');
  });
});

describe('a saved session', () => {
  test('is the same when it is restored', async () => {
    const { session: s, whole, port } = open();
    await whole();
    await whole(file('a.jpg'), '/bilder');
    port.find({ refused: 'infected' });
    await whole(file('b.jpg'), '/bilder');
    const again = goOn(s.persist(), port);
    expect(again.persist()).toEqual(s.persist());
    expect(again.view()).toEqual(s.view());
  });

  test('waits for the bytes of what was under way, and goes on from where it was', async () => {
    const { session: s, add, arrive, port } = open();
    await add();
    await arrive(40);
    const again = goOn(s.persist(), port);
    const view = () => uploads(again);
    const key = view().files[0]?.key ?? '';
    const resume = (from?: UploadSource) =>
      again.send({ type: 'resume', at: '/nachweis', file: key, ...(from ? { from } : {}) });
    expect(view().files).toMatchObject([{ state: 'paused', actions: ['resume', 'removeFile'] }]);
    expect(resume()).toEqual({ ok: false, code: 'content-missing' });
    expect(resume(file('b.pdf'))).toEqual({ ok: false, code: 'other-file' });
    expect(resume(file('a.pdf', 101))).toEqual({ ok: false, code: 'other-file' });
    expect(resume(file())).toEqual({ ok: true });
    await settle();
    expect(port.requests.at(-1)).toMatchObject({ key, handle: 'handle-file-1', file: file() });
    port.arrive();
    await settle();
    expect(again.submission().answers).toMatchObject({ nachweis: { id: 'file-1' } });
  });

  test('asks what the scanner has found meanwhile', async () => {
    const { session: s, whole, port } = open();
    port.find('scanning');
    await whole();
    const snapshot = s.persist();
    port.find('clean');
    const again = goOn(snapshot, port);
    expect(again.persist()).toEqual(snapshot);
    await settle();
    expect(again.submission().answers).toMatchObject({ nachweis: { id: 'file-1' } });
  });

  test('believes nothing: a clean file that is no answer is asked about', async () => {
    const { session: s, whole, port } = open();
    port.find({ refused: 'infected' });
    await whole();
    const snapshot = JSON.parse(JSON.stringify(s.persist()).replace('"refused"', '"clean"')) as PersistedSession;
    const again = goOn(snapshot, port);
    expect(again.submission().answers).toEqual({});
    await settle();
    expect(uploads(again).files).toMatchObject([{ state: 'refused' }]);
  });

  test('of a session without uploads has its files, and they can be removed', async () => {
    const plain = start(form);
    const answer = { id: 'x', name: 'x.pdf', type: 'application/pdf', size: 1 };
    plain.send({ type: 'answer', at: '/nachweis', value: answer });
    const again = goOn(plain.persist());
    plain.dispose();
    const view = () => uploads(again);
    expect(view().files).toMatchObject([{ key: 'x', name: 'x.pdf', state: 'clean', actions: ['removeFile'] }]);
    again.send({ type: 'removeFile', at: '/nachweis', file: 'x' });
    expect(view().files).toEqual([]);
    expect(again.submission().answers).toEqual({});
  });

  test('after a failure without bytes asks for the file again', async () => {
    const { session: s, add, port } = open();
    await add();
    port.interrupt('quota', false);
    await settle();
    const again = goOn(s.persist(), port);
    const [only] = uploads(again).files;
    expect(only).toMatchObject({ state: 'failed', actions: ['resume', 'removeFile'] });
    again.send({ type: 'resume', at: '/nachweis', file: only?.key ?? '', from: file() });
    await settle();
    port.arrive();
    await settle();
    expect(again.submission().answers).toMatchObject({ nachweis: { name: 'a.pdf' } });
  });

  test.each([
    ['no object', 1],
    ['no list', { '/nachweis': {} }],
    ['no head', { '/nachweis': [{ state: 'paused' }] }],
    ['a state of no file', { '/nachweis': [{ key: 'k', name: 'n', type: 't', size: 1, state: 'mine' }] }],
    ['clean without an id', { '/nachweis': [{ key: 'k', name: 'n', type: 't', size: 1, state: 'clean' }] }],
  ])('with %s is refused', (_, upload) => {
    const { session: s } = open();
    const snapshot = { ...s.persist(), services: { upload } } as unknown as PersistedSession;
    expect(() => goOn(snapshot)).toThrow(expect.objectContaining({ code: 'snapshot-invalid' }));
  });
});

test('an upload ends with its session', async () => {
  const { session: s, add, port } = open();
  await add();
  s.dispose();
  expect(port.remote.aborted).toEqual(['upload']);
});

test('progress is shown, but nothing to save', async () => {
  const { session: s, add, arrive } = open();
  await add();
  await arrive(10);
  const before = s.persist();
  let views = 0;
  s.subscribe(() => views++);
  await arrive(10);
  expect(views).toBe(1);
  expect(s.persist()).toEqual(before);
});

test('without a port a file is an ordinary answer', () => {
  session = start(form);
  const answer = { id: 'x', name: 'x.pdf', type: 'application/pdf', size: 1 };
  expect(session.send({ type: 'answer', at: '/nachweis', value: answer })).toEqual({ ok: true });
  expect(session.submission().answers).toEqual({ nachweis: answer });
});
