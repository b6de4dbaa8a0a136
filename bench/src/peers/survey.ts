import { Model, type PageModel, type Question, type QuestionPanelDynamicModel } from 'survey-core';
import { answersOf, isRequired, pagesOf, type SampleForm } from '../forms/sample.ts';
import type { Peer } from './peer.ts';

/** survey-core: a model from JSON; `setValue`, then the visible questions of the current page with their state. */
export const survey: Peer = {
  name: 'survey-core',

  load(form) {
    const model = new Model({
      pages: pagesOf(form).map((fields) => ({ elements: fields.map((name) => element(form, name)) })),
    });
    return {
      fill() {
        model.data = answersOf(form);
      },
      answer(name, value) {
        const page = model.getQuestionByName(name).page as PageModel;
        if (model.currentPage !== page) model.currentPage = page;
        model.setValue(name, value);
        return readPage(page);
      },
      end: () => model.dispose(),
    };
  },

  loadEntries(entries) {
    const fields = Array.from({ length: 10 }, (_, index) => ({
      type: 'text',
      name: `f${index}`,
      isRequired: isRequired(index),
    }));
    const model = new Model({
      pages: [
        { elements: [{ type: 'paneldynamic', name: 'eintraege', templateElements: fields, panelCount: entries }] },
      ],
    });
    const list = model.getQuestionByName('eintraege') as QuestionPanelDynamicModel;
    return {
      add() {
        list.addPanel();
        return list.visiblePanels.length;
      },
      drop: () => list.removePanel(list.visiblePanels.length - 1),
    };
  },
};

function readPage(page: PageModel): unknown {
  return page.questions
    .filter(({ isVisible }) => isVisible)
    .map((question: Question) => [question.value, question.errors]);
}

function element({ kind }: SampleForm, name: string) {
  const index = Number(name.slice(1));
  if (kind === 'chain') {
    return index === 0
      ? { type: 'text', inputType: 'number', name }
      : { type: 'expression', name, expression: `{f${index - 1}} + 1` };
  }
  const before = kind === 'hub' ? "{f0} = 'ja'" : `{f${index - 1}} notempty`;
  return { type: 'text', name, isRequired: isRequired(index), ...(index === 0 ? {} : { visibleIf: before }) };
}
