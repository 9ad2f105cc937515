import type { Language } from '../model.ts';

/** What Footnote itself says around the words it quotes. `{…}` stands for what is put in. */
export interface Phrases {
  /** Nothing answers the question. */
  doNotSay: string;
  /** Before a list of the articles nearest to the question. */
  closest: string;
  /** What a partial answer leaves open; `{names}`. */
  notMentioned: string;
  /** Beside quotes in a language that is not the asker's. */
  quotesInEnglish: string;
  /** How to ask so that articles in English are found. */
  tryEnglish: string;
  /** A misspelt word and what it was taken for; `{typed}`, `{meant}`. */
  readAs: string;
  /** There is nothing to answer from. */
  noArticles: string;
}

export const PHRASES: Record<Language, Phrases> = {
  en: {
    doNotSay: 'The articles do not say.',
    closest: 'Closest articles (they do not answer it):',
    notMentioned: 'The cited passages do not mention {names}.',
    quotesInEnglish: 'The quotes are in English, as in the articles.',
    tryEnglish:
      'The articles are in English: it helps to write names of people, places and things as they do, or to ask in English.',
    readAs: '"{typed}" was read as "{meant}".',
    noArticles: 'No articles are loaded yet, so there is nothing that I could answer from.',
  },
  ar: {
    doNotSay: 'المقالات لا تذكر ذلك.',
    closest: 'أقرب المقالات (لا تجيب عن السؤال):',
    notMentioned: 'لم يرد في المقاطع المذكورة: {names}.',
    quotesInEnglish: 'الاقتباسات بالإنجليزية كما وردت في المقالات.',
    tryEnglish:
      'المقالات بالإنجليزية: يفيد كتابة أسماء الأشخاص والأماكن والأشياء كما وردت فيها، أو السؤال بالإنجليزية.',
    readAs: 'قُرئت "{typed}" على أنها "{meant}".',
    noArticles: 'لم تُحمَّل أي مقالات بعد، فلا يوجد ما أجيب منه.',
  },
  bn: {
    doNotSay: 'নিবন্ধগুলিতে এর উত্তর নেই।',
    closest: 'সবচেয়ে কাছাকাছি নিবন্ধ (এগুলিতে উত্তর নেই):',
    notMentioned: 'উদ্ধৃত অংশে উল্লেখ নেই: {names}।',
    quotesInEnglish: 'উদ্ধৃতিগুলি ইংরেজিতে, নিবন্ধে যেমন আছে।',
    tryEnglish:
      'নিবন্ধগুলি ইংরেজিতে: ব্যক্তি, স্থান ও বস্তুর নাম নিবন্ধের মতো করে লিখলে, বা ইংরেজিতে প্রশ্ন করলে সুবিধা হয়।',
    readAs: '"{typed}" কে "{meant}" ধরা হয়েছে।',
    noArticles: 'এখনও কোনো নিবন্ধ নেই, তাই উত্তর দেওয়ার মতো কিছু নেই।',
  },
  de: {
    doNotSay: 'Die Artikel sagen dazu nichts.',
    closest: 'Am nächsten kommen diese Artikel (sie beantworten die Frage nicht):',
    notMentioned: 'In den zitierten Stellen kommt nicht vor: {names}.',
    quotesInEnglish: 'Die Zitate sind auf Englisch, wie die Artikel.',
    tryEnglish:
      'Die Artikel sind auf Englisch: Es hilft, Personen, Orte und Dinge so zu nennen wie sie, oder auf Englisch zu fragen.',
    readAs: '„{typed}“ wurde als „{meant}“ gelesen.',
    noArticles: 'Es sind noch keine Artikel geladen, aus denen ich antworten könnte.',
  },
  es: {
    doNotSay: 'Los artículos no lo dicen.',
    closest: 'Artículos más cercanos (no responden a la pregunta):',
    notMentioned: 'No se menciona en los pasajes citados: {names}.',
    quotesInEnglish: 'Las citas están en inglés, como los artículos.',
    tryEnglish:
      'Los artículos están en inglés: ayuda escribir los nombres de personas, lugares y cosas como ellos, o preguntar en inglés.',
    readAs: 'Se ha leído «{typed}» como «{meant}».',
    noArticles: 'Todavía no hay artículos cargados, así que no tengo de dónde responder.',
  },
  fr: {
    doNotSay: 'Les articles ne le disent pas.',
    closest: 'Articles les plus proches (ils ne répondent pas à la question) :',
    notMentioned: 'Les passages cités ne mentionnent pas : {names}.',
    quotesInEnglish: 'Les citations sont en anglais, comme les articles.',
    tryEnglish:
      'Les articles sont en anglais : écrire les noms de personnes, de lieux et de choses comme eux, ou poser la question en anglais, aide à les trouver.',
    readAs: '« {typed} » a été lu comme « {meant} ».',
    noArticles: 'Aucun article n’est encore chargé : je n’ai rien à partir de quoi répondre.',
  },
  gu: {
    doNotSay: 'લેખોમાં આનો જવાબ નથી.',
    closest: 'સૌથી નજીકના લેખો (તેમાં જવાબ નથી):',
    notMentioned: 'ટાંકેલા ભાગોમાં ઉલ્લેખ નથી: {names}.',
    quotesInEnglish: 'અવતરણો અંગ્રેજીમાં છે, જેમ લેખોમાં છે.',
    tryEnglish: 'લેખો અંગ્રેજીમાં છે: લોકો, સ્થળો અને વસ્તુઓનાં નામ લેખોની જેમ લખવાથી અથવા અંગ્રેજીમાં પૂછવાથી મદદ મળે છે.',
    readAs: '"{typed}" ને "{meant}" તરીકે વાંચ્યું.',
    noArticles: 'હજી કોઈ લેખ નથી, તેથી જવાબ આપવા માટે કંઈ નથી.',
  },
  hi: {
    doNotSay: 'लेखों में इसका उत्तर नहीं है।',
    closest: 'सबसे नज़दीकी लेख (इनमें उत्तर नहीं है):',
    notMentioned: 'उद्धृत अंशों में इसका उल्लेख नहीं है: {names}।',
    quotesInEnglish: 'उद्धरण अंग्रेज़ी में हैं, जैसे लेखों में हैं।',
    tryEnglish: 'लेख अंग्रेज़ी में हैं: लोगों, जगहों और चीज़ों के नाम लेखों की तरह लिखने या अंग्रेज़ी में पूछने से मदद मिलती है।',
    readAs: '"{typed}" को "{meant}" पढ़ा गया।',
    noArticles: 'अभी कोई लेख नहीं है, इसलिए उत्तर देने के लिए कुछ नहीं है।',
  },
  'hi-Latn': {
    doNotSay: 'Articles mein iska jawab nahin hai.',
    closest: 'Sabse nazdeeki articles (inmein jawab nahin hai):',
    notMentioned: 'Quote kiye gaye hisson mein iska zikr nahin hai: {names}.',
    quotesInEnglish: 'Quotes English mein hain, jaise articles mein hain.',
    tryEnglish:
      'Articles English mein hain: logon, jagahon aur cheezon ke naam articles ki tarah likhne ya English mein poochhne se madad milti hai.',
    readAs: '"{typed}" ko "{meant}" padha gaya.',
    noArticles: 'Abhi koi article nahin hai, isliye jawab dene ke liye kuch nahin hai.',
  },
  id: {
    doNotSay: 'Artikel-artikelnya tidak menyebutkan hal itu.',
    closest: 'Artikel terdekat (tidak menjawab pertanyaan ini):',
    notMentioned: 'Tidak disebut dalam bagian yang dikutip: {names}.',
    quotesInEnglish: 'Kutipannya berbahasa Inggris, seperti artikelnya.',
    tryEnglish:
      'Artikelnya berbahasa Inggris: tulislah nama orang, tempat, dan benda seperti di artikel, atau bertanyalah dalam bahasa Inggris.',
    readAs: '"{typed}" dibaca sebagai "{meant}".',
    noArticles: 'Belum ada artikel yang dimuat, jadi belum ada bahan untuk menjawab.',
  },
  it: {
    doNotSay: 'Gli articoli non lo dicono.',
    closest: 'Articoli più vicini (non rispondono alla domanda):',
    notMentioned: 'I passi citati non menzionano: {names}.',
    quotesInEnglish: 'Le citazioni sono in inglese, come gli articoli.',
    tryEnglish:
      'Gli articoli sono in inglese: aiuta scrivere i nomi di persone, luoghi e cose come negli articoli, o chiedere in inglese.',
    readAs: '«{typed}» è stato letto come «{meant}».',
    noArticles: 'Non è ancora caricato nessun articolo, quindi non ho da dove rispondere.',
  },
  ja: {
    doNotSay: '記事には書かれていません。',
    closest: '最も近い記事（質問の答えはありません）：',
    notMentioned: '引用した箇所に出てこないもの：{names}。',
    quotesInEnglish: '引用は記事のとおり英語です。',
    tryEnglish:
      '記事は英語です。人や場所や物の名前を記事のとおりに書くか、英語で質問すると見つかりやすくなります。',
    readAs: '「{typed}」を「{meant}」と読みました。',
    noArticles: 'まだ記事が読み込まれていないため、答えられません。',
  },
  kn: {
    doNotSay: 'ಲೇಖನಗಳಲ್ಲಿ ಇದಕ್ಕೆ ಉತ್ತರವಿಲ್ಲ.',
    closest: 'ಅತ್ಯಂತ ಹತ್ತಿರದ ಲೇಖನಗಳು (ಇವುಗಳಲ್ಲಿ ಉತ್ತರವಿಲ್ಲ):',
    notMentioned: 'ಉಲ್ಲೇಖಿಸಿದ ಭಾಗಗಳಲ್ಲಿ ಇದರ ಪ್ರಸ್ತಾಪವಿಲ್ಲ: {names}.',
    quotesInEnglish: 'ಉಲ್ಲೇಖಗಳು ಲೇಖನಗಳಲ್ಲಿರುವಂತೆ ಇಂಗ್ಲಿಷ್‌ನಲ್ಲಿವೆ.',
    tryEnglish: 'ಲೇಖನಗಳು ಇಂಗ್ಲಿಷ್‌ನಲ್ಲಿವೆ: ವ್ಯಕ್ತಿ, ಸ್ಥಳ ಮತ್ತು ವಸ್ತುಗಳ ಹೆಸರನ್ನು ಲೇಖನಗಳಂತೆ ಬರೆದರೆ ಅಥವಾ ಇಂಗ್ಲಿಷ್‌ನಲ್ಲಿ ಕೇಳಿದರೆ ಸಹಾಯವಾಗುತ್ತದೆ.',
    readAs: '"{typed}" ಅನ್ನು "{meant}" ಎಂದು ಓದಲಾಗಿದೆ.',
    noArticles: 'ಇನ್ನೂ ಯಾವುದೇ ಲೇಖನಗಳಿಲ್ಲ, ಆದ್ದರಿಂದ ಉತ್ತರಿಸಲು ಏನೂ ಇಲ್ಲ.',
  },
  ko: {
    doNotSay: '기사에는 나와 있지 않습니다.',
    closest: '가장 가까운 기사(질문에 대한 답은 없습니다):',
    notMentioned: '인용한 부분에 나오지 않는 것: {names}.',
    quotesInEnglish: '인용문은 기사에 있는 그대로 영어입니다.',
    tryEnglish:
      '기사는 영어로 되어 있습니다. 사람, 장소, 사물의 이름을 기사와 같이 쓰거나 영어로 질문하면 찾기 쉽습니다.',
    readAs: '"{typed}" → "{meant}"(으)로 읽었습니다.',
    noArticles: '아직 불러온 기사가 없어서 답할 수 없습니다.',
  },
  ml: {
    doNotSay: 'ലേഖനങ്ങളിൽ ഇതിന് ഉത്തരമില്ല.',
    closest: 'ഏറ്റവും അടുത്ത ലേഖനങ്ങൾ (ഇവയിൽ ഉത്തരമില്ല):',
    notMentioned: 'ഉദ്ധരിച്ച ഭാഗങ്ങളിൽ പരാമർശമില്ല: {names}.',
    quotesInEnglish: 'ഉദ്ധരണികൾ ലേഖനങ്ങളിലുള്ളതുപോലെ ഇംഗ്ലീഷിലാണ്.',
    tryEnglish:
      'ലേഖനങ്ങൾ ഇംഗ്ലീഷിലാണ്: ആളുകളുടെയും സ്ഥലങ്ങളുടെയും വസ്തുക്കളുടെയും പേരുകൾ ലേഖനങ്ങളിലേതുപോലെ എഴുതുകയോ ഇംഗ്ലീഷിൽ ചോദിക്കുകയോ ചെയ്യുന്നത് സഹായിക്കും.',
    readAs: '"{typed}" എന്നത് "{meant}" എന്ന് വായിച്ചു.',
    noArticles: 'ഇതുവരെ ലേഖനങ്ങളൊന്നുമില്ല, അതിനാൽ ഉത്തരം നൽകാൻ ഒന്നുമില്ല.',
  },
  mr: {
    doNotSay: 'लेखांमध्ये याचे उत्तर नाही.',
    closest: 'सर्वात जवळचे लेख (यांत उत्तर नाही):',
    notMentioned: 'उद्धृत भागांमध्ये उल्लेख नाही: {names}.',
    quotesInEnglish: 'अवतरणे लेखांप्रमाणेच इंग्रजीत आहेत.',
    tryEnglish:
      'लेख इंग्रजीत आहेत: व्यक्ती, ठिकाणे आणि गोष्टींची नावे लेखांप्रमाणे लिहिल्यास किंवा इंग्रजीत विचारल्यास मदत होते.',
    readAs: '"{typed}" हे "{meant}" असे वाचले.',
    noArticles: 'अजून कोणतेही लेख नाहीत, त्यामुळे उत्तर देण्यासाठी काही नाही.',
  },
  nl: {
    doNotSay: 'De artikelen zeggen daar niets over.',
    closest: 'Dichtstbijzijnde artikelen (ze beantwoorden de vraag niet):',
    notMentioned: 'In de geciteerde passages komt niet voor: {names}.',
    quotesInEnglish: 'De citaten zijn in het Engels, net als de artikelen.',
    tryEnglish:
      'De artikelen zijn in het Engels: het helpt om namen van mensen, plaatsen en dingen te schrijven zoals daar, of om in het Engels te vragen.',
    readAs: '"{typed}" is gelezen als "{meant}".',
    noArticles: 'Er zijn nog geen artikelen geladen, dus ik heb niets om uit te antwoorden.',
  },
  pa: {
    doNotSay: 'ਲੇਖਾਂ ਵਿੱਚ ਇਸ ਦਾ ਜਵਾਬ ਨਹੀਂ ਹੈ।',
    closest: 'ਸਭ ਤੋਂ ਨੇੜਲੇ ਲੇਖ (ਇਹਨਾਂ ਵਿੱਚ ਜਵਾਬ ਨਹੀਂ ਹੈ):',
    notMentioned: 'ਹਵਾਲੇ ਵਾਲੇ ਹਿੱਸਿਆਂ ਵਿੱਚ ਜ਼ਿਕਰ ਨਹੀਂ ਹੈ: {names}।',
    quotesInEnglish: 'ਹਵਾਲੇ ਅੰਗਰੇਜ਼ੀ ਵਿੱਚ ਹਨ, ਜਿਵੇਂ ਲੇਖਾਂ ਵਿੱਚ ਹਨ।',
    tryEnglish: 'ਲੇਖ ਅੰਗਰੇਜ਼ੀ ਵਿੱਚ ਹਨ: ਲੋਕਾਂ, ਥਾਵਾਂ ਅਤੇ ਚੀਜ਼ਾਂ ਦੇ ਨਾਂ ਲੇਖਾਂ ਵਾਂਗ ਲਿਖਣ ਜਾਂ ਅੰਗਰੇਜ਼ੀ ਵਿੱਚ ਪੁੱਛਣ ਨਾਲ ਮਦਦ ਮਿਲਦੀ ਹੈ।',
    readAs: '"{typed}" ਨੂੰ "{meant}" ਪੜ੍ਹਿਆ ਗਿਆ।',
    noArticles: 'ਹਾਲੇ ਕੋਈ ਲੇਖ ਨਹੀਂ ਹੈ, ਇਸ ਲਈ ਜਵਾਬ ਦੇਣ ਲਈ ਕੁਝ ਨਹੀਂ ਹੈ।',
  },
  pl: {
    doNotSay: 'Artykuły o tym nie mówią.',
    closest: 'Najbliższe artykuły (nie odpowiadają na pytanie):',
    notMentioned: 'W cytowanych fragmentach nie ma wzmianki o: {names}.',
    quotesInEnglish: 'Cytaty są po angielsku, tak jak artykuły.',
    tryEnglish:
      'Artykuły są po angielsku: warto pisać nazwy osób, miejsc i rzeczy tak jak w nich albo zapytać po angielsku.',
    readAs: '„{typed}” odczytano jako „{meant}”.',
    noArticles: 'Nie wczytano jeszcze żadnych artykułów, więc nie mam z czego odpowiedzieć.',
  },
  pt: {
    doNotSay: 'Os artigos não dizem.',
    closest: 'Artigos mais próximos (não respondem à pergunta):',
    notMentioned: 'Os trechos citados não mencionam: {names}.',
    quotesInEnglish: 'As citações estão em inglês, como os artigos.',
    tryEnglish:
      'Os artigos estão em inglês: ajuda escrever os nomes de pessoas, lugares e coisas como neles, ou perguntar em inglês.',
    readAs: '“{typed}” foi lido como “{meant}”.',
    noArticles: 'Ainda não há artigos carregados, por isso não tenho de onde responder.',
  },
  ru: {
    doNotSay: 'В статьях об этом не сказано.',
    closest: 'Ближайшие статьи (ответа в них нет):',
    notMentioned: 'В приведённых отрывках не упоминается: {names}.',
    quotesInEnglish: 'Цитаты на английском, как в статьях.',
    tryEnglish:
      'Статьи на английском: помогает писать имена людей и названия мест и вещей так, как в них, или спросить по-английски.',
    readAs: '«{typed}» прочитано как «{meant}».',
    noArticles: 'Статьи ещё не загружены, поэтому отвечать не из чего.',
  },
  ta: {
    doNotSay: 'கட்டுரைகளில் இதற்கு பதில் இல்லை.',
    closest: 'மிக நெருக்கமான கட்டுரைகள் (இவற்றில் பதில் இல்லை):',
    notMentioned: 'மேற்கோள் காட்டிய பகுதிகளில் குறிப்பிடப்படவில்லை: {names}.',
    quotesInEnglish: 'மேற்கோள்கள் கட்டுரைகளில் உள்ளபடி ஆங்கிலத்தில் உள்ளன.',
    tryEnglish:
      'கட்டுரைகள் ஆங்கிலத்தில் உள்ளன: நபர்கள், இடங்கள், பொருட்களின் பெயர்களை கட்டுரைகளில் உள்ளபடி எழுதினால், அல்லது ஆங்கிலத்தில் கேட்டால் உதவும்.',
    readAs: '"{typed}" என்பது "{meant}" என வாசிக்கப்பட்டது.',
    noArticles: 'இன்னும் கட்டுரைகள் இல்லை, எனவே பதிலளிக்க எதுவும் இல்லை.',
  },
  te: {
    doNotSay: 'వ్యాసాల్లో దీనికి సమాధానం లేదు.',
    closest: 'అత్యంత దగ్గరి వ్యాసాలు (వీటిలో సమాధానం లేదు):',
    notMentioned: 'ఉదహరించిన భాగాల్లో ప్రస్తావన లేదు: {names}.',
    quotesInEnglish: 'ఉల్లేఖనాలు వ్యాసాల్లో ఉన్నట్లే ఆంగ్లంలో ఉన్నాయి.',
    tryEnglish:
      'వ్యాసాలు ఆంగ్లంలో ఉన్నాయి: వ్యక్తులు, స్థలాలు, వస్తువుల పేర్లు వ్యాసాల్లో ఉన్నట్లు రాస్తే, లేదా ఆంగ్లంలో అడిగితే సహాయపడుతుంది.',
    readAs: '"{typed}" ను "{meant}" గా చదివాను.',
    noArticles: 'ఇంకా వ్యాసాలు లేవు, కాబట్టి సమాధానం ఇవ్వడానికి ఏమీ లేదు.',
  },
  tr: {
    doNotSay: 'Makalelerde bu yazmıyor.',
    closest: 'En yakın makaleler (soruyu yanıtlamıyorlar):',
    notMentioned: 'Alıntılanan bölümlerde geçmiyor: {names}.',
    quotesInEnglish: 'Alıntılar, makalelerdeki gibi İngilizcedir.',
    tryEnglish:
      'Makaleler İngilizce: kişi, yer ve nesne adlarını makalelerdeki gibi yazmak ya da İngilizce sormak işe yarar.',
    readAs: '"{typed}", "{meant}" olarak okundu.',
    noArticles: 'Henüz yüklenmiş makale yok, bu yüzden yanıtlayacak bir kaynak yok.',
  },
  uk: {
    doNotSay: 'У статтях про це не сказано.',
    closest: 'Найближчі статті (відповіді в них немає):',
    notMentioned: 'У наведених уривках не згадується: {names}.',
    quotesInEnglish: 'Цитати англійською, як у статтях.',
    tryEnglish:
      'Статті англійською: допомагає писати імена людей і назви місць та речей так, як у них, або запитати англійською.',
    readAs: '«{typed}» прочитано як «{meant}».',
    noArticles: 'Статті ще не завантажено, тому відповідати немає з чого.',
  },
  ur: {
    doNotSay: 'مضامین میں اس کا جواب نہیں ہے۔',
    closest: 'قریب ترین مضامین (ان میں جواب نہیں ہے):',
    notMentioned: 'نقل کیے گئے حصوں میں ذکر نہیں ہے: {names}۔',
    quotesInEnglish: 'اقتباسات انگریزی میں ہیں، جیسے مضامین میں ہیں۔',
    tryEnglish:
      'مضامین انگریزی میں ہیں: لوگوں، جگہوں اور چیزوں کے نام مضامین کی طرح لکھنے یا انگریزی میں پوچھنے سے مدد ملتی ہے۔',
    readAs: '"{typed}" کو "{meant}" پڑھا گیا۔',
    noArticles: 'ابھی کوئی مضمون نہیں ہے، اس لیے جواب دینے کے لیے کچھ نہیں ہے۔',
  },
  vi: {
    doNotSay: 'Các bài báo không nói về điều này.',
    closest: 'Những bài gần nhất (không trả lời câu hỏi):',
    notMentioned: 'Các đoạn trích không nhắc đến: {names}.',
    quotesInEnglish: 'Các trích dẫn bằng tiếng Anh, như trong bài báo.',
    tryEnglish:
      'Các bài báo bằng tiếng Anh: nên viết tên người, địa danh và sự vật như trong bài, hoặc hỏi bằng tiếng Anh.',
    readAs: '"{typed}" được đọc là "{meant}".',
    noArticles: 'Chưa có bài báo nào được nạp nên tôi chưa có gì để trả lời.',
  },
  zh: {
    doNotSay: '文章中没有提到。',
    closest: '最接近的文章（没有回答这个问题）：',
    notMentioned: '引用的段落没有提到：{names}。',
    quotesInEnglish: '引文为英文，与文章一致。',
    tryEnglish: '文章是英文的：按文章中的写法写人名、地名和事物名称，或用英文提问，会更容易找到。',
    readAs: '“{typed}”按“{meant}”理解。',
    noArticles: '还没有载入任何文章，因此无从回答。',
  },
};

/** A phrase with what is put in. */
export function phrase(
  language: Language,
  key: keyof Phrases,
  values: Readonly<Record<string, string>> = {},
): string {
  return PHRASES[language][key].replace(/\{(\w+)\}/g, (slot, name: string) => values[name] ?? slot);
}
