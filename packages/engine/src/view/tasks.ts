import type { Flow } from '../flow/flow.ts';
import { routeId } from '../flow/page.ts';
import { type Task, tasksOf } from '../flow/sections.ts';
import type { TaskList, TaskView } from '../view.ts';
import { lineOf, type Reading, treeOf } from './text.ts';
import { stepTitle } from './titles.ts';
import type { Viewing } from './viewing.ts';

/** The task list: what there is to do, how far each is, and where it leads. */
export function taskList(viewing: Viewing, flow: Flow): TaskList {
  const tasks = tasksOf(flow);
  const counted = tasks.slice(0, -1);
  return {
    tasks: tasks.map((task) => taskView(viewing, flow, task)),
    done: counted.filter(({ state }) => state === 'complete').length,
    total: counted.length,
  };
}

function taskView(viewing: Viewing, flow: Flow, task: Task): TaskView {
  const { of, pages, state, wrong, waitsFor } = task;
  const hint = 'after' in of ? treeOf(readingAtRoot(viewing), of.description) : undefined;
  const left = flow.left();
  const open = pages.find((page) => !left.has(page) || flow.pages.problems(page).length > 0) ?? pages[0];
  return {
    title: titleOf(viewing, of),
    ...(hint ? { hint } : {}),
    state,
    wrong,
    ...(state === 'blocked' || !open ? {} : { leadsTo: { step: routeId(open) } }),
    waitsFor: waitsFor.map((other) => titleOf(viewing, other.of)),
  };
}

function titleOf(viewing: Viewing, of: Task['of']): string {
  return 'after' in of ? sectionTitle(viewing, of) : stepTitle(viewing, of, viewing.store.root);
}

export function sectionTitle(
  viewing: Viewing,
  { id, title }: { readonly id: string; readonly title?: string },
): string {
  const written = lineOf(readingAtRoot(viewing), title);
  return written === '' ? id : written;
}

function readingAtRoot({ store, language }: Viewing): Reading {
  return { program: store.program, language: language(), environment: () => store.root.environment() };
}
