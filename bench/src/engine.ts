// npm run bench:engine: how fast, how large and how heavy the engine is, beside peers; fails if a figure misses its bar.
import { answering, growthOf } from './engine/answer.ts';
import { addingEntries, loading } from './engine/loading.ts';
import { memory, size } from './engine/weight.ts';
import { report } from './harness/report.ts';
import { type Figure, type Row, row } from './harness/result.ts';
import { peers, versionOf } from './peers/index.ts';
import { worksWithoutEval } from './peers/without-eval.ts';

const sizesForPeers = [100, 500, 1000, 2000];
const sizes = [...sizesForPeers, 10_000];

const answer = { kind: 'neighbours', field: 'middle', sizes, sizesForPeers, bars: { 2000: { atMost: 0.02 } } } as const;
const paged = answering({ ...answer, metric: 'answer', pageSize: 10 });
const withoutEval = peers.filter(worksWithoutEval).map(({ name }) => name);
const { figures: weights, parts } = await size();

const rows: Row[] = [
  ...paged,
  growthOf({ ...answer, metric: 'answer-growth', pageSize: 10 }, 100, 10_000, { atMost: 1.5 }),
  lead('answer-lead', paged, (name) => withoutEval.includes(name), 500),
  lead('answer-lead-eval', paged, (name) => !withoutEval.includes(name), 5),
  ...answering({ ...answer, metric: 'answer-one-page' }),
  growthOf({ ...answer, metric: 'answer-one-page-growth' }, 100, 10_000),
  ...answering({ metric: 'hub', kind: 'hub', field: 'head', sizes, sizesForPeers: [100, 1000], pageSize: 10 }),
  ...answering({ metric: 'chain', kind: 'chain', field: 'head', sizes, sizesForPeers: [100, 1000], pageSize: 10 }),
  ...loading(),
  addingEntries(),
  ...memory(),
  ...weights,
].map(row);

const versions = peers.map((peer) => `${peer.name} ${versionOf(peer)}`).join(', ');
const evaluating = peers.filter(({ name }) => !withoutEval.includes(name)).map(({ name }) => name);
const notes = `Peers: ${versions}. Need \`eval\`: ${evaluating.join(', ')}.\n\n${parts}`;
process.exitCode = report({ name: 'engine', rows, notes });

/** How many times as fast as the fastest of some peers. */
function lead(metric: string, figures: readonly Figure[], among: (peer: string) => boolean, atLeast: number): Figure {
  const at = figures.find(({ n }) => n === 2000);
  const fastest = Math.min(
    ...Object.entries(at?.peers ?? {}).flatMap(([name, time]) => (time !== null && among(name) ? [time] : [])),
  );
  return { metric, n: 2000, unit: '×', ours: fastest / (at?.ours ?? Number.NaN), bar: { atLeast } };
}
