import type { FurnitureKind } from '../draft.ts';

type Forms = Partial<Record<FurnitureKind, string[]>>;

/**
 * Whole lines that are furniture when they do not end as a sentence does; patterns without case. Bullets
 * before them and arrows, colons and exclamation marks behind them are not part of them.
 */
export const LABELS: Forms = {
  navigation: [
    'skip to (?:the )?(?:main |primary )?(?:content|navigation|article|footer|menu)',
    '(?:toggle|open|close|main|site|primary) (?:navigation|menu|search)(?: (?:menu|bar))?',
    '(?:back|return|scroll|go) to (?:the )?(?:top|home|home ?page|main page|list|index)',
    'home ?(?:[>›»/|→]|::) ?.{1,160}',
    'you are here:?.{0,160}',
    '(?:next|previous) ?[|/·]? ?(?:prev|previous|next)|(?:previous|next|prev|older|newer) (?:article|post|story|page|entry)s?(?: ?[:»›].{0,160})?',
    '(?:sign|log) ?(?:in|up)(?: ?(?:or|/|&|and|,) ?(?:sign up|register|join|subscribe|create (?:an )?account))?',
    'register|my account|create (?:an |your )?account',
    'listen(?: to (?:this|the) (?:article|story|post|audio|podcast).{0,40}| to the latest songs.{0,60}| now| \\(\\d.{0,20}\\))?|play audio|audio player.{0,40}',
    '\\d{1,2}:\\d\\d(?::\\d\\d)?(?: ?/ ?\\d{1,2}:\\d\\d(?::\\d\\d)?)?(?: - source: .{2,60})?',
    '(?:increase|decrease|reset|change)? ?(?:font|text) ?size.{0,30}|a ?[+-](?: a ?[+-]?){0,3}',
    'loading(?: more| comments?)?(?: ?\\.{2,3}|…)?',
    '(?:show|load|see|view|read) (?:more|all|less|full (?:article|story|post))(?: (?:posts?|articles?|stories|news|results|photos?))?(?: (?:by|from|in) .{1,60})?',
    'all (?:posts|articles|stories) (?:by|from|in) .{1,60}',
    '(?:estimated )?reading time:? .{1,20}|\\d+[ -]min(?:ute)?s?[ -](?:to )?read',
    '(?:in|on) this (?:article|page|story)|(?:table of )?contents|read later|end of (?:article|story)|post navigation|news provided by|ends?|enditem|#{2,}|_{2,}',
    '(?:continue reading|back to) the main story|(?:back|return) to (?:gallery|article|story)|explore further|full gallery',
    'e-?paper|today.s (?:e-?)?paper|mobile apps?|get (?:the|our) (?:free )?(?:mobile )?app.{0,60}|download (?:the|our) .{0,30}app.{0,60}',
  ],
  sharing: [
    '(?:please )?share(?: ?(?:\\d[\\d.,]*[km]?|(?:this|on|via|to|with|article|story|post|page|link|options?|it|now|by|tools?|icon|button)\\b.{0,100}))?',
    '\\d[\\d.,]* ?[km]? ?(?:total )?(?:shares?|views?|likes?|reactions?|retweets?)',
    '(?:shares?|views?|likes?|post views):? ?\\d[\\d.,]*[km]?',
    'copy(?: the| this)? (?:link|url|address)(?: to clipboard)?|(?:link|url) copied.{0,30}',
    '(?:print|e-?mail|save|bookmark|gift|tweet|pin|send|republish)(?: (?:this|it|the|an?|to|for))*(?: (?:article|page|story|post|friend|later|link|pdf))?',
    '@\\w{2,30}',
    'like (?:this|loading)(?: ?\\.{2,3}|…)?',
    '(?:add|set|make|choose) .{2,40} (?:as|on) (?:a |your )?(?:preferred source|google(?: news)?)\\b.{0,60}',
  ],
  related: [
    '(?:also )?(?:read|see|watch|check)(?: (?:more|also|next|this|here|on|out|full story))*(?: about this(?: (?:story|topic))?)?',
    'related(?: (?:news|articles?|story|stories|coverage|content|posts?|links?|topics?|reading|videos?|items?|products?|to this (?:article|story)))?',
    'in case you missed it|icymi|up next|keep reading|continue reading|next up|editor.?s.? (?:picks?|choice)|what to read next|we recommend|further reading|don.t miss',
    'you (?:may|might|will|could) (?:also )?(?:like|enjoy|love|be interested in|have missed)(?: .{0,40})?',
    'more (?:from|in|on|by) .{2,60}|also (?:in|on) (?:this|the) .{2,40}',
    '(?:more|top|latest|popular|recent|other|breaking|trending|featured|recommended|similar|must) (?:news|stories|posts?|articles?|headlines|coverage|reads?|videos?|topics?)(?: (?:from|in|on|by|about|for|of) .{0,40})?',
    '(?:most|top|recently|also) (?:read|popular|viewed|shared|commented|recent|watched)(?: .{0,30})?|trending(?: (?:now|today|on .{1,30}|in .{1,30}))?|popular now|recommended(?: (?:for you|by .{1,30}|reading))?|suggested for you',
    '(?:around|from) the web|promoted (?:content|stories|links)',
    'mehr zum thema|das könnte sie (?:auch )?interessieren|te puede interesar|notícias relacionadas|sur le même (?:sujet|thème)|по теме|articoli correlati|関連記事',
  ],
  newsletter: [
    '(?:subscribe|sign up|join|register|donate|support us|become a (?:member|subscriber|supporter|patron))(?: (?:now|today|here|for free|to [\\p{L}\\d .]{2,40}))?',
    '(?:enter |type )?(?:your )?e-?mail(?: address)?(?: here)?(?: ?\\*)?',
    '(?:breaking|daily|morning|evening|weekly) (?:news )?(?:e-?mails?|alerts?|briefing|digest)|stay (?:in the know|informed|up to date)',
  ],
  consent: [
    '(?:accept|reject|allow|decline|manage|customi[sz]e|essential|necessary|save|cookie|privacy|consent)(?: (?:all|only|and|&|close|my|your|cookies?|settings|preferences|policy|notice|options|choices|consent))+',
    'i (?:accept|agree)|(?:do not|don.t) sell (?:or share )?my (?:personal )?(?:information|data)',
  ],
  advertisement: [
    'advertisements?|adverts?|advertising|advertisment|advertorial|ads?|(?:video )?ad feedback|sponsored|promoted|paid (?:post|content|partnership)|publicidade?|publicité|anzeige|werbung|advertentie|annonce|reklama|реклама|広告|विज्ञापन|إعلان',
    'sponsored (?:content|stories|post|links?|by .{1,40})|(?:advertisement|ad) ?[-–—:|(,.] ?.{0,80}',
    '[[(]?(?:the )?(?:story|article|content|text|post|report) (?:continues|resumes|continued)(?: (?:below|after|following|under)\\b.{0,40})?[)\\]]?',
    '(?:continue|keep) (?:reading|scrolling) (?:below|for)\\b.{0,60}|scroll (?:down )?(?:to|for) .{2,40}',
    '(?:report|remove|hide|skip|close) (?:this |the )?ads?',
  ],
  comments: [
    'click (?:here )?to (?:post a |leave a |add a )?comment|tell us what you think|have your say|(?:top|best|recent|reader|latest|most liked)[\\p{L} -]{0,12} comments',
    'leave (?:a|your) (?:reply|comment|response|message|thought)s?(?: (?:to|on|below|here|cancel)\\b.{0,120})?',
    '(?:post|add|write|submit|view|show|hide|load|read|see|all|your|new)(?: (?:a|an|your|all|more|the|new|public|\\(?\\d+\\)?))* comments?(?: ?\\(\\d*\\)| below| here)?',
    '(?:no|one|\\d[\\d,]*) (?:comments?|responses?|replies|thoughts?)(?: (?:on|to|so far|yet)\\b.{0,200})?',
    '\\[ ?\\d[\\d,]* comments? ?\\]|(?:comments?|discussion|responses?)(?: section)? ?\\(\\d+\\)|comments?:? ?\\d+',
    'cancel reply|(?:name|e-?mail|website|comment|url|captcha|message) ?\\*|(?:older|newer|previous) comments|sort by:? .{2,30}',
    '(?:comment|community|moderation|commenting) (?:policy|guidelines|rules)|(?:report|flag) (?:comment|abuse)',
  ],
  legal: [
    '(?:terms|conditions)(?:,? (?:of|and|&|use|service|conditions|privacy|sale))+|(?:privacy|cookie|editorial|corrections?|ethics|refund) (?:policy|notice|statement|centre|center)',
    '(?:proudly )?powered by .{1,60}|(?:web|site|website|theme)?(?:design(?:ed)?|developed|built|hosted|maintained)(?: and [a-z]+)? (?:by|:) .{1,60}',
  ],
  tags: [
    '(?:tags?|topics?|keywords?|filed under|filed in|posted in|categor(?:y|ies)|labels?|related topics?|tagged(?: with| as)?|hashtags?|schlagwörter|etiquetas|mots-clés|теги) ?[:：] ?.{0,300}',
    'tags|topics|categories|filed under|filed in|related tags|explore topics',
    '(?:#[\\p{L}\\p{N}_]+[\\s,]*)+',
  ],
  caption: [
    '\\(?(?:photo|image|picture|photograph|illustration)s? (?:credits?|courtesy|by)\\b.{0,120}|(?:picture|photo|image|video) ?credits?',
    '.{0,400}(?:\\b(?:photo|image|picture|photo credit|image credit|credit): ?[^.:]{2,60}|\\b(?:reuters|afp|epa|ap photo|pti photo) ?/ ?\\p{L}.{2,80})|\\[\\d+/\\d+\\].{0,400}',
    '(?:enlarge|view|click to enlarge|tap to (?:enlarge|expand)) ?(?:this |larger |full )?(?:image|photo|gallery|slideshow)(?: in .{2,20})?',
    '(?:(?:toggle|hide|show) )?caption|(?:image|media|photo) caption.{0,200}|(?:image|photo|slide) \\d+ of ?/? ?\\d+|(?:photo )?gallery|slideshow|(?:play|watch) (?:the )?video|\\d+ ?(?:of|/) ?\\d+(?: photos| images)?',
  ],
};

/** Whole lines that are furniture also when they end as a sentence does. */
export const LINES: Forms = {
  navigation: [
    'this slideshow requires javascript.?|(?:please )?(?:enable|turn on) javascript.{0,120}|.{0,60}javascript (?:is|must be) (?:disabled|required|enabled).{0,120}',
    '(?:your|this) browser (?:does not|doesn.t|is (?:not|no longer)) support.{0,120}',
  ],
  sharing: [
    'click (?:here )?to (?:share|e-?mail|print|tweet|copy)\\b.{0,120}',
    '(?:connect|follow|find|join|like|stay connected|keep in touch) (?:with )?us(?: on\\b.{0,120}|:.{0,80})?',
    'follow (?:the )?.{2,60} on (?:social media|twitter|x|facebook|instagram|linkedin|telegram|google news|whatsapp|youtube|threads|bluesky).{0,120}',
    '(?:join|follow|subscribe to) our .{0,40}(?:whatsapp|telegram|youtube|facebook)\\b.{0,100}',
  ],
  related: [
    '(?:read|also read|read also|read more|read next|related(?: (?:post|story|article|news|video)s?)?|see also|see more|also see|must[- ]read|also watch|watch also|don.t miss|more on this|lire aussi|à lire aussi|leia (?:mais|também)|lesen sie auch|lee también|leggi anche|читайте также|यह भी पढ़ें) ?(?:[:|–—→>»]| - ).{1,200}',
  ],
  newsletter: [
    '(?:please |click here to |to continue,? )?(?:sign up|subscribe)\\b.{0,140}\\b(?:newsletters?|inbox|mailing list|push notifications|(?:e-?mail|news|breaking|daily|our|free) (?:alerts|updates|bulletins?|emails?))\\b.{0,120}',
    '.{0,240}\\b(?:sign up|subscribe|newsletters?|delivered|news)\\b.{0,120}\\byour inbox\\b.{0,140}',
    'get .{2,80}\\b(?:alerts|reports|news)\\b.{0,140}\\bdelivered (?:to you|every|each|daily|week)\\b.{0,60}',
    '(?:get|receive|have|want) .{2,140}\\b(?:to|in|into) your (?:inbox|e-?mail|mailbox)\\b.{0,120}',
    'by (?:signing up|subscribing|providing|clicking|submitting|entering|continuing|registering|checking)\\b.{0,200}\\b(?:you (?:also )?(?:agree|consent|acknowledge|accept|confirm)|(?:our|the) (?:terms|privacy))\\b.{0,200}',
    '(?:thank you|thanks) for (?:subscribing|signing up|registering|joining|reading our)\\b.{0,120}',
    'already (?:a |an )?(?:subscriber|member|registered|have an account)\\b.{0,40}(?:\\?|\\b(?:log|sign) ?in\\b).{0,40}',
    'you (?:have|.ve) (?:\\d+|no|reached|used|read)\\b.{0,60}\\b(?:free )?(?:articles?|stories)\\b.{0,60}',
    'this (?:article|story|content) is (?:exclusively )?(?:for|available to) (?:our )?(?:subscribers|members).{0,120}',
    '(?:start|get|try) (?:your|a) (?:free|\\d+.day) trial.{0,80}|unlimited (?:digital )?access.{0,80}|unsubscribe(?: at)? any ?time.{0,60}',
    '(?:please )?(?:help|support)\\b.{0,40}\\b(?:our|independent|quality|local) (?:journalism|newsroom|reporting|work|site|website|mission|publication)\\b.{0,120}',
  ],
  consent: [
    '(?=.{0,600}\\b(?:browser|experience|traffic|consent|preferences|advert|accept|analy[st]|web ?site|privacy|policy|settings))(?:we|this (?:web)?site|our (?:web)?site|by (?:using|continuing|clicking|visiting|browsing)|to (?:provide|give|help|improve|offer)|you can|your (?:privacy|choices|consent))\\b.{0,300}\\bcookies\\b.{0,300}',
    'we (?:value|respect|care about) your privacy\\b.{0,120}',
    'we and our (?:\\d+ )?(?:trusted )?(?:partners|vendors)\\b.{0,400}',
  ],
  tags: ['this entry was (?:posted|filed|tagged)\\b.{0,300}'],
  advertisement: [
    'why am i seeing this.{0,20}',
    '.{0,200}\\bclick here (?:for more (?:information|details)|to (?:subscribe|buy|order|register|download)\\b[^.]{0,60})[.!]?',
  ],
  comments: [
    '(?:you (?:must|need to|have to) be|you.re not) (?:logged|signed|registered).{0,100}',
    '(?:please )?(?:log|sign) ?in (?:or .{2,30} )?to (?:comment|reply|leave|post|join|view|continue)\\b.{0,80}',
    'your e-?mail (?:address )?will not be (?:published|shared).{0,100}|required fields are marked.{0,60}|fields marked .{0,60}',
    'save my name\\b.{0,140}|notify me of\\b.{0,100}|this site uses akismet.{0,140}|please enter your (?:comment|name|e-?mail).{0,60}',
    '(?:join|start|be part of) the (?:conversation|discussion|debate).{0,60}|be the first to (?:comment|reply|like|react|review|share).{0,60}',
    '(?:the )?comments?(?: section)? (?:on this .{2,20} )?(?:are|is|have been|has been) (?:now )?(?:closed|off|disabled|moderated|turned).{0,100}',
    'what do you think\\?|(?:what do you think|have your say|share your (?:thoughts|views|opinion|comments?)|tell us what you think|let us know)\\b.{0,120}\\b(?:comments?|below)\\b.{0,60}',
  ],
  legal: [
    '(?:copyright ?(?:©|ⓒ|\\(c\\)|\\d{4})|©|ⓒ|\\(c\\) ?(?:copyright|\\d{4})).{0,240}',
    '.{0,160}\\ball rights (?:are )?reserved\\b.{0,240}',
    'error:? ?(?:this )?content is (?:copyright )?protected.{0,40}|content is protected.{0,40}',
    'this (?:material|content|article|story)[^.]{0,60} (?:may|must|can) ?not be (?:published|reproduced|broadcast|copied|republished|redistributed).{0,300}',
    '(?:this (?:document|article|content) is subject to copyright|citation:.{1,200}\\bretrieved)\\b.{0,300}',
    'no part of this (?:publication|article|site|website|material)\\b.{0,300}|reproduction (?:in whole|without)\\b.{0,300}',
    '\\(?(?:the )?(?:views|opinions)[^.]{0,40} expressed (?:in this|here|are|by the (?:author|writer|contributor|columnist))\\b.{0,400}',
    '\\(?this (?:article|story|post|piece|report|copy|column)[^.]{0,20} (?:(?:was |has been )?(?:originally|first) (?:published|appeared|posted)|(?:has|was|is)(?: not| also)* (?:been )?(?:edited|republished|syndicated|auto-?generated|generated|reprinted|published (?:from|under)))\\b.{0,300}',
    '\\(?except for the headline\\b.{0,200}|\\(?disclaimer ?[:)](?=.{0,300}\\b(?:views?|opinions?|articles?|story|stories|content|information|advice|liable|liability|responsib|syndicated|translated|generated|endorse)).{0,400}|read our (?:privacy|terms)\\b.{0,100}',
    '(?:have|got) a (?:news )?tip\\?.{0,160}|(?:spotted|found|notice) an? (?:error|typo|mistake)\\?.{0,120}|report an? (?:error|typo|correction|mistake)(?: in this (?:article|story|page))?\\.?',
  ],
  caption: [
    '\\(?(?:(?:file|featured|cover|main|stock|top|lead) )?(?:photo|image|picture|pic|photograph|illustration|video|graphic|foto|screengrab|screenshot)s?(?: (?:credits?|courtesy|source|by|used for representation)(?: of| by)?)? ?[:/|©].{0,160}',
    '.{0,400}\\((?:representational|representative|representation|file|handout|undated|archive)(?: (?:image|photo|picture|pic))?\\)\\.?',
    '\\(?(?:file|representational|representative|representation|stock|handout|archive|symbolic) (?:photo|image|picture|pic|purpose)s?(?: only)?\\)?\\.?',
    '.{0,400}[([][^()[\\]]{0,60}\\b(?:photo|image|picture|screengrab|illustration|pic)s?\\b ?(?:[:/]|by|courtesy|credit|via|from)[^()[\\]]{0,80}[)\\]]\\.?',
    '.{0,400}(?:[/|([©–—]|\\bvia|\\bcourtesy(?: of)?|photo:?|image:?) ?(?:[\\p{L} .]{0,40}/ ?)?(?:getty images|getty|shutterstock|ap photo|istock|alamy|unsplash|pixabay|wikimedia commons)\\b[^.]{0,40}\\.?',
    '.{0,400}[([]?(?:reuters|afp|pti photo|ap photo|epa|pool|nasa) ?/ ?[^.\\s][^.]{1,50}[)\\]]',
  ],
};

/** What menus, footers and share bars are made of; an article may have one of them as a heading. */
export const MENU_WORDS = setOf(
  'home|homepage|news|latest|latest news|top stories|world|world news|international|national|local|nation|business|economy|markets|finance|money|politics|opinion|opinions|editorial|editorials|analysis|features|sport|sports|cricket|football|entertainment|culture|arts|books|music|movies|lifestyle|life|style|fashion|food|travel|health|science|environment|climate|technology|tech|gadgets|education|jobs|careers|real estate|auto|weather|video|videos|photos|pictures|podcast|podcasts|live|live tv|tv|radio|events|magazine|archive|archives|search|menu|more|all|close|sections|about|about us|contact|contact us|advertise|advertise with us|subscriptions|newsletter|newsletters|login|logout|account|profile|help|faq|faqs|support|feedback|privacy|terms|disclaimer|dmca|sitemap|site map|rss|rss feed|feeds|imprint|impressum|shop|store|games|puzzles|crossword|horoscope|classifieds|obituaries|press releases|english|español|français|deutsch|hindi|previous|next|prev|back|reply|comment|comments|edit|ok|okay|yes|no|got it|submit|send|go|cancel|continue|dismiss|skip|name|author|website|staff|exclusive|breaking|breaking news|featured|popular|explore|discover|follow|following|followers',
);

/** Ways of passing an article on. */
export const NETWORKS = setOf(
  'facebook|twitter|x|whatsapp|telegram|linkedin|email|mail|e|print|pinterest|reddit|tumblr|messenger|copy|link|share|tweet|sms|flipboard|pocket|viber|line|vk|threads|bluesky|mastodon|google|instagram|youtube|tiktok|snapchat|rss|gmail|save|bookmark|koo|wechat|weibo|fb|url|stumbleupon|digg|skype|xing|and|or|via|on|more',
);

function setOf(list: string): Set<string> {
  return new Set(list.split('|'));
}
