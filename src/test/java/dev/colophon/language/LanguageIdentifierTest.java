package dev.colophon.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageIdentifierTest {
    private final LanguageIdentifier identifier = new LanguageIdentifier();

    private @Nullable String tag(String text, @Nullable String declared) {
        LanguageIdentifier.Identification found = identifier.identify(text, declared);
        return found == null ? null : found.tag();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The council decided on Tuesday evening to repair the old bridge before the winter.",
                "de | Der Stadtrat hat am Dienstagabend beschlossen, die alte Brücke noch vor dem Winter zu reparieren.",
                "fr | Le conseil municipal a décidé mardi soir de réparer le vieux pont avant l'hiver.",
                "es | El ayuntamiento decidió el martes por la noche reparar el viejo puente antes del invierno.",
                "pl | Rada miasta zdecydowała we wtorek wieczorem o naprawie starego mostu przed zimą.",
                "tr | Belediye meclisi salı akşamı eski köprünün kıştan önce onarılmasına karar verdi.",
                "vi | Hội đồng thành phố tối thứ Ba quyết định sửa chữa cây cầu cũ trước mùa đông.",
                "ru | Городской совет во вторник вечером решил отремонтировать старый мост до зимы.",
                "uk | Міська рада у вівторок увечері вирішила відремонтувати старий міст до зими.",
                "kk | Қалалық кеңес сейсенбі күні кешке ескі көпірді қысқа дейін жөндеу туралы шешім қабылдады.",
                "bn | নগর পরিষদ মঙ্গলবার সন্ধ্যায় শীতের আগে পুরনো সেতু মেরামতের সিদ্ধান্ত নিয়েছে।",
                "as | নগৰ পৰিষদে মঙলবাৰে সন্ধিয়া শীতকালৰ আগতে পুৰণি দলং মেৰামতি কৰাৰ সিদ্ধান্ত লয়।",
                "hi | नगर परिषद ने मंगलवार शाम को सर्दियों से पहले पुराने पुल की मरम्मत करने का फैसला किया।",
                "ta | நகர சபை செவ்வாய்க்கிழமை மாலை பழைய பாலத்தை பழுதுபார்க்க முடிவு செய்தது.",
                "ar | قرر مجلس المدينة مساء الثلاثاء إصلاح الجسر القديم قبل الشتاء.",
                "fa | شورای شهر سه‌شنبه شب تصمیم گرفت پل قدیمی را پیش از زمستان تعمیر کند.",
                "ur | شہر کی کونسل نے منگل کی شام پرانے پل کی مرمت کا فیصلہ کیا ہے۔",
                "he | מועצת העיר החליטה ביום שלישי בערב לתקן את הגשר הישן לפני החורף.",
                "el | Το δημοτικό συμβούλιο αποφάσισε την Τρίτη να επισκευάσει την παλιά γέφυρα.",
                "ka | საქალაქო საბჭომ გადაწყვიტა ძველი ხიდის შეკეთება ზამთრამდე.",
                "th | สภาเมืองตัดสินใจเมื่อเย็นวันอังคารว่าจะซ่อมสะพานเก่าก่อนฤดูหนาว",
                "am | የከተማው ምክር ቤት አሮጌውን ድልድይ ለመጠገን ወሰነ።",
                "zh | 市议会周二晚决定在冬天之前修复这座旧桥。",
                "zh-Hant | 市議會週二晚間決定在冬天之前修復這座舊橋。",
                "ja | 市議会は火曜日の夜、冬の前に古い橋を修理することを決めた。",
                "ko | 시의회는 화요일 저녁 겨울이 오기 전에 오래된 다리를 수리하기로 결정했다."
            })
    void identifiesLanguagesOfManyScripts(String language, String text) {
        assertThat(tag(text, null)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mn | Улсын Их Хурлын чуулган өнөөдөр болж, төсвийн тухай хуулийг хэлэлцлээ. Үүнд гишүүд санал өгсөн.",
                "ky | Шаардык кеңеш эски көпүрөнү кышка чейин оңдоо чечимин шейшемби күнү кечинде кабыл алды.",
                "tt | Шәһәр советы сишәмбе көнне кич иске күперне кышка кадәр төзәтергә карар итте.",
                "ba | Ҡала советы шишәмбе көнө кисен иҫке күперҙе ҡышҡа тиклем төҙәтергә ҡарар итте.",
                "cv | Хула канашӗ ытларикун каҫхине кивӗ кӗпере хӗлччен юсама йышӑннӑ.",
                "sah | Куорат сүбэтэ оптуорунньук киэһэ эргэ муостаны кыһыҥҥыга диэри өрөмүөннүүргэ быһаарбыт.",
                "os | Горӕты совет дыццӕг изӕры зӕронд хид зымӕгмӕ сцалцӕг кӕныны уынаффӕ рахаста.",
                "tg | Шӯрои шаҳр бегоҳии сешанбе қарор кард, ки пули кӯҳна то зимистон таъмир карда шавад.",
                "uz-Cyrl | Шаҳар кенгаши сешанба куни кечқурун эски кўприкни қишгача таъмирлашга қарор қилди.",
                "uz-Cyrl | ШАҲАР КЕНГАШИ СЕШАНБА КУНИ ЭСКИ КЎПРИКНИ ҚИШГАЧА ТАЪМИРЛАШГА ҚАРОР ҚИЛДИ",
                "ps | د ښار شورا د سه شنبې په ماښام پرېکړه وکړه چې زوړ پل له ژمي مخکې ورغوي.",
                "sd | شهر جي ڪائونسل اڱاري جي شام پراڻي پل کي سياري کان اڳ مرمت ڪرڻ جو فيصلو ڪيو.",
                "ug | شەھەر كېڭىشى سەيشەنبە كۈنى كەچتە كونا كۆۋرۈكنى قىشتىن بۇرۇن رېمونت قىلىشنى قارار قىلدى.",
                "ckb | ئەنجومەنی شار ئێوارەی سێشەممە بڕیاری دا پردە کۆنەکە پێش زستان چاک بکاتەوە.",
                "az | Şəhər şurası çərşənbə axşamı köhnə körpünü qışdan əvvəl təmir etmək qərarına gəldi.",
                "ha | Majalisar birnin ta yanke shawarar gyara tsohuwar gada kafin ɗari, in ji ƙaramin magajin gari.",
            })
    void theLettersTellLanguagesWithoutStatistics(String language, String text) {
        assertThat(tag(text, null)).isEqualTo(language);
    }

    @Test
    void ofLanguagesWithTheSameLettersTheDocumentTellsWhich() {
        String tuvan = "Чазак чөвүлели эрги көвүрүгнү кышка чедир септээр деп шиитпирни хүлээп алган, ол бүгүдеге "
                + "дузалаар, чоннуң күзели-биле.";
        assertThat(tag(tuvan, "tyv")).isEqualTo("tyv");
        assertThat(tag(tuvan, null)).isEqualTo("ky");
        assertThat(tag(tuvan, "ru")).isEqualTo("ky");
        assertThat(tag("Laamɗo wuro ngo anndini ɓe hannde, ɗum woni ko ɓe njiɗi e ɗii nyalɗi fof.", "ff"))
                .isEqualTo("ff");
    }

    @Test
    void lettersOfForeignNamesTellNothing() {
        assertThat(tag("سيارة ڤولڤو الجديدة في المدينة", "ar")).isEqualTo("ar");
        assertThat(tag("مدينة أڭادير وجهة ڭلميم في الجنوب", "ar")).isEqualTo("ar");
        assertThat(tag("Gwamnan Kano ya naɗa sababbin kwamishinoni, ya ɗauki mataki kan tsaro a jihar", null))
                .isEqualTo("ha");
    }

    @Test
    void lettersThatATextQuotesAreNotItsOwn() {
        assertThat(tag(
                        "The banana (/bəˈnænə/) is an elongated, edible fruit, botanically a berry, that is grown by several"
                                + " kinds of large treelike plants in the tropics.",
                        "en"))
                .isEqualTo("en");
        assertThat(tag(
                        "Озеро Хөвсгөл лежит на севере страны, неподалёку от границы, и замерзает в ноябре на полгода, а"
                                + " живут на его берегах и пасут там свой скот немногие семьи.",
                        null))
                .isEqualTo("ru");
    }

    @Test
    void theDeclaredLanguageDecidesAmongRelatives() {
        String serbian =
                "Vlada je u utorak usvojila predlog zakona o obnovi starih mostova i puteva u unutrašnjosti zemlje.";

        assertThat(tag(serbian, "sr-RS")).isEqualTo("sr-Latn");
        assertThat(tag(serbian, "hr")).isEqualTo("hr");
    }

    @Test
    void aWrongDeclarationDoesNotOutweighALongText() {
        String german =
                "Der Stadtrat hat am Dienstagabend beschlossen, die alte Brücke noch vor dem Winter zu reparieren. "
                        .repeat(3);

        assertThat(tag(german, "en-US")).isEqualTo("de");
        assertThat(tag(german, "bn")).isEqualTo("de");
        assertThat(tag(german, "not a language")).isEqualTo("de");
    }

    @Test
    void aDeclaredLanguageWithoutProfileIsBelieved() {
        String zulu = "UMkhandlu wedolobha unqume ukulungisa ibhuloho elidala ngaphambi kobusika, kusho imeya.";

        assertThat(tag(zulu, "zu")).isEqualTo("zu");
    }

    @Test
    void aFewWordsAreReadAsDeclaredOrNotAtAll() {
        assertThat(tag("Oslo 2024", null)).isNull();
        assertThat(tag("Oslo 2024", "nb_NO")).isEqualTo("no");
        assertThat(tag("2024-01-01", "en")).isNull();
    }

    @Test
    void doesNotDependOnTheDefaultLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(tag("IT IS SAID THAT THE INSTITUTE WILL INVITE ITS CRITICS TO THE MEETING", "EN-us"))
                    .isEqualTo("en");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aTextThatQuotesProgramsIsInTheLanguageThatItIsWrittenIn() {
        String code = " configure --prefix=/usr";
        assertThat(tag(("この章ではパッケージを作ります。" + code + "。").repeat(4), null)).isEqualTo("ja");
        assertThat(tag(("이 장에서는 꾸러미를 만드는 방법을 설명합니다." + code).repeat(4), null)).isEqualTo("ko");
        assertThat(tag(("本章介绍如何构建软件包和安装。" + code).repeat(4), null)).isEqualTo("zh");
    }

    @Test
    void whatThePageStatesDecidesWhereAPartOfItIsWrittenInThatScript() {
        String text = ("В этом разделе описаны инструменты, нужные всем. "
                        + "configure --prefix=/usr/local --with-option --without-other-option --enable-static-libraries ")
                .repeat(4);
        assertThat(tag(text, "ru")).isEqualTo("ru");
        assertThat(identifier.script(text, "ru")).isEqualTo("Cyrl");
        assertThat(identifier.script(text, "en")).isEqualTo("Latn");
    }

    @Test
    void anUntranslatedPageIsInEnglishWhateverItStates() {
        String text = "The council decided on Tuesday evening to repair the old bridge before the winter. ".repeat(3);
        assertThat(tag(text + "日本", "ja")).isEqualTo("en");
    }

    @Test
    void whereTheBeginningOfALongTextIsUnclearTheRestOfItTells() {
        String names = "alpha_beta kappa_lambda theta_iota sigma_tau upsilon_phi chi_psi omega_rho ".repeat(40);
        String text = names
                + "O conselho decidiu na terça-feira à noite reparar a velha ponte antes do inverno, que será longo. "
                        .repeat(120);
        assertThat(tag(text, null)).isEqualTo("pt");
    }

    private static final String LATIN =
            "Gradsko ve\u0107e odlu\u010dilo je u \u010detvrtak da se most preko reke zatvori na dva meseca zbog poplave i \u0161tete na njemu.\n";

    private static final String CYRILLIC =
            "Градско веће одлучило је у четвртак да се мост преко реке затвори на два месеца због поплаве и штете на њему.\n";

    @Test
    void aTextThatTeachesAnotherScriptIsInTheLanguageThatItStates() {
        String lesson = "The bowl is 碗子大的圆的 and the chopsticks are 筷子长的木的; you say 请给我一碗米饭谢谢.\n";
        assertThat(tag(lesson.repeat(6), "en")).isEqualTo("en");
        String quote =
                "The council decided on Thursday that the bridge over the river will be closed for two months.\n";
        assertThat(tag(quote.repeat(4) + "他の人は橋を閉じることに反対した。".repeat(9), "en-GB"))
                .isEqualTo("en");
    }

    @Test
    void theScriptThatADocumentStatesIsItsScript() {
        assertThat(tag(LATIN.repeat(4) + CYRILLIC.repeat(3), "sr-Latn")).isEqualTo("sr-Latn");
        assertThat(tag(CYRILLIC.repeat(4) + LATIN.repeat(2), "sr")).isEqualTo("sr");
    }

    @ParameterizedTest
    @CsvSource({"sr", "sr-RS", "sr-Cyrl"})
    void noDeclarationTurnsTheScriptOfTwoThirdsOfALanguageWithTwo(String declared) {
        assertThat(identifier.script(LATIN.repeat(4) + CYRILLIC.repeat(2), declared))
                .isEqualTo("Latn");
        // Not even where no line is a sentence.
        assertThat(identifier.script((LATIN.repeat(4) + CYRILLIC.repeat(2)).replace(".", ""), declared))
                .isEqualTo("Latn");
    }

    @Test
    void proseInEnglishWithAnAbstractInAnotherLanguageIsInEnglish() {
        String english =
                "The council decided on Thursday that the bridge over the river will be closed for two months.\n";
        String russian = "Городской совет решил закрыть мост на два месяца. ";
        assertThat(tag(english.repeat(8) + russian.repeat(7), "ru")).isEqualTo("en");
    }

    @Test
    void aHeadlineWithoutKanaIsInJapaneseWhereThePageStatesIt() {
        String headline = "東京都議会議員選挙 投票率過去最低";
        String chinese = "市议会星期二晚上决定在冬天之前修好旧桥，市长表示感谢所有市民的支持与理解。".repeat(3);

        assertThat(tag(headline, "ja")).isEqualTo("ja");
        assertThat(tag(headline, null)).startsWith("zh");
        assertThat(tag(chinese, "ja")).isEqualTo("zh");
    }
}
