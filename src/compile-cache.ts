import { enableCompileCache } from 'node:module';

/**
 * Has what is imported from now on served from a cache of compiled modules, in threads too: they take no part in the
 * cache of their process, but in the one that their environment names.
 * @param environment of this process, which its threads are given.
 */
export function useCompileCache(environment: NodeJS.ProcessEnv): void {
  const { directory } = enableCompileCache();
  if (directory !== undefined) environment.NODE_COMPILE_CACHE ??= directory;
}
