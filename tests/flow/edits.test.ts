import { expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { OutdatedError, UserError } from '../../src/errors.ts';
import type { Edit } from '../../src/model.ts';
import { smallApp } from '../support/app.ts';
import { writeFiles } from '../support/articles.ts';

const CLOCK =
  '# The harbour clock\n\nThe harbour clock of Lysen was built by Oda Krog in 1899 and strikes thirteen.\n';
const ASKED = { text: 'Who built the harbour clock?' };

function adding(name: string, text: string): Edit {
  return { kind: 'add', files: [{ name, bytes: Buffer.from(text) }] };
}

async function does(app: App, edit: Edit, actor = 'Ann') {
  const { base } = await app.preview(edit);
  return app.apply(edit, { base, actor });
}

test('an article is added, answered from, removed and brought back, and the history tells it', async () => {
  const { app } = await smallApp(() => new Date('2031-05-06T07:08:09Z'));
  const add = adding('clock.md', CLOCK);
  const preview = await app.preview(add);
  expect(preview).toMatchObject({ base: 1, changes: [{ kind: 'added', id: 'clock' }], toEmbed: 1 });
  expect((await app.ask(ASKED)).status).toBe('notInCorpus');
  expect((await app.status()).generation?.id).toBe(1);

  const stages: string[] = [];
  const report = await app.apply(add, { base: preview.base, actor: ' Ann\u202e \n' }, ({ stage }) =>
    stages.push(stage),
  );
  expect(report).toMatchObject({ generation: 2, changes: preview.changes, refused: [], embedded: 1 });
  expect([...new Set(stages)].slice(0, 3)).toEqual(['reading', 'embedding', 'publishing']);
  const answer = await app.ask(ASKED);
  expect(answer.text).toContain('Oda Krog');
  expect((await app.status()).index).toEqual({ engine: 'hnsw' });

  await does(app, { kind: 'remove', ids: ['clock'] }, 'Bo');
  expect((await app.ask(ASKED)).status).toBe('notInCorpus');
  const back: Edit = { kind: 'rollback', generation: 2 };
  expect((await app.preview(back)).notes.join(' ')).toContain('come back as generation 4');
  expect(await does(app, back)).toMatchObject({ generation: 4, embedded: 0 });
  const { ms: _, generation: __, ...said } = answer;
  expect(await app.ask(ASKED)).toMatchObject(said);

  const { publications } = await app.history({ count: 10 });
  expect(publications.map(({ generation, kind, actor, at }) => [generation, kind, actor, at])).toEqual([
    [4, 'rollback', 'Ann', '2031-05-06T07:08:09.000Z'],
    [3, 'remove', 'Bo', '2031-05-06T07:08:09.000Z'],
    [2, 'add', 'Ann', '2031-05-06T07:08:09.000Z'],
    [1, 'ingest', 'folder', expect.any(String)],
  ]);
  const record = await app.record('clock');
  expect(record?.history.map(({ change }) => change.kind)).toEqual(['added', 'removed', 'added']);
  expect(await app.record('nothing')).toBeUndefined();
  await expect(app.history({ count: 0 })).rejects.toThrow(UserError);
});

test('of two moderators at once the second is told what the first did, and sees it in a new preview', async () => {
  const { app } = await smallApp();
  const [first, second] = [adding('clock.md', CLOCK), adding('Clock.txt', CLOCK.replace('Oda', 'Ida'))];
  const { base } = await app.preview(first);
  const both = await Promise.allSettled([
    app.apply(first, { base, actor: 'Ann' }),
    app.apply(second, { base, actor: 'Bo' }),
  ]);
  expect(both[0].status).toBe('fulfilled');
  const refused = (both[1] as PromiseRejectedResult).reason;
  expect(refused).toBeInstanceOf(OutdatedError);
  expect(refused.message).toContain('generation 2, add by Ann');
  expect((await app.status()).generation?.articles).toBe(4);
  expect((await app.preview(second)).changes).toMatchObject([{ kind: 'changed', id: 'clock' }]);
});

test('what cannot be done is refused in words, and changes nothing', async () => {
  const { app } = await smallApp();
  const nothing = adding('tea.txt', 'Too short.');
  expect((await app.preview(nothing)).changes).toEqual([]);
  await expect(app.apply(nothing, { base: 1, actor: 'Ann' })).rejects.toThrow(
    /Nothing would change[\s\S]*tea\.txt/,
  );
  await expect(app.preview({ kind: 'remove', ids: ['tee'] })).rejects.toThrow(UserError);
  await expect(app.preview({ kind: 'rollback', generation: 7 })).rejects.toThrow('generations 1 to 1');
  await expect(app.apply({ kind: 'remove', ids: ['tea'] }, { base: 1, actor: ' ' })).rejects.toThrow(
    UserError,
  );
  expect((await app.status()).generation?.id).toBe(1);
});

test('a rollback outlasts the next ingest of the folder, until a file changes', async () => {
  const { app, config } = await smallApp();
  const question = { text: 'Who planted the tea bushes?' };
  const first = await app.ask(question);
  writeFiles(config.corpusDir, {
    'tea.txt': 'The tea garden\n\nThe tea bushes were planted by Ravi Gogoi in 1911.\n',
  });
  await app.ingest();
  expect((await app.ask(question)).text).toContain('Ravi Gogoi');

  await does(app, { kind: 'rollback', generation: 1 });
  expect(await app.ingest()).toMatchObject({ generation: 3, added: 0, changed: 0, removed: 0 });
  const again = await app.ask(question);
  expect({ text: again.text, confidence: again.confidence }).toEqual({
    text: first.text,
    confidence: first.confidence,
  });
  writeFiles(config.corpusDir, {
    'tea.txt': 'The tea garden\n\nThe tea bushes were planted by Mina Das in 1912.\n',
  });
  expect(await app.ingest()).toMatchObject({ generation: 4, changed: 1 });
  expect((await app.ask(question)).text).toContain('Mina Das');
});

test('an app that is closed while something is added says so, and adds nothing by halves', async () => {
  const { app } = await smallApp();
  const add = adding('clock.md', CLOCK);
  const applied = app.apply(add, { base: 1, actor: 'Ann' }, ({ stage }) => {
    if (stage === 'embedding') void app.close();
  });
  await expect(applied).rejects.toThrow('whole or not at all');
});
