import type { ChatConfig } from '../../config/chat.ts';
import type { LangChainChatModel } from './langchain.ts';

/**
 * The chat model of the settings. LangChain is loaded only here, so that a start without one is as quick as ever.
 * @throws {UserError} when its provider is unknown or the provider's package is missing, with what to do.
 */
export async function openChatModel(config: ChatConfig): Promise<LangChainChatModel> {
  return (await import('./langchain.ts')).LangChainChatModel.open(config);
}
