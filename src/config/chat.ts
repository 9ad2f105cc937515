import type { Settings } from './settings.ts';

export interface ChatConfig {
  /** As LangChain names it: `openai`, `ollama`, `anthropic`, … */
  provider: string;
  model: string;
  /** Of an OpenAI-compatible server or of Ollama; the provider's own when absent. */
  baseUrl: string | undefined;
  /** Of an OpenAI-compatible server. Other providers read theirs as LangChain users know it. */
  apiKey: string | undefined;
  /** Milliseconds from question to answer, whatever the model does. */
  budgetMs: number;
  /** Tokens that may be used in a day (UTC). */
  dailyTokens: number | undefined;
}

/** Providers whose address can be changed. */
const WITH_BASE_URL = new Set(['openai', 'ollama']);
const BUDGET_MS = { usual: 10_000, least: 500, most: 120_000, of: 'milliseconds' };

/** Present when a chat model is configured. */
export function readChatConfig(settings: Settings): ChatConfig | undefined {
  const name = settings.text('CHAT_MODEL');
  const baseUrl = settings.address('CHAT_BASE_URL', 'http://127.0.0.1:8000/v1');
  const budgetMs = settings.wholeNumber('ANSWER_BUDGET_MS', BUDGET_MS);
  const tokens = settings.text('CHAT_DAILY_TOKENS');
  const { provider = '', model = '' } = /^(?<provider>[\w-]+):(?<model>\S+)$/.exec(name ?? '')?.groups ?? {};

  if (name !== undefined && provider === '') {
    settings.problems.push(
      `CHAT_MODEL must name a provider and its model, such as openai:gpt-4o-mini or ollama:llama3.2, not "${name}"`,
    );
  }
  if (baseUrl !== undefined && provider !== '' && !WITH_BASE_URL.has(provider)) {
    settings.problems.push(
      `CHAT_BASE_URL goes with CHAT_MODEL=openai:… (any OpenAI-compatible server) or ollama:…, not with ${provider}: remove it, or name the model as openai:${model}`,
    );
  }
  if (tokens !== undefined && !/^[1-9]\d{0,14}$/.test(tokens)) {
    settings.problems.push(
      `CHAT_DAILY_TOKENS must be a whole number of tokens, such as 200000, not "${tokens}"; leave it empty for no limit`,
    );
  }
  const apiKey = settings.text('OPENAI_API_KEY');
  if (provider === 'openai' && baseUrl === undefined && apiKey === undefined) {
    settings.problems.push(
      `CHAT_MODEL=${name} needs OPENAI_API_KEY: set it to your key, or CHAT_BASE_URL to the server that has the model`,
    );
  }
  if (name === undefined) return undefined;
  const dailyTokens = tokens === undefined ? undefined : Number(tokens);
  return { provider, model, baseUrl, apiKey, budgetMs, dailyTokens };
}
