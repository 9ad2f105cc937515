/** Words that can stand for each other in most sentences, as a writer would exchange them. */
export const SYNONYMS: Readonly<Record<string, string>> = Object.fromEntries(
  `began started | start begin | started began | begins starts | said stated | says states | also additionally | about roughly | help assist | helps assists
  helped assisted | buy purchase | bought purchased | large big | largest biggest | big large | agreement accord | country nation | countries nations | nations countries
  shows demonstrates | showed demonstrated | use employ | used employed | uses employs | using employing | build construct | built constructed | building constructing
  end conclude | ended concluded | important significant | main principal | many numerous | several various | often frequently | usually typically | quickly rapidly
  near close to | however though | because since | while whereas | although though | get obtain | got obtained | give provide | gave provided | given provided
  provide offer | provides offers | provided offered | need require | needs requires | needed required | show demonstrate | people persons | children kids | city town
  goal aim | aims goals | aim goal | purpose aim | founded established | established founded | created set up | create set up | formed created | form create
  member participant | members participants | group body | leader head | leaders heads | chief main | war conflict | military armed | weapons arms | weapon arm
  sea ocean | ships vessels | ship vessel | area region | areas regions | region area | regions areas | part portion | parts portions | problem issue | problems issues
  cost price | money funds | job post | work labour | worked laboured | try attempt | tried attempted | tries attempts | think believe | thought believed | wanted wished
  want wish | choose select | chosen selected | chose selected | called named | known famous | allow permit | allows permits | allowed permitted | stop halt | stopped halted
  keep retain | kept retained | increase raise | increased raised | grow expand | grew expanded | improve better | improved bettered | reduce lower | reduced lowered
  discuss talk about | discussed talked about | announce declare | announced declared | support back | supported backed | supports backs | sign ink | signed inked
  ensure guarantee | ensures guarantees | protect safeguard | protects safeguards | protected safeguarded | launch start | launched started | lead head | leads heads | led headed
  visit trip | talks discussions | meeting gathering | cooperation collaboration | partnership collaboration | treaty pact | pact treaty | rules regulations | law statute
  laws statutes | students pupils | scientists researchers | technology tech | attack assault | attacks assaults | threat danger | threats dangers | share distribute
  shared common | joint common | first initial | whole entire | almost nearly | nearly almost | mostly mainly | mainly mostly | yearly annual | annual yearly | each every
  became turned into | happened occurred | occurred happened | located situated | consists is made up | contains includes | includes contains | among between | through via
  under beneath | over above | during throughout | before prior to | after following | without lacking | against opposed to | within inside | per each | such like`
    .split(/[|\n]/)
    .map((pair) => pair.trim().split(/\s+/))
    .map(([word = '', ...others]) => [word, others.join(' ')]),
);
