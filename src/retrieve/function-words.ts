import type { Language } from '../model.ts';

/** What a question word asks for, in English, and the phrases that do; a phrase is one word or several. */
export type QuestionWord =
  | 'when'
  | 'how many'
  | 'how much'
  | 'where'
  | 'who'
  | 'why'
  | 'how'
  | 'what'
  | 'which';

/** The small words of a language, in lower case; accents do not matter in those written with Latin letters. */
export interface FunctionWords {
  /** Phrases are parted by commas. */
  asks: Partial<Record<QuestionWord, string>>;
  /** Words that say nothing of what a question is about, parted by spaces. */
  others: string;
}

export const FUNCTION_WORDS: Record<Exclude<Language, 'en'>, FunctionWords> = {
  fr: {
    asks: {
      when: 'quand, à quelle date, en quelle année, quelle année',
      'how many': 'combien',
      where: 'où',
      who: 'qui',
      why: 'pourquoi, pour quelle raison',
      how: 'comment',
      what: 'que, comment s appelle, quoi, quel, quelle, qu est ce que, quelles, quels',
      which: 'lequel, laquelle, lesquels, lesquelles',
    },
    others:
      'l d qu c s n j m t le la les un une des du de au aux à et ou est sont était étaient sera seront été être a ont avait avaient aura auront avoir fut il elle ils elles on ce cet cette ces se sa son ses leur leurs y en dans sur sous par pour avec sans entre vers chez depuis pendant avant après contre selon pas plus moins très aussi mais donc car si comme dont lors fait font faire dit peut doit tout tous toute toutes nous vous je tu me te moi lui même quelqu allé allée alla va vont signifie signifient veut dire trouve située situé appelle nomme',
  },
  es: {
    asks: {
      when: 'cuándo, en qué año, en qué fecha, qué año',
      'how many': 'cuántos, cuántas',
      'how much': 'cuánto, cuánta',
      where: 'dónde, adónde',
      who: 'quién, quiénes',
      why: 'por qué',
      how: 'cómo',
      what: 'qué, cómo se llama',
      which: 'cuál, cuáles',
    },
    others:
      'el la los las un una unos unas lo al del de a en y e o u con por para sin sobre entre hasta desde hacia contra según durante ante tras se su sus es son era eran fue fueron ser será serán sido está están estaba ha han había haber hay tiene tienen tuvo tenía hace hizo hacer puede debe dice que como si no más menos muy también pero este esta estos estas ese esa eso esto le les me nos cual quien significa significan encuentra ubicada ubicado llama quiere decir',
  },
  pt: {
    asks: {
      when: 'quando, em que ano, que ano, em que data',
      'how many': 'quantos, quantas',
      'how much': 'quanto, quanta',
      where: 'onde, aonde',
      who: 'quem',
      why: 'por que, porque, por quê',
      how: 'como',
      what: 'o que, que, quê',
      which: 'qual, quais',
    },
    others:
      'o a os as um uma uns umas de do da dos das em no na nos nas ao aos à às por pelo pela pelos pelas para com sem sobre entre até desde contra segundo durante e ou mas se seu sua seus suas é são era eram foi foram ser será serão sido está estão estava há tem têm teve tinha ter faz fez fazer pode deve diz não mais menos muito também este esta estes estas esse essa isso isto ele ela eles elas lhe nos foi já significa significam fica localizada localizado chama quer dizer',
  },
  de: {
    asks: {
      when: 'wann, in welchem jahr, welches jahr, seit wann',
      'how many': 'wie viele, wieviele',
      'how much': 'wie viel, wieviel',
      where: 'wo, wohin, woher',
      who: 'wer, wem, wen, wessen',
      why: 'warum, weshalb, wieso, wozu',
      how: 'wie',
      what: 'was, worum, wofür, worüber, wie heißt, wie heissen, wie heißen',
      which: 'welche, welcher, welches, welchen, welchem',
    },
    others:
      'der die das den dem des ein eine einen einem einer eines und oder aber nicht kein keine ist sind war waren wird werden wurde wurden worden sein hat haben hatte hatten kann können soll sollen will wollen muss müssen darf macht gibt es er sie ihr ihre ihren sein seine seinen man sich mit von vom zu zum zur in im ins an am auf aus bei beim bis durch für gegen nach ohne über um unter vor seit zwischen während als auch noch nur schon sehr mehr dass wenn dann denn so diese dieser dieses diesen jede alle allen viele bedeutet bedeuten heißt heisst liegt befindet steht nennt',
  },
  it: {
    asks: {
      when: 'quando, in che anno, in quale anno, che anno',
      'how many': 'quanti, quante',
      'how much': 'quanto, quanta',
      where: 'dove, dov',
      who: 'chi',
      why: 'perché',
      how: 'come',
      what: 'che cosa, cosa, cos, che',
      which: 'quale, quali, qual',
    },
    others:
      'il lo la i gli le un uno una l d dell all dall nell sull un di del dello della dei degli delle a al allo alla ai agli alle da dal dalla dai dalle in nel nello nella nei negli nelle con su sul sulla sui per tra fra senza contro durante secondo e ed o ma se non più meno molto anche è sono era erano fu furono sarà saranno essere stato stata stati state ha hanno aveva avevano avere fa fanno fare può deve dice si suo sua suoi sue loro questo questa questi queste quello ci ne significa trova situata situato chiama',
  },
  nl: {
    asks: {
      when: 'wanneer, in welk jaar, welk jaar',
      'how many': 'hoeveel',
      where: 'waar, waarheen',
      who: 'wie, wiens',
      why: 'waarom, waardoor',
      how: 'hoe',
      what: 'wat, waarover, waarvoor',
      which: 'welk, welke',
    },
    others:
      'de het een en of maar niet geen is zijn was waren wordt worden werd werden geweest heeft hebben had hadden kan kunnen zal zullen wil moet mag doet er hij zij ze haar hun hem zich met van te ten ter in op aan uit bij tot door voor tegen naar zonder over om onder na sinds tussen tijdens als ook nog al zeer meer dat dan die dit deze wel elke alle veel betekent ligt bevindt heet staat',
  },
  pl: {
    asks: {
      when: 'kiedy, w którym roku, w jakim roku',
      'how many': 'ile, ilu',
      where: 'gdzie, dokąd, skąd',
      who: 'kto, kim, kogo, komu',
      why: 'dlaczego, czemu',
      how: 'jak',
      what: 'co, czym, czego, jaki, jaka, jakie, jakim, jakiej, jaką',
      which: 'który, która, które, którzy, którym, której, którego',
    },
    others:
      'i a oraz lub albo ale nie czy się to ten ta te tym tej tego w we z ze na do od o u po za przez przed przy dla bez między nad pod podczas według jest są był była było byli były będzie będą być został została zostało zostały ma mają miał miała może mogą jego jej ich on ona ono oni już też także tylko bardzo więcej że gdy jako roku rok oznacza znaczy znajduje nazywa leży',
  },
  ru: {
    asks: {
      when: 'когда, в каком году, какого числа',
      'how many': 'сколько',
      where: 'где, куда, откуда',
      who: 'кто, кого, кому, кем, чей, чья, чьё',
      why: 'почему, зачем, отчего',
      how: 'как',
      what: 'что, чего, чему, чем, какой, какая, какое, какие, каких, каким, какую, о чём, о чем',
      which: 'который, которая, которое, которые',
    },
    others:
      'и а но или не ни в во на с со к ко у о об от до из за по под над при про для без между через после перед во время это этот эта эти этого этой тот та те был была было были есть быть будет будут стал стала стало стали имеет может могут ли же бы его её ее их он она оно они мы вы я себя свой своя свои уже ещё еще также тоже только очень более что чтобы если году год означает значит находится называется расположен расположена такой такая',
  },
  uk: {
    asks: {
      when: 'коли, в якому році, у якому році, якого числа',
      'how many': 'скільки',
      where: 'де, куди, звідки',
      who: 'хто, кого, кому, ким, чий, чия',
      why: 'чому, навіщо',
      how: 'як',
      what: 'що, чого, чим, який, яка, яке, які, яких, яким, яку, якою, про що',
      which: 'котрий, котра, котрі',
    },
    others:
      'і й та а але або не ні в у на з із зі до від о об за по під над при про для без між через після перед під час це цей ця ці цього цієї той ті був була було були є бути буде будуть став стала стали має може можуть чи ж би його її їх він вона воно вони ми ви я себе свій своя свої вже ще також теж тільки дуже більше щоб якщо році рік означає знаходиться розташований розташована називається такий така',
  },
  tr: {
    asks: {
      when: 'ne zaman, hangi yıl, hangi yılda, hangi tarihte',
      'how many': 'kaç, kaç tane',
      'how much': 'ne kadar, kaça',
      where: 'nerede, nereye, nereden, neresi, nerededir',
      who: 'kim, kimler, kimin, kimdir, kimi, kime',
      why: 'neden, niçin, niye',
      how: 'nasıl',
      what: 'ne, nedir, neler, neyi',
      which: 'hangi, hangisi, hangileri',
    },
    others:
      've veya ya da ama ile için gibi göre kadar sonra önce karşı bir bu şu o bunlar onlar değil mi mı mu mü var yok olan olarak oldu olduğu edildi etti ettiği eden olacak dir dır den dan de daha çok en her ki ise üzere arasında tarafından hakkında anlama geliyor bulunuyor denir',
  },
  id: {
    asks: {
      when: 'kapan, kapankah, tahun berapa, pada tahun berapa, tanggal berapa',
      'how many': 'berapa, berapa banyak, berapakah',
      where: 'di mana, dimana, ke mana, dari mana, di manakah',
      who: 'siapa, siapakah',
      why: 'mengapa, kenapa',
      how: 'bagaimana, bagaimanakah',
      what: 'apa, apakah, apa saja',
      which: 'mana, yang mana, manakah',
    },
    others:
      'yang dan atau tetapi di ke dari pada untuk dengan oleh dalam antara tentang sejak sampai sebelum sesudah setelah ini itu adalah ialah akan telah sudah sedang tidak bukan ada para sebagai seperti juga lebih saat ketika karena mereka dia ia kami kita nya jumlah banyak terletak artinya disebut',
  },
  vi: {
    asks: {
      when: 'khi nào, bao giờ, lúc nào, năm nào, vào năm nào, ngày nào',
      'how many': 'bao nhiêu, mấy',
      where: 'ở đâu, đâu, nơi nào',
      who: 'ai, ai là, ai đã',
      why: 'tại sao, vì sao, sao',
      how: 'như thế nào, thế nào, làm sao, ra sao',
      what: 'cái gì, gì, là gì, điều gì',
      which: 'nào, những gì',
    },
    others:
      'là và hoặc của cho với trong ngoài trên dưới từ đến tại ở bởi được bị đã đang sẽ có không các những một này đó kia thì mà khi về vào ra lên cũng rất nhiều hơn theo giữa để do nên người việc cuộc chiếc',
  },
  'hi-Latn': {
    asks: {
      when: 'kab, kis saal, kis din, kab tak, kab se',
      'how many': 'kitne, kitni, kitna, kitnay',
      where: 'kahan, kaha, kahaan, kidhar',
      who: 'kaun, kon, kisne, kiske, kisko, kiski',
      why: 'kyon, kyun, kyu, kyo, kyoon, kis liye',
      how: 'kaise, kaisa, kaisi',
      what: 'kya, kyaa',
      which: 'kaunsa, kaunsi, kaunse, konsa, konsi, konse, kis, kin',
    },
    others:
      'hai hain tha thi thay hua hui hue hoga hogi honge ka ki ke ko se mein mai par pe ne aur ya lekin nahi nahin bhi hi toh yeh ye woh wo iska iski iske uska uski uske inka unka apna apni apne kar karna karne karta karte karti kiya kiye gaya gayi gaye raha rahi rahe liye saath baare beech batao bataye bataiye matlab wala wali wale',
  },
  hi: {
    asks: {
      when: 'कब, किस साल, किस वर्ष, किस दिन, किस तारीख',
      'how many': 'कितने, कितनी, कितना, कितनों',
      where: 'कहाँ, कहां, किधर, किस जगह',
      who: 'कौन, किसने, किसके, किसको, किसकी, किससे, किन्होंने',
      why: 'क्यों, क्यूँ, किस लिए, किसलिए',
      how: 'कैसे, कैसा, कैसी',
      what: 'क्या',
      which: 'कौनसा, कौनसी, कौनसे, कौन सा, कौन सी, कौन से, किस, किन',
    },
    others:
      'है हैं था थी थे हुआ हुई हुए होगा होगी होंगे हो होता होती होते का की के को से में पर ने और या व एवं तथा लेकिन नहीं भी ही तो यह ये वह वे इस उस इन उन इसका इसकी इसके उसका उसकी उसके इनका उनका अपना अपनी अपने कर करना करने करता करते करती किया की किए गया गई गए जा रहा रही रहे लिए साथ बारे बीच द्वारा तक बाद पहले एक कि जो जिस सकता सकते सकती चाहिए वाला वाली वाले दौरान अर्थ मतलब स्थित',
  },
  mr: {
    asks: {
      when: 'कधी, केव्हा, कोणत्या वर्षी, कोणत्या साली',
      'how many': 'किती',
      where: 'कुठे, कोठे, कुठल्या',
      who: 'कोण, कोणी, कोणाचे, कोणाला, कोणाची',
      why: 'का, कशासाठी, कशामुळे',
      how: 'कसे, कशी, कसा',
      what: 'काय',
      which: 'कोणता, कोणती, कोणते, कोणत्या',
    },
    others:
      'आहे आहेत होता होती होते झाला झाली झाले होईल असेल नाही आणि व किंवा पण हा ही हे तो ती ते या त्या चा ची चे च्या ला ने नी मध्ये वर साठी बद्दल पासून पर्यंत केले केली केला करणार करतो करते एक सह आपल्या त्यांनी यांनी यांच्या त्यांच्या दरम्यान म्हणजे',
  },
  bn: {
    asks: {
      when: 'কখন, কবে, কোন সালে, কোন বছর, কত সালে',
      'how many': 'কত, কতটি, কতগুলি, কতগুলো, কয়টি, কতজন',
      where: 'কোথায়, কোথায়, কোথা থেকে',
      who: 'কে, কারা, কার, কাকে, কাদের',
      why: 'কেন',
      how: 'কীভাবে, কিভাবে, কেমন',
      what: 'কী, কি',
      which: 'কোন, কোনটি, কোনগুলি',
    },
    others:
      'এবং ও আর বা কিন্তু না নয় এই সেই ওই তা তার তাদের এর এটি সে তিনি হয় হয় হয়েছে হয়েছিল হয়েছিল ছিল আছে হবে করা করে করেন করেছে করেছিল করবে জন্য সঙ্গে সাথে থেকে দিয়ে মধ্যে উপর সম্পর্কে পর্যন্ত পরে আগে একটি এক যে যা হল হলো',
  },
  ta: {
    asks: {
      when: 'எப்போது, எப்பொழுது, எந்த ஆண்டு, எந்த ஆண்டில்',
      'how many': 'எத்தனை, எவ்வளவு',
      where: 'எங்கே, எங்கு, எங்குள்ளது',
      who: 'யார், யாரால், யாருடைய',
      why: 'ஏன், எதற்காக',
      how: 'எப்படி, எவ்வாறு',
      what: 'என்ன, எது, எவை',
      which: 'எந்த, எந்தெந்த',
    },
    others:
      'மற்றும் அல்லது ஆனால் இல்லை இந்த அந்த ஒரு இது அது அவர் அவர்கள் என்று என்ற ஆகும் உள்ளது உள்ளன இருந்தது இருக்கிறது செய்தது செய்த பற்றி உடன் இருந்து மீது வரை பின்னர் முன் மேலும் ஆகிய இடையே',
  },
  te: {
    asks: {
      when: 'ఎప్పుడు, ఏ సంవత్సరంలో, ఏ సంవత్సరం',
      'how many': 'ఎన్ని, ఎంత, ఎంతమంది',
      where: 'ఎక్కడ, ఎక్కడి, ఎక్కడుంది',
      who: 'ఎవరు, ఎవరి, ఎవరిని',
      why: 'ఎందుకు',
      how: 'ఎలా',
      what: 'ఏమిటి, ఏంటి, ఏమి',
      which: 'ఏ, ఏది, ఏవి',
    },
    others:
      'మరియు లేదా కానీ కాదు ఈ ఆ ఒక ఇది అది అతను ఆమె వారు ఉంది ఉన్నాయి ఉన్నారు అయింది చేసింది చేసిన గురించి తో నుండి నుంచి పై వరకు తర్వాత ముందు కూడా మధ్య కోసం లో',
  },
  gu: {
    asks: {
      when: 'ક્યારે, કયા વર્ષે, કયા વર્ષમાં',
      'how many': 'કેટલા, કેટલી, કેટલું, કેટલાં',
      where: 'ક્યાં, કયાં',
      who: 'કોણ, કોણે, કોના, કોની',
      why: 'કેમ, શા માટે',
      how: 'કેવી રીતે, કેવું',
      what: 'શું',
      which: 'કયું, કયા, કઈ, કયો',
    },
    others:
      'છે હતું હતા હતી હશે અને અથવા પણ નથી આ તે એ એક નો ની નું ના ને થી માં પર માટે સાથે વિશે સુધી પછી પહેલા કર્યું કર્યા કરી કરે કરશે થયું થયા થઈ વચ્ચે દ્વારા',
  },
  pa: {
    asks: {
      when: 'ਕਦੋਂ, ਕਿਸ ਸਾਲ',
      'how many': 'ਕਿੰਨੇ, ਕਿੰਨੀ, ਕਿੰਨਾ, ਕਿੰਨੀਆਂ',
      where: 'ਕਿੱਥੇ, ਕਿਥੇ',
      who: 'ਕੌਣ, ਕਿਸਨੇ, ਕਿਸ ਨੇ',
      why: 'ਕਿਉਂ',
      how: 'ਕਿਵੇਂ, ਕਿਹੋ',
      what: 'ਕੀ',
      which: 'ਕਿਹੜਾ, ਕਿਹੜੀ, ਕਿਹੜੇ, ਕਿਸ',
    },
    others:
      'ਹੈ ਹਨ ਸੀ ਸਨ ਹੋਵੇਗਾ ਅਤੇ ਤੇ ਜਾਂ ਪਰ ਨਹੀਂ ਵੀ ਹੀ ਇਹ ਉਹ ਇਸ ਉਸ ਇੱਕ ਦਾ ਦੀ ਦੇ ਨੂੰ ਤੋਂ ਵਿੱਚ ਵਿਚ ਨੇ ਨਾਲ ਲਈ ਬਾਰੇ ਤੱਕ ਬਾਅਦ ਪਹਿਲਾਂ ਕੀਤਾ ਕੀਤੀ ਕੀਤੇ ਗਿਆ ਗਈ ਹੋਇਆ ਵਿਚਕਾਰ ਦੁਆਰਾ',
  },
  ml: {
    asks: {
      when: 'എപ്പോൾ, എപ്പോഴാണ്, ഏത് വർഷം, ഏതു വർഷം',
      'how many': 'എത്ര, എത്രയാണ്',
      where: 'എവിടെ, എവിടെയാണ്',
      who: 'ആര്, ആരാണ്, ആരുടെ, ആരാ',
      why: 'എന്തുകൊണ്ട്, എന്തിന്',
      how: 'എങ്ങനെ, എങ്ങനെയാണ്',
      what: 'എന്ത്, എന്താണ്, എന്തൊക്കെ',
      which: 'ഏത്, ഏതു, ഏതാണ്, ഏതെല്ലാം',
    },
    others:
      'ഒരു ഈ ആ ഇത് അത് അവർ അദ്ദേഹം ആണ് ഉണ്ട് ആയിരുന്നു അല്ലെങ്കിൽ എന്നാൽ അല്ല ഇല്ല കൂടെ നിന്ന് മുതൽ വരെ ശേഷം മുമ്പ് കുറിച്ച് വേണ്ടി തമ്മിൽ തമ്മിലുള്ള എന്ന ചെയ്തു ചെയ്ത ഉള്ള',
  },
  kn: {
    asks: {
      when: 'ಯಾವಾಗ, ಯಾವ ವರ್ಷ, ಯಾವ ವರ್ಷದಲ್ಲಿ',
      'how many': 'ಎಷ್ಟು',
      where: 'ಎಲ್ಲಿ, ಎಲ್ಲಿದೆ',
      who: 'ಯಾರು, ಯಾರ',
      why: 'ಏಕೆ, ಯಾಕೆ',
      how: 'ಹೇಗೆ',
      what: 'ಏನು, ಏನಿದೆ',
      which: 'ಯಾವ, ಯಾವುದು, ಯಾವುವು',
    },
    others:
      'ಮತ್ತು ಅಥವಾ ಆದರೆ ಅಲ್ಲ ಇಲ್ಲ ಈ ಆ ಒಂದು ಇದು ಅದು ಅವರು ಇದೆ ಇವೆ ಆಗಿದೆ ಆಗಿತ್ತು ಮಾಡಿದ ಮಾಡಿದೆ ಬಗ್ಗೆ ಜೊತೆ ಇಂದ ಮೇಲೆ ವರೆಗೆ ನಂತರ ಮೊದಲು ಕೂಡ ನಡುವೆ ಎಂದು ಗಾಗಿ',
  },
  ur: {
    asks: {
      when: 'کب, کس سال, کس دن',
      'how many': 'کتنے, کتنی, کتنا',
      where: 'کہاں, کدھر',
      who: 'کون, کس نے, کسے, کس کا',
      why: 'کیوں, کس لیے',
      how: 'کیسے, کیسا, کیسی',
      what: 'کیا',
      which: 'کون سا, کون سی, کون سے, کونسا, کونسی, کونسے, کس, کن',
    },
    others:
      'ہے ہیں تھا تھی تھے ہوا ہوئی ہوئے ہوگا ہوگی ہوں گے ہو کا کی کے کو سے میں پر نے اور یا لیکن نہیں بھی ہی تو یہ وہ اس ان اسکا اپنا اپنی اپنے کر کرنا کرنے کرتا کرتے کیا کیے گیا گئی گئے رہا رہی رہے لیے ساتھ بارے درمیان تک بعد پہلے ایک کہ جو دوران',
  },
  ar: {
    asks: {
      when: 'متى, في أي عام, في أي سنة, أي عام',
      'how many': 'كم, كم عدد',
      where: 'أين, اين',
      who: 'من, من هو, من هي, لمن',
      why: 'لماذا, لم',
      how: 'كيف',
      what: 'ما, ماذا, ما هو, ما هي, بماذا',
      which: 'أي, أية, ايّ',
    },
    others:
      'في على إلى الى عن مع بين حول بعد قبل منذ حتى ضد عند و أو او ثم لكن لا ليس هذا هذه ذلك تلك هو هي هم التي الذي الذين كان كانت يكون تكون تم قد هل تقع يقع أن ان إن كل بعض خلال عدد',
  },
  zh: {
    asks: {
      when: '什么时候, 什麼時候, 何时, 何時, 哪一年, 哪年, 几时, 何年',
      'how many': '多少, 几个, 幾個, 几颗, 几名, 有几',
      where: '哪里, 哪裡, 哪儿, 何处, 何地, 在哪, 位于哪',
      who: '谁, 誰, 何人, 哪位',
      why: '为什么, 為什麼, 为何, 為何',
      how: '怎么, 怎麼, 如何, 怎样',
      what: '什么, 什麼, 何, 是什么',
      which: '哪些, 哪个, 哪個, 哪种, 哪国',
    },
    others:
      '的 了 是 在 和 与 與 及 或 有 将 將 会 會 被 把 对 對 从 從 到 为 為 以 于 於 之 个 個 这 這 那 们 們 他 她 它 我 你 吗 嗎 呢 吧 也 都 就 不 没 与其 关于 之间',
  },
  ja: {
    asks: {
      when: 'いつ, 何年, 何月, 何日, いつから',
      'how many': 'いくつ, 何個, 何基, 何人, 何機, どれくらい, 何か国, 何カ国',
      'how much': 'いくら',
      where: 'どこ, どちら',
      who: '誰, だれ, どなた',
      why: 'なぜ, どうして, 何故',
      how: 'どのように, どうやって, どう',
      what: '何, なに, なん, とは',
      which: 'どの, どれ, どんな',
    },
    others:
      'の は が を に へ と で も や から まで より か ね よ です ます でした ました する した して される された いる ある この その あの これ それ あれ など として について による によって ための',
  },
  ko: {
    asks: {
      when: '언제, 몇 년, 몇 월, 몇년, 언제부터',
      'how many': '몇, 몇 개, 몇개, 몇 명, 얼마나 많은',
      'how much': '얼마, 얼마나',
      where: '어디, 어디에, 어디서, 어디에서',
      who: '누구, 누가, 누구인가',
      why: '왜, 무엇 때문에',
      how: '어떻게, 어떤',
      what: '무엇, 무엇을, 무엇인가, 뭐, 무슨, 무엇입니까, 뭔가요',
      which: '어느, 어떤',
    },
    others:
      '은 는 이 가 을 를 의 에 에서 에게 와 과 도 로 으로 및 또는 그리고 그 저 이것 그것 있는 있다 있나요 있습니까 인가요 입니까 했나요 했습니까 한 하는 할 된 대한 대해 위한',
  },
};
