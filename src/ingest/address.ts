/** Parameters that tell a site where its readers come from, and never what they are shown. */
const TRACKING =
  /^(?:utm_.*|at_(?:medium|campaign|custom\d|link_.*|bbc_.*|format|ptr_name)|(?:fb|g|dc|gb|wb|msclk|yc|tw|ttc|li_fat_)(?:cl|ra)?id|gclsrc|igshid?|mc_[ce]id|_ga|_gl|_hs(?:enc|mi)|__twitter_impression|ref_(?:src|url)|cmp(?:id)?|ocid|smid|sr_share|s_kwcid|mkt_tok|oly_(?:anon|enc)_id|vero_id|ns_(?:campaign|mchannel|source|linkname|fee)|spm|ftag|xtor)$/i;

/** Names under which a site shows the same pages: to all, to telephones, in a hurry. */
const VARIANT = /^(?:www\d?|m|mobile|amp)\./;

/**
 * What all spellings of one address have in common: with http or https, with or without `www.`, a full stop after
 * its host, a slash at its end, a fragment and tracking parameters, its parameters in any order.
 * @param url http or https
 */
export function addressKey(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url);
  const parameters = [...searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort();
  const host = hostname.replace(/\.+$/, '').replace(/^www\./, '');
  const path = pathname.replace(/\/+$/, '').replace(/%[\da-f]{2}/gi, (code) => code.toUpperCase());
  const query = parameters.length > 0 ? `?${parameters.join('&')}` : '';
  return `${host}${port && `:${port}`}${path}${query}`;
}

/**
 * The address that a page gives itself, if it may: one of the same site, and not the site's front page, which some
 * give to all of their pages.
 * @param stated what the page says
 * @param url where it was read
 */
export function ownAddress(stated: string | undefined, url: string): string | undefined {
  if (stated === undefined || siteOf(stated) !== siteOf(url)) return undefined;
  const isFrontPage = (address: string) => !/[/?]/.test(addressKey(address));
  return isFrontPage(stated) && !isFrontPage(url) ? undefined : stated;
}

function siteOf(url: string): string {
  const { hostname, port } = new URL(url);
  return `${hostname.replace(/\.+$/, '').replace(VARIANT, '')}:${port}`;
}
