import type { ChatConfig } from '../../config/chat.ts';
import type { ChatRequest } from '../../ports.ts';
import { guardedFetch } from './guarded-fetch.ts';

/** A reply is a few sentences with the words they rest on. */
const MOST_TOKENS = 1_500;

/** How a provider is set up and held to a form of reply. */
export interface Provider {
  /** Fields of its LangChain class. */
  fields(config: ChatConfig): Record<string, unknown>;
  /** Options of one call that hold the reply to a JSON Schema. */
  structured(schema: ChatRequest['schema']): Record<string, unknown>;
}

const openai: Provider = {
  fields: ({ baseUrl, apiKey }) => ({
    // Servers of one's own want some key, and do not look at it.
    apiKey: apiKey ?? 'none',
    configuration: { fetch: guardedFetch, ...(baseUrl === undefined ? {} : { baseURL: baseUrl }) },
    useResponsesApi: false,
    maxTokens: MOST_TOKENS,
  }),
  structured: (schema) => ({
    response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema } },
  }),
};

const ollama: Provider = {
  fields: ({ baseUrl }) => ({
    ...(baseUrl === undefined ? {} : { baseUrl }),
    fetch: guardedFetch,
    numPredict: MOST_TOKENS,
    temperature: 0,
  }),
  structured: (schema) => ({ format: schema }),
};

/** Replies as the messages tell it to. */
const other: Provider = { fields: () => ({}), structured: () => ({}) };

export function providerOf(name: string): Provider {
  return { openai, ollama }[name] ?? other;
}
