import manifest from '../../../package.json' with { type: 'json' };

/** The name by which a robots.txt may address Footnote. */
export const PROGRAM = 'Footnote';

/** Who Footnote says it is. */
export const USER_AGENT = `${PROGRAM}/${manifest.version} (Discord bot; reads the articles that a community's moderators add)`;
