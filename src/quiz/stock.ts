/**
 * Names that everybody knows, by kind: they tell what a name of an article is, and are offered as wrong answers where the
 * articles have too few of a kind.
 */
const CITIES =
  'Amsterdam|Athens|Bangkok|Barcelona|Beijing|Berlin|Bogota|Boston|Brussels|Budapest|Buenos Aires|Cairo|Cape Town|Chicago|Copenhagen|Dallas|Delhi|Denver|Dubai|Dublin|Edinburgh|Frankfurt|Geneva|Glasgow|Hamburg|Helsinki|Houston|Istanbul|Jakarta|Jerusalem|Johannesburg|Karachi|Kyiv|Lagos|Lima|Lisbon|Liverpool|London|Los Angeles|Madrid|Manchester|Manila|Melbourne|Mexico City|Miami|Milan|Montreal|Moscow|Mumbai|Munich|Nairobi|New Delhi|New York|Oslo|Paris|Philadelphia|Prague|Rome|San Francisco|Santiago|Seattle|Seoul|Shanghai|Stockholm|Sydney|Tel Aviv|Tokyo|Toronto|Vancouver|Vienna|Warsaw|Zurich'.split(
    '|',
  );
const STATES =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|Wisconsin|Wyoming'.split(
    '|',
  );
/** Countries of which nobody says that they are a part of another. */
const COUNTRIES =
  'Argentina|Australia|Austria|Belgium|Brazil|Canada|Chile|China|Colombia|Denmark|Egypt|Finland|France|Germany|Greece|India|Indonesia|Ireland|Israel|Italy|Japan|Kenya|Malaysia|Mexico|Netherlands|Nigeria|Norway|Pakistan|Poland|Portugal|Russia|Singapore|Spain|Sweden|Switzerland|Thailand|Turkey|Ukraine|Vietnam'.split(
    '|',
  );
/** Places that are no cities of the world, or are other things as well: known, but offered to nobody. */
const OTHER_PLACES =
  'Georgia|Hong Kong|Macau|Puerto Rico|Greenland|Gibraltar|Palestine|New York City|Washington|Washington, D.C.|Brooklyn|Manhattan|Hollywood|Silicon Valley|Europe|Asia|Africa|North America|South America|Latin America|Central America|Antarctica|Middle East|West Bank|Gaza|Crimea|Kashmir|Punjab|Bavaria|Catalonia|Queensland|New South Wales|Ontario|Quebec|British Columbia|Alberta|Kabul|Baghdad|Tehran|Damascus|Riyadh|Doha|Ankara|Islamabad|Dhaka|Kolkata|Chennai|Bengaluru|Bangalore|Hyderabad|Birmingham|Leeds|Belfast|Cardiff|Bristol|Atlanta|Detroit|Cleveland|Phoenix|San Diego|San Antonio|Austin|Fort Worth|Las Vegas|Minneapolis|St. Louis|Pittsburgh|Baltimore|Portland|Sacramento|Orlando|Tampa|New Orleans|Nashville|Salt Lake City|Kiev|Minsk|Bucharest|Sofia|Belgrade|Zagreb|Bratislava|Ljubljana|Riga|Vilnius|Tallinn|Reykjavik|Hanoi|Ho Chi Minh City|Taipei|Osaka|Kyoto|Busan|Shenzhen|Guangzhou|Wuhan|Xinjiang|Tibet|Caracas|Quito|Havana|Rio de Janeiro|Sao Paulo|Casablanca|Tunis|Algiers|Addis Ababa|Kampala|Accra|Dakar|Kinshasa|Harare|Pretoria|Perth|Brisbane|Adelaide|Auckland|Wellington|Pacific|Atlantic|Indo-Pacific|Mediterranean|Arctic|Caribbean|Balkans|Himalayas|Alps'.split(
    '|',
  );
const AGENCIES =
  'World Health Organization|World Bank|World Trade Organization|International Monetary Fund|European Commission|European Space Agency|European Central Bank|International Atomic Energy Agency|International Olympic Committee|International Criminal Court|Arab League|African Union|Red Cross|Amnesty International|Human Rights Watch|Greenpeace|Federal Reserve|World Economic Forum|Interpol|Europol'.split(
    '|',
  );
const COMPANIES =
  'Airbus|Amazon|Apple|Boeing|Disney|Facebook|Ford|General Electric|General Motors|Goldman Sachs|Google|Honda|Intel|Mastercard|Microsoft|Netflix|Nike|Nissan|Samsung|Shell|Siemens|Sony|Starbucks|Tesla|Toyota|Uber|Visa|Volkswagen|Walmart'.split(
    '|',
  );
const CLUBS =
  'Real Madrid|Barcelona FC|Juventus|Bayern Munich|Tottenham|Arsenal|Manchester United|Manchester City|Inter Milan|Borussia Dortmund|Paris Saint-Germain|Ajax|Benfica|Atletico Madrid|Celtic'.split(
    '|',
  );
const OTHER_COMPANIES =
  'Twitter|YouTube|Instagram|WhatsApp|LinkedIn|TikTok|Snapchat|Alibaba|Tencent|Huawei|Xiaomi|Nokia|Ericsson|Nvidia|Qualcomm|Oracle|Cisco|Adobe|Spotify|Airbnb|Lyft|PayPal|eBay|Nintendo|BMW|Daimler|Renault|Fiat|Hyundai|Kia|Mazda|Chrysler|Ferrari|Porsche|Volvo|SpaceX|Blue Origin|Lockheed Martin|Northrop Grumman|Raytheon|ExxonMobil|Chevron|BP|Gazprom|Pfizer|Moderna|AstraZeneca|Novartis|Nestle|Unilever|Coca-Cola|Pepsi|JPMorgan|Citigroup|HSBC|Barclays|Deutsche Bank|Morgan Stanley|SoftBank|Emirates|Lufthansa|Ryanair|Qantas|IBM|AMD|Reuters|Bloomberg|CNN|BBC|Mozilla|WeWork'.split(
    '|',
  );
const OTHER_ORGANISATIONS =
  'NASA|FBI|CIA|NATO|IMF|WTO|WHO|ISRO|ESA|CNES|JAXA|NBC|CBS|ABC|NPR|PBS|HBO|MTV|ESPN|FIFA|UEFA|NFL|NBA|MLB|NHL|NCAA|EPA|FDA|CDC|FCC|FAA|FTC|IRS|NSA|DHS|OPEC|ASEAN|IAEA|UNESCO|UNICEF|ACLU|MIT|NYPD|LAPD|IOC|OECD|ECB|ICC|AFP|Associated Press|Agence France-Presse|Hamas|Hezbollah|Taliban|Kremlin|Pentagon|White House|Scotland Yard|Capitol Hill|Supreme Court|Wikipedia|WikiLeaks|Cambridge Analytica|Digital Foundry'.split(
    '|',
  );

const PLACES = new Set([...CITIES, ...STATES, ...OTHER_PLACES]);
const ORGANISATIONS = new Set([
  ...AGENCIES,
  ...COMPANIES,
  ...OTHER_COMPANIES,
  ...CLUBS,
  ...OTHER_ORGANISATIONS,
]);
/** Lists of which one name may stand beside another. */
const LIKE = [CITIES, STATES, AGENCIES, COMPANIES, CLUBS];
/** Lists of which names of two never stand beside each other. */
const SORTS = [CITIES, STATES, AGENCIES, [...COMPANIES, ...OTHER_COMPANIES], CLUBS, OTHER_ORGANISATIONS];

/** What a name that everybody knows is the name of; `undefined` for all others. */
export function knownKindOf(name: string): 'place' | 'organisation' | undefined {
  return PLACES.has(name) ? 'place' : ORGANISATIONS.has(name) ? 'organisation' : undefined;
}

/** Wrong answers of the same sort: countries beside a country, cities beside a city; none beside what is not known. */
export function stockBeside(kind: string, name: string): readonly string[] {
  return kind === 'country' ? COUNTRIES : (LIKE.find((list) => list.includes(name)) ?? []);
}

/** Whether two names are not known to be of different sorts: a club and a company are. */
export function mayBeOfOneSort(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => SORTS.find((list) => list.includes(name)));
  return a === undefined || b === undefined || a === b;
}
