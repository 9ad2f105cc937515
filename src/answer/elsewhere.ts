/**
 * Questions about many different things, none of them about any library in particular: what one of them finds in a
 * library is found by chance.
 */
export const ELSEWHERE: readonly string[] = `
  How do I reset my router to factory settings?
  What is the best temperature to roast a chicken?
  Who won the men's singles at Wimbledon in 1985?
  How many goals did the striker score in the cup final?
  Which river flows through Budapest?
  What is the boiling point of mercury?
  Who wrote Pride and Prejudice?
  When was the bicycle invented?
  How tall is the Eiffel Tower?
  Which singer released the album Thriller?
  What time does the supermarket close on Sunday?
  How many people were hurt in the bus crash near Lima?
  When did the volcano on La Palma erupt?
  Who was elected mayor of Toronto?
  Why did the pilots of the airline go on strike?
  How much did the studio pay for the film rights?
  Which vaccine was approved for children under five?
  What did the doctor say about sleep and memory?
  How much has the price of bread risen this year?
  Which bank was fined for money laundering?
  Why was the football coach sacked?
  Who directed the film Casablanca?
  How many chapters does the novel have?
  What is the capital of Mongolia?
  How do you say good morning in Portuguese?
  Which planet has the most moons?
  What causes hiccups?
  How long does it take to boil an egg?
  Which breed of dog is the smallest?
  Who painted the ceiling of the Sistine Chapel?
  What is the chemical symbol for gold?
  How many bones are in the human body?
  Where was the wildfire that destroyed the village?
  When will the new metro line open in Warsaw?
  Who is accused of stealing the painting from the museum?
  How many jobs will the car factory cut?
  What did the actress wear to the wedding?
  Which team signed the goalkeeper on a free transfer?
  How much rain fell during the storm in Queensland?
  What is the new phone's battery capacity?
  Why did the court overturn the murder conviction?
  Which university did the astronaut attend?
  How many calories are in a banana?
  What is the plot of the last episode of the series?
  Who invented the telephone?
  What are the rules of chess?
  How can I learn to play the guitar?
  What is the difference between a virus and a bacterium?
  When did the Roman Empire fall?
  Which country won the first football World Cup?
  How fast can a cheetah run?
  What language is spoken in Brazil?
  Who discovered penicillin?
  How deep is the Mariana Trench?
  What is the tax rate for small businesses?
  Which hospital is treating the injured firefighters?
  Why are bees dying?
  How did the climbers survive the avalanche?
  When does the school year begin in Japan?
  What did the senator say about gun laws?
  How many tickets were sold for the concert?
  Which company recalled its baby food?
  Who replaced the chief executive of the oil company?
  What happened to the missing hiker?
  Which species of shark was seen off the beach?
  How much did the archaeologists find in the shipwreck?
  Where will the next Winter Olympics be held?
  How many seats did the party win in the regional election?
  Which drug was given to the racehorse?
  What is the recipe for pancakes?
  How do I grow tomatoes on a balcony?
  Can you recommend a good book about gardening?
  What is the square root of 144?
  Which database is fastest for time series?
  How do I install a printer on Linux?
  Who is the best basketball player of all time?
  How do I get rid of ants in the kitchen?
  Who coaches the volleyball team that reached the semi-final?
  How many medals did the swimmer win at the championships?
  Which cyclist wore the yellow jersey longest?
  What did the farmers spray on the town hall?
  How many passengers were on the ferry that sank?
  Why was the dam on the Zambezi built?
  When was the cathedral damaged by fire rebuilt?
  Which orchestra will play at the opening night?
  Who translated the poem into Icelandic?
  How much does the electric scooter weigh?
  What is the interest rate on a mortgage?
  Which airline flies from Auckland to Santiago?
  How many kilometres of railway were electrified last year?
  Who is the chief economist of the insurer?
  What did the jury decide in the defamation case?
  Which bacteria were found in the lettuce?
  How long is the waiting list for hip surgery?
  Why did the bakery chain go bankrupt?
  When was the lighthouse automated?
  Which glacier has lost most of its ice?
  How many languages does the interpreter speak?
  Who composed the opera about the fisherman?
  What does a marine biologist earn?
  Which village banned cars from its centre?
  How did the thieves open the safe?
  What is the scientific name of the red squirrel?
  When did the comet last pass the sun?
  Which chess player is ranked highest?
  How many eggs does a sea turtle lay?
  Who designed the bridge across the fjord?
  What was the temperature in Madrid on the hottest day?
  Why was the video game delayed?
  Which minister resigned over the ferry contract?
  How much money did the charity run collect?
  Who owns the vineyard in Mendoza?
  What is a good exercise for back pain?
  Which museum shows the dinosaur skeleton?
  How many people attended the carnival in Cologne?
  When was the novel by the Nigerian author published?
  What do vets advise against ticks?
  How do I change the language of my keyboard?
  Which island was evacuated because of the cyclone?
  Who scored the winning penalty?
`
  .trim()
  .split(/\n\s*/);
