import type { MessageBody, SentFile } from './model.ts';
import { Refusal } from './refusals.ts';
import { flatten } from './rules/components.ts';
import { check, listOf, object, required, rule, text } from './rules/shapes.ts';

/** What one file may hold (10 MiB). */
const LARGEST_FILE = 10 * 1024 * 1024;

const described = object({ filename: text({ max: 1_024 }), description: text({ max: 1_024 }) });

/** The body of a request, and the files that came with it. */
export interface Sent {
  /** Empty when there is none. */
  json: string;
  files: SentFile[];
}

/** What a request of several parts holds. */
export async function partsOf(bytes: Buffer, contentType: string): Promise<Sent> {
  const headers = { 'content-type': contentType };
  const form = await new Response(new Uint8Array(bytes), { headers }).formData();
  const files: SentFile[] = [];
  for (const [name, part] of form) {
    const at = /^files\[(\d+)\]$/.exec(name)?.[1];
    if (at === undefined || typeof part === 'string') continue;
    files[Number(at)] = { filename: part.name, bytes: new Uint8Array(await part.arrayBuffer()) };
  }
  return { json: String(form.get('payload_json') ?? ''), files };
}

/** Gives the files their names and descriptions. @throws {Refusal} for what Discord would not take. */
export function withFiles(body: MessageBody, files: SentFile[]): MessageBody {
  if (files.some(({ bytes }) => bytes.length > LARGEST_FILE)) throw new Refusal('entityTooLarge');
  check(object({ attachments: listOf(described, { max: 10 }) }), body);
  const named = files.map((file, i) => {
    const said = body.attachments?.find(({ id }) => Number(id) === i);
    return {
      ...file,
      filename: said?.filename ?? file.filename,
      ...(said?.description ? { description: said.description } : {}),
    };
  });
  const shown = attachmentsShown(body);
  const sound = rule<MessageBody>(
    'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    'A component shows a file that did not come with the message',
    () => shown.some((name) => !named.some(({ filename }) => filename === name)),
    ['components'],
  );
  check(required(sound), body);
  return { ...body, files: named };
}

/** Names of the files that components show. */
function attachmentsShown({ components }: MessageBody): string[] {
  return flatten(components ?? [])
    .flatMap(({ file, items = [] }) => [file?.url, ...items.map(({ media }) => media.url)])
    .flatMap((url) => /^attachment:\/\/(.+)$/.exec(url ?? '')?.[1] ?? []);
}
