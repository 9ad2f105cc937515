/**
 * The words of the scripted model. There are two lists of everything: one to fit and mend the check with, and one that it
 * is measured with and that nobody looks at while mending.
 */
export interface Vocabulary {
  /** Words that can stand for each other in most sentences, as a writer would exchange them. */
  synonyms: Readonly<Record<string, string>>;
  /** Verbs and the noun phrases that say the same. */
  nominals: Readonly<Record<string, string>>;
  frames: readonly string[];
  names: readonly string[];
  added: readonly string[];
  causes: readonly string[];
  predicates: readonly string[];
  /** Verbs that have nothing to do with what is told. */
  verbs: readonly string[];
  /** Verbs, and others that are near to them and say something else. */
  nearVerbs: Readonly<Record<string, string>>;
  opposites: readonly (readonly [string, string])[];
  /** What turns a thing done into one that is only meant to be: with the infinitive behind it. */
  intentions: readonly string[];
  nouns: readonly string[];
  reporters: readonly string[];
}

const FITTING: Vocabulary = {
  synonyms:
    pairs(`began started | start begin | started began | begins starts | also additionally | about roughly | help assist | helps assists | helped assisted
    buy purchase | bought purchased | large big | largest biggest | big large | agreement accord | country nation | countries nations | nations countries
    shows demonstrates | showed demonstrated | use employ | used employed | uses employs | using employing | build construct | built constructed | building constructing
    end conclude | ended concluded | important significant | main principal | many numerous | several various | often frequently | usually typically | quickly rapidly
    near close to | however though | because since | while whereas | although though | get obtain | got obtained | give provide | gave provided
    provide offer | provides offers | provided offered | need require | needs requires | needed required | show demonstrate | people persons | children kids
    goal aim | aims goals | aim goal | purpose aim | founded established | established founded | created set up | create set up | formed created | form create
    group body | leader head | leaders heads | chief main | war conflict | military armed | weapons arms | ships vessels | ship vessel | area region
    areas regions | region area | regions areas | part portion | parts portions | problem issue | problems issues | job post | work labour | try attempt | tried attempted
    think believe | thought believed | want wish | choose select | chosen selected | chose selected | called named | allow permit | allows permits | allowed permitted
    stop halt | stopped halted | keep retain | kept retained | grow expand | grew expanded | reduce lower | reduced lowered | discuss talk about | announce declare
    announced declared | support back | supported backed | supports backs | ensure guarantee | ensures guarantees | protect safeguard | protects safeguards | launch start
    launched started | lead head | visit trip | talks discussions | meeting gathering | cooperation collaboration | treaty pact | rules regulations | law statute
    laws statutes | students pupils | scientists researchers | attack assault | attacks assaults | threat danger | threats dangers | first initial | whole entire
    almost nearly | nearly almost | mostly mainly | mainly mostly | yearly annual | annual yearly | each every | became turned into | happened occurred | occurred happened
    located situated | includes contains | among between | through via | under beneath | during throughout | before prior to | within inside`),
  nominals:
    pairs(`decided made a decision | visited paid a visit to | agreed reached an agreement | announced made an announcement of | attacked made an attack on
    arrived made its arrival | proposed made a proposal for | discovered made the discovery of | contributed made a contribution | supported gave support to`),
  frames: ['According to the article, ', 'The article says that ', 'It is reported that ', 'As reported, '],
  names: [
    'Marlow Tennant',
    'Ostrava',
    'Halden Institute',
    'Priya Venkataraman',
    'Lake Corvin',
    'General Okoro',
    'Brazil',
    'Northgate Bank',
  ],
  added: [
    ' after a long dispute with its neighbours',
    ', the worst result in decades',
    ' despite fierce criticism from doctors',
    ' and won an international prize for it',
    ', and the costs doubled',
    ' to the delight of farmers',
    ', which economists call a mistake',
    ' in secret',
    ' under pressure from banks',
    ', though most experts disagree',
  ],
  causes: [
    ', which led to street protests',
    ' because of heavy rain',
    ' due to a lack of money',
    ', causing delays everywhere',
  ],
  predicates: [
    'was widely criticised by farmers',
    'went bankrupt soon afterwards',
    'has been praised for its music',
    'is the most popular of its kind',
    'was destroyed by a flood',
    'has refused to pay its debts',
    'employs thousands of engineers',
    'is planning to close its offices',
  ],
  verbs:
    'destroyed sold criticised stole banned mocked abandoned cancelled doubled inherited painted postponed'.split(
      ' ',
    ),
  nearVerbs:
    pairs(`proposed approved | approved proposed | announced cancelled | developed tested | tested developed | designed built | built designed | requested received
    signed drafted | ordered delivered | offered accepted | published leaked | discovered predicted | visited left | owned rented | created copied
    led joined | joined led | used sold | founded bought | studied taught | produced imported | discussed agreed | called emailed | served governed | killed injured`),
  opposites:
    twos(`increase decrease | increased decreased | first last | more less | largest smallest | before after | after before | began ended
    started stopped | joined left | allow forbid | allows forbids | support oppose | won lost | north south | east west | include exclude
    higher lower | open close | accepted rejected | approved rejected | strengthen weaken | most fewest | import export`),
  intentions: ['plans to', 'may', 'hopes to', 'refused to', 'will'],
  nouns: 'bankers bridges elections hospitals violins hotels wheat taxes churches lawyers'.split(' '),
  reporters: ['said', 'claimed', 'wrote'],
};

const MEASURING: Vocabulary = {
  synonyms:
    pairs(`ended finished | finish complete | completed finished | said stated | says states | bought acquired | sold marketed | huge enormous | small little | smaller littler
    fast quick | city town | nation state | company firm | companies firms | firm company | made produced | makes produces | make produce | wrote penned | written penned
    received got | receive get | moved relocated | teach instruct | taught instructed | died perished | killed slain | won gained | hold keep | held kept | holds keeps
    took seized | taken seized | sent dispatched | send dispatch | chosen picked | chose picked | wanted desired | shown displayed | show display | shows displays
    helped aided | help aid | helps aids | fixed repaired | broke shattered | requires demands | required demanded | require demand | asked requested | ask request
    answered replied | known recognised | famous renowned | important vital | major key | chief head | usually generally | often regularly | sometimes occasionally
    nearly almost | roughly approximately | about approximately | almost practically | entire complete | total whole | new novel | old ancient | rich wealthy
    poor needy | difficult hard | hard difficult | easy simple | dangerous hazardous | safe secure | main primary | primary main | early initial | last final
    final last | aim objective | aims objectives | purpose goal | goal objective | task job | method technique | methods techniques | result outcome
    results outcomes | effect impact | effects impacts | change alteration | changes alterations | growth expansion | fall drop | rise increase | rose increased
    doctors physicians | lawyers attorneys | film movie | films movies | car automobile | cars automobiles | soldiers troops | troops soldiers | vessel ship
    vessels ships | weapon arm | border frontier | borders frontiers | picture image | pictures images | road street | home residence | house home
    pact agreement | accord agreement | deal agreement | treaty agreement | discussion debate | meeting session | meetings sessions | conflict war | battle fight
    attempt try | attempts tries | attempted tried | allow let | prevent stop | prevented stopped | banned prohibited | forbidden prohibited | ordered commanded
    joined entered | left departed | leave depart | return come back | returned came back | began commenced | begin commence | started commenced | continue carry on
    continued carried on | remain stay | remained stayed | remains stays | created made | create make | constructed built | construct build | founded set up
    named called | called termed | considered regarded as | believed thought | believe think | seen viewed | described portrayed | describe portray
    increase grow | increased grew | decreased declined | reduced cut | reduce cut | strengthen reinforce | improve enhance | improved enhanced | defend protect
    gather collect | gathered collected | spread disseminated | appeared emerged | appear emerge | permit allow | buy acquire | worked laboured | money cash`),
  nominals:
    pairs(`decided took the decision | decides takes the decision | visited made a visit to | agreed came to an agreement | attempted made an attempt | investigated carried out an investigation of
    used made use of | studied made a study of | performed gave a performance of | warned gave a warning | promised made a promise | invested made an investment
    described gave a description of | recovered made a recovery | considered gave consideration to | defended came to the defence of`),
  frames: [
    'The report says that ',
    'As the article notes, ',
    'According to this report, ',
    'The passage states that ',
  ],
  names: [
    'Ingrid Solheim',
    'Port Veridan',
    'Callaway Foundation',
    'Tomasz Wieczorek',
    'Mount Ashgrove',
    'Senator Delacroix',
    'Peru',
    'Bluewater Airlines',
  ],
  added: [
    ' following months of talks in Geneva',
    ', a record for the region',
    ', to the surprise of analysts',
    ' at the request of its insurers',
    ' and gave the proceeds to charity',
    ', although the figures are contested',
    ' without telling the public',
    ', the first time a woman did so',
    ' with help from volunteers',
    ' on the advice of lawyers',
  ],
  causes: [
    ', which resulted in mass layoffs',
    ' because the funding ran out',
    ' owing to a strike',
    ' in response to a court ruling',
    ' and so caused a shortage',
  ],
  predicates: [
    'was sold to a rival last year',
    'is feared by its neighbours',
    'has apologised to the victims',
    'was praised by teachers',
    'never recovered from the loss',
    'lives in poverty today',
    'has become a popular tourist destination',
    'was invented by accident',
  ],
  verbs:
    'burned rented praised smuggled copied dismantled ridiculed tripled borrowed renamed flooded auctioned'.split(
      ' ',
    ),
  nearVerbs:
    pairs(`proposed adopted | adopted proposed | recommended ordered | planned completed | completed planned | started completed | tested approved | approved tested
    designed manufactured | built financed | financed built | invented improved | discovered invented | requested granted | offered sold | bought leased | leased bought
    signed negotiated | negotiated signed | published wrote | founded managed | managed founded | led advised | advised led | attended organised | organised attended
    studied lectured | used tested | produced sold | sold produced | moved invited | named nominated | elected nominated | nominated elected | appointed recommended
    killed wounded | wounded killed | arrested questioned | accused convicted | charged convicted | suggested proved | believed proved | developed purchased | created discovered
    launched announced | announced launched | supported tolerated | opened renovated | established visited | introduced criticised | received requested | developed abandoned`),
  opposites:
    twos(`rise fall | rose fell | increased fell | latest earliest | fewer more | oldest newest | above below | arrived departed | opened closed | accept refuse
    agreed refused | bought sold | winner loser | western eastern | northern southern | includes excludes | upper lower | hot cold | success failure | minimum maximum
    strong weak | early late | rich poor | public private | majority minority | inside outside | expanded shrank | improved worsened | remember forget | heavy light`),
  intentions: ['intends to', 'might', 'is expected to', 'promised to', 'could', 'failed to', 'is going to'],
  nouns: 'dentists tunnels auctions orchards trumpets ferries barley passports monks pilots'.split(' '),
  reporters: ['told reporters', 'argued', 'insisted', 'stated'],
};

/** The word lists to fit with, or those to measure with. */
export function vocabularyFor(part: 'fit' | 'measure'): Vocabulary {
  return part === 'fit' ? FITTING : MEASURING;
}

function pairs(list: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    list
      .split(/[|\n]/)
      .map((pair) => pair.trim().split(/\s+/))
      .filter(([word]) => word)
      .map(([word = '', ...others]) => [word, others.join(' ')]),
  );
}

function twos(list: string): readonly (readonly [string, string])[] {
  return Object.entries(pairs(list));
}
