import { type BaseInteraction, type Client, Routes } from 'discord.js';
import type { App } from '../../app.ts';
import type { Job, Publication } from '../../model.ts';
import { failureLine } from '../failure.ts';
import type { Message } from '../message.ts';
import { outcomeLine, renderEnd } from './render-report.ts';

/** Milliseconds that Discord lets the message of an interaction be edited, with some to spare. */
const TOKEN_LIFE_MS = 14.5 * 60_000;

/** How the message is reached in which a job is shown. */
interface Reply {
  applicationId: string;
  token: string;
}

type Deps = { now: () => Date; log: (line: string) => void };
type KeptJob = Job & { key: string };

/** Who waits for an edit is told how it ended, even when Footnote was ended meanwhile: at the next start, or when they come again. */
export class Waiting {
  readonly #app: App;
  readonly #deps: Deps;
  /** Keys of what is under way in this process. */
  readonly #underWay = new Set<string>();

  constructor(app: App, deps: Deps) {
    this.#app = app;
    this.#deps = deps;
  }

  /** Remembers that somebody waits for an edit; gives its key. */
  async begin(
    { user, applicationId, token }: Pick<BaseInteraction, 'user' | 'applicationId' | 'token'>,
    job: Pick<Job, 'base' | 'actor' | 'kind'>,
  ): Promise<string> {
    const startedAt = this.#deps.now().toISOString();
    const reply = JSON.stringify({ applicationId, token } satisfies Reply);
    const key = await this.#app.beginJob({ ...job, user: user.id, startedAt, reply });
    this.#underWay.add(key);
    return key;
  }

  /** They were told. */
  async end(key: string): Promise<void> {
    await this.#app.endJob(key);
    this.#underWay.delete(key);
  }

  /** It is over, and they could not be told. */
  leave(key: string): void {
    this.#underWay.delete(key);
  }

  /** Tells, in their messages, what became of edits that were under way when Footnote ended last. */
  async tellAll(client: Client<true>): Promise<void> {
    for (const job of await this.#left()) {
      const age = this.#deps.now().getTime() - Date.parse(job.startedAt);
      if (age > TOKEN_LIFE_MS) continue;
      const { applicationId, token } = JSON.parse(job.reply) as Reply;
      try {
        const body: Message = renderEnd(await this.#outcome(job));
        await client.rest.patch(Routes.webhookMessage(applicationId, token), { body, auth: false });
        await this.end(job.key);
      } catch (error) {
        this.#deps.log(failureLine('A moderator could not be told yet how a change ended', error, [token]));
      }
    }
  }

  /** What a user has to be told of earlier edits when they come again; told once. */
  async notesFor(user: string): Promise<string[]> {
    const jobs = (await this.#left()).filter((job) => job.user === user);
    const notes = await Promise.all(jobs.map((job) => this.#outcome(job)));
    for (const { key } of jobs) await this.end(key);
    return notes;
  }

  async #left(): Promise<KeptJob[]> {
    return (await this.#app.openJobs()).filter(({ key }) => !this.#underWay.has(key));
  }

  /** An edit is published right on top of the generation of its preview, or not at all. */
  async #outcome({ base, actor, kind }: Job): Promise<string> {
    const { publications } = await this.#app.history({ count: 1, before: base + 2 });
    const [next] = publications;
    const isIt = (it: Publication) => it.generation === base + 1 && it.actor === actor && it.kind === kind;
    return outcomeLine(kind, next !== undefined && isIt(next) ? next : undefined);
  }
}
