import { add, remove, rename, rollback } from './corpus/edits.ts';
import { refresh, sources } from './corpus/refresh.ts';
import { history, list, show } from './corpus/views.ts';
import { runCommand, UsageError } from './support/command.ts';

const usage = `Usage: npm run -s corpus -- COMMAND [options]

Changes the articles of the library, and tells what was changed. Every change is shown first, is published whole or not
at all, and can be taken back.

  add FILE|URL…        add the articles of files, and those at addresses; for one article, --title, --publisher,
                       --author, --date and --url say what it does not, or leave it out: --author ''
  remove ID…           remove articles
  rename ID TITLE      give an article another title
  rollback GENERATION  bring back the articles of an earlier generation
  refresh              read the corpus folder and every address again; what is gone, empty, moved or halved stays unless
                       --confirm ID names it
  sources              list the feeds that refresh follows; sources add URL…, sources remove URL…
  list                 list the articles; --publisher P, --since DAY, --before DAY keep to some
  show ID              an article, also a removed one, with its history
  history              who did what when; --count N at once (default: 10), --before GENERATION for older ones

  --yes         change without asking
  --by NAME     who does it, for the history (default: command line)
  --corpus DIR  folder of the articles, read when the library is still empty (default: FOOTNOTE_CORPUS or corpus)
  --data DIR    folder of the library (default: FOOTNOTE_DATA or data)
  --json        print one JSON object a line
  -h, --help    show this text

Exit code: 0 done, 1 failed or not done, 2 done but for files or articles that were left out, which are listed.`;

const commands: Record<string, (args: string[]) => Promise<number>> = {
  add,
  remove,
  rename,
  rollback,
  refresh,
  sources,
  list,
  show,
  history,
};

await runCommand(usage, async () => {
  const [name, ...args] = process.argv.slice(2);
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return command(args);
  throw new UsageError(name === undefined ? 'Say what to do.' : `There is no command "${name}".`);
});
