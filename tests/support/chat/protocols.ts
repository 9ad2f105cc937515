/** How one of the protocols puts a text on the wire. */
export interface Protocol {
  contentType: string;
  /** One chunk for each piece, then what ends the stream. */
  chunks(pieces: readonly string[]): string[];
}

const USAGE = { prompt: 100, completion: 20 };

const openai: Protocol = {
  contentType: 'text/event-stream',
  chunks: (pieces) => [
    ...pieces.map((content) => event({ choices: [{ index: 0, delta: { role: 'assistant', content } }] })),
    event({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }),
    event({
      choices: [],
      usage: {
        prompt_tokens: USAGE.prompt,
        completion_tokens: USAGE.completion,
        total_tokens: USAGE.prompt + USAGE.completion,
      },
    }),
    'data: [DONE]\n\n',
  ],
};

const ollama: Protocol = {
  contentType: 'application/x-ndjson',
  chunks: (pieces) => [
    ...pieces.map((content) => line({ message: { role: 'assistant', content }, done: false })),
    line({
      message: { role: 'assistant', content: '' },
      ...{ done: true, done_reason: 'stop' },
      ...{ prompt_eval_count: USAGE.prompt, eval_count: USAGE.completion },
    }),
  ],
};

export function protocolOf(path: string): Protocol {
  return path.startsWith('/api/') ? ollama : openai;
}

function event(chunk: object): string {
  return `data: ${JSON.stringify({ id: 'chat-1', object: 'chat.completion.chunk', created: 1, model: 'scripted', ...chunk })}\n\n`;
}

function line(chunk: object): string {
  return `${JSON.stringify({ model: 'scripted', created_at: '2030-01-01T00:00:00Z', ...chunk })}\n`;
}
