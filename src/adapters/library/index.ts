export { SqliteCards } from './cards.ts';
export { SqliteHistory } from './history.ts';
export { cacheIndex } from './index-cache.ts';
export { SqliteLibraryReader } from './reader.ts';
export { openDatabase } from './schema.ts';
export { SqliteLibraryWriter } from './writer.ts';
