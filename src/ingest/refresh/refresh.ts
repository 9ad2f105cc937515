import type { FetchError } from '../../errors.ts';
import type { Article, HeldBack, RefreshChange, RefreshPreview, Unreachable } from '../../model.ts';
import type { ArticleAddress, Changes, FeedsSeen, Fetched, LibraryWriter, LiveArticle } from '../../ports.ts';
import { READER_VERSION } from '../article.ts';
import { changesOf } from '../changes.ts';
import type { Read } from '../packed.ts';
import type { Plan } from '../plan.ts';
import { snippetsOf } from '../snippets.ts';
import { splitArticle } from '../split.ts';
import type { FollowedFeeds } from './feeds.ts';
import { type HeldFolder, holdBack } from './folder.ts';
import { judge, type Verdict } from './judge.ts';

/** What a refresh asks the library. */
export type RefreshedLibrary = Pick<
  LibraryWriter,
  'generation' | 'live' | 'liveArticle' | 'withBody' | 'addresses' | 'files'
>;

/** An address that is to be read again. */
export interface Target {
  articleId: string;
  title: string;
  url: string;
  /** What is known of the version that was read; absent when it has to be read in any case. */
  etag?: string;
  lastModified?: string;
}

/** Why an address was not read. */
export type Failure = Pick<FetchError, 'failure' | 'message'>;

/** What a refresh comes to. */
export interface RefreshPlan {
  preview: Pick<RefreshPreview, 'changes' | 'held' | 'unreachable' | 'refused' | 'waiting' | 'unchanged'>;
  /** What applying it publishes. */
  publication: Changes;
  /** What is published besides for each held article that is confirmed, by its id. */
  confirmed: Record<string, Partial<Changes>>;
  /** What is remembered without publishing anything: how what has not changed read this time. */
  quiet: { addresses: ArticleAddress[]; files?: Changes['files']; feeds: FeedsSeen };
}

/** Characters of new text that one refresh holds until it is applied. */
const MOST_TEXT = 32 * 1024 * 1024;
const NOT_THIS_TIME = 'so much has changed that it is left for the next refresh';

/** Reads everything again, article by article, and tells what that would change. */
export class Refresh {
  readonly #library: RefreshedLibrary;
  readonly #read: Read;
  readonly #folder: HeldFolder;
  readonly #addresses: Map<string, ArticleAddress>;
  readonly #live: Map<string, LiveArticle>;
  readonly #verdicts = new Map<string, Verdict>();
  readonly #unreachable: Unreachable[] = [];
  #text = 0;

  /** @param folder what reading the corpus folder again would change */
  constructor(library: RefreshedLibrary, read: Read, folder: Plan) {
    this.#library = library;
    this.#read = read;
    this.#folder = holdBack(folder, library);
    this.#live = new Map(library.live().map((article) => [article.id, article]));
    this.#addresses = new Map(
      library
        .addresses()
        .filter(({ articleId }) => this.#live.get(articleId)?.origin === 'added')
        .map((address) => [address.articleId, address]),
    );
  }

  /** The addresses of all live articles that have one. */
  get targets(): Target[] {
    return [...this.#addresses.values()].map(({ articleId, url, etag, lastModified, reader }) => ({
      ...{ articleId, url, title: this.#live.get(articleId)?.title ?? articleId },
      ...(reader === READER_VERSION && {
        ...(etag !== undefined && { etag }),
        ...(lastModified !== undefined && { lastModified }),
      }),
    }));
  }

  /** Takes what the address of an article gave. */
  async visited(articleId: string, fetched: Fetched): Promise<void> {
    const [address, live] = [this.#addresses.get(articleId), this.#library.liveArticle(articleId)];
    if (!address || !live) return;
    const verdict = await judge(address, live, fetched, this.#read);
    if (verdict.kind !== 'same') this.#text += verdict.article?.text.length ?? 0;
    if (this.#text > MOST_TEXT) this.#leave(live, address.url, NOT_THIS_TIME);
    else this.#verdicts.set(articleId, verdict);
  }

  /** Takes why the address of an article gave nothing. */
  failed(articleId: string, { failure, message }: Failure): void {
    const [address, live] = [this.#addresses.get(articleId), this.#live.get(articleId)];
    if (!address || !live) return;
    if (failure === 'gone')
      this.#verdicts.set(articleId, { kind: 'held', why: 'gone', explanation: message });
    else this.#leave(live, address.url, message);
  }

  result(): RefreshPlan {
    this.#holdTwins();
    const { publication: folder, refused, held: heldFiles, files } = this.#folder;
    const publication: Changes = { ...folder, origin: 'added', put: [...folder.put], addresses: [] };
    const changes = [...folder.put.map(({ article }) => article), ...folder.remove].map((of) =>
      this.#changeOf(of),
    );
    const plan: RefreshPlan = {
      preview: {
        ...{ changes, held: [], unreachable: this.#unreachable, refused: [...refused], waiting: 0 },
        unchanged: 0,
      },
      publication,
      confirmed: {},
      quiet: {
        addresses: [],
        feeds: { checks: [], versions: [], passed: [] },
        ...(files && { files }),
      },
    };
    for (const { held, confirmed } of heldFiles) {
      plan.preview.held.push({ ...held, ...this.#told(held.id, confirmed.put?.[0]?.article) });
      plan.confirmed[held.id] = confirmed;
    }
    for (const [id, verdict] of this.#verdicts) this.#add(plan, id, verdict);
    const touched = [
      ...changes.filter(({ kind }) => kind !== 'added'),
      ...plan.preview.held,
      ...this.#unreachable,
    ];
    plan.preview.unchanged = this.#live.size - new Set(touched.map(({ id }) => id)).size;
    return plan;
  }

  #add({ preview, publication, confirmed, quiet }: RefreshPlan, id: string, verdict: Verdict): void {
    if (verdict.kind === 'same') {
      quiet.addresses.push(verdict.address);
      return;
    }
    const { article, address } = verdict;
    const put = article ? [{ article, passages: splitArticle(article), origin: 'added' as const }] : [];
    const addresses = address ? [address] : [];
    if (verdict.kind === 'changed') {
      preview.changes.push(this.#changeOf(verdict.article));
      publication.put.push(...put);
      publication.addresses?.push(...addresses);
      return;
    }
    const { why, explanation } = verdict;
    preview.held.push({ id, why, explanation, ...this.#told(id, article) });
    confirmed[id] = { put, remove: article ? [] : [id], addresses };
  }

  /** Articles that would all have one text, or that of another, have none of their own any more. */
  #holdTwins(): void {
    const first = new Map<string, string>();
    for (const [id, verdict] of this.#verdicts) {
      if (verdict.kind !== 'changed') continue;
      const { article, address } = verdict;
      const body = article.text.slice(article.body);
      const there = this.#library.withBody(body);
      const twin = first.get(body) ?? (there === id ? undefined : there);
      first.set(body, id);
      if (twin === undefined) continue;
      const explanation = `Its text is now that of "${twin}", word for word.`;
      this.#verdicts.set(id, { kind: 'held', why: 'twin', explanation, article, address });
    }
  }

  #leave({ id, title }: Pick<LiveArticle, 'id' | 'title'>, url: string, reason: string): void {
    this.#unreachable.push({ url, id, title, reason });
  }

  #told(id: string, article: Article | undefined): Pick<HeldBack, 'title' | 'url' | 'change'> {
    const url = this.#addresses.get(id)?.url;
    const change = this.#changeOf(article ?? id);
    return { title: this.#live.get(id)?.title ?? change.title, ...(url !== undefined && { url }), change };
  }

  /** What becomes of an article that is put, or removed when only its id is given. */
  #changeOf(after: Article | string): RefreshChange {
    const id = typeof after === 'string' ? after : after.id;
    const before = this.#library.liveArticle(id);
    const url = this.#addresses.get(id)?.url;
    const isNew = typeof after !== 'string';
    const [change = { kind: 'removed', id, title: id } as const] = changesOf(
      before,
      isNew ? after : undefined,
    );
    const snippets = before && isNew ? snippetsOf(before, after) : [];
    return { ...change, ...(url !== undefined && { url }), ...(snippets.length > 0 && { snippets }) };
  }
}

/** A plan with what following feeds came to. */
export function withFeeds(plan: RefreshPlan, feeds: FollowedFeeds): RefreshPlan {
  const { preview, publication, confirmed, quiet } = plan;
  const { put, addresses, feedVersions } = feeds.publication;
  return {
    preview: {
      ...preview,
      waiting: feeds.waiting,
      changes: [...preview.changes, ...feeds.changes],
      refused: [...preview.refused, ...feeds.refused],
      unreachable: [...preview.unreachable, ...feeds.unreachable],
    },
    publication: {
      ...publication,
      feedVersions,
      put: [...publication.put, ...put],
      addresses: [...(publication.addresses ?? []), ...addresses],
    },
    confirmed,
    // How an article's own address read is newer than what was known of it when a feed led there.
    quiet: {
      ...quiet,
      addresses: [...feeds.quiet.addresses, ...quiet.addresses],
      feeds: feeds.quiet.feeds,
    },
  };
}

/** What is published when the held articles of these ids are confirmed. */
export function withConfirmed(
  { publication, confirmed }: Omit<RefreshPlan, 'quiet'>,
  ids: readonly string[],
): Changes {
  const more = ids.flatMap((id) => confirmed[id] ?? []);
  const files = new Map(publication.files?.map((file) => [file.path, file]));
  for (const file of more.flatMap((changes) => changes.files ?? [])) files.set(file.path, file);
  const gone = new Set(more.flatMap((changes) => changes.remove ?? []));
  return {
    ...publication,
    put: [...publication.put, ...more.flatMap(({ put = [] }) => put)],
    remove: [...publication.remove, ...gone],
    addresses: [...(publication.addresses ?? []), ...more.flatMap(({ addresses = [] }) => addresses)],
    ...(publication.files && {
      // A file that gives nothing but what is gone is gone itself.
      files: [...files.values()].filter(({ articles }) => !articles.some(({ id }) => gone.has(id))),
    }),
  };
}
