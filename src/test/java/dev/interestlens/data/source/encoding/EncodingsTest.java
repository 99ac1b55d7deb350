package dev.interestlens.data.source.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.interestlens.data.DatasetInfo.Finding;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.file.TextHead;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A text is read in its own character set, or a person is asked. */
@Tag("thorough")
class EncodingsTest {
    private static final int TIMES = 12;

    @TempDir
    private Path folder;

    /** Character set → words of a language that is written in it; the limits of the guess were chosen on texts that hold these words as well. */
    private static final Map<String, String> WORDS = new TreeMap<>(Map.ofEntries(
            Map.entry("UTF-8", "Straße naïve 键盘 キーボード Łódź Москва"),
            Map.entry("UTF-16", "Straße naïve 键盘 キーボード Łódź Москва"),
            Map.entry("GBK", "无线鼠标 机械键盘 电饭煲 保温杯 登山鞋 羽毛球拍 平板电脑 充电器 洗发水 牙膏 连衣裙 牛仔裤 手表 行李箱 台灯 沙发 床单 窗帘 茶叶 坚果 零食 绿茶 咖啡机"),
            Map.entry("GB18030", "霸王别姬 活着 大红灯笼高高挂 花样年华 无间道 英雄 十面埋伏 一代宗师 功夫 少林足球 让子弹飞 流浪地球 哪吒 大鱼海棠"),
            Map.entry("Big5", "無線滑鼠 機械鍵盤 電鍋 保溫杯 登山鞋 羽球拍 平板電腦 充電器 洗髮精 牙膏 連身裙 牛仔褲 手錶 行李箱 檯燈 沙發 床單 窗簾 茶葉 堅果 零食 綠茶 咖啡機"),
            Map.entry("Shift_JIS", "炊飯器 掃除機 冷蔵庫 電子レンジ ワンピース スニーカー 腕時計 旅行かばん お茶 コーヒー豆 文房具 えんぴつ ゲーム機 自転車 釣り竿 漫画 小説 絵本"),
            Map.entry("EUC-JP", "炊飯器 掃除機 冷蔵庫 電子レンジ ワンピース スニーカー 腕時計 旅行かばん お茶 コーヒー豆 文房具 えんぴつ ゲーム機 自転車 釣り竿 漫画 小説 絵本"),
            Map.entry("EUC-KR", "밥솥 청소기 냉장고 전자레인지 원피스 운동복 손목시계 여행가방 녹차 커피 연필 자전거 낚싯대 만화 소설 그림책 헤어질결심 택시운전사 변호인 국제시장"),
            Map.entry(
                    "windows-1251",
                    "Клавиатура Мышь Чайник Кофеварка Холодильник Утюг Сапоги Платье Рюкзак Велосипед Удочка"
                            + " Тетрадь Карандаш Игрушка Щётка"),
            Map.entry(
                    "KOI8-R",
                    "Клавиатура Мышь Чайник Кофеварка Холодильник Утюг Сапоги Платье Рюкзак Велосипед Удочка"
                            + " Тетрадь Карандаш Игрушка Щётка"),
            Map.entry(
                    "windows-1250",
                    "Żelazko Młynek Łyżka Książki Zeszyt Ołówek Rękawiczki Kurtka Żakiet Święta Szkło Półka"
                            + " Łóżko Pościel Kołdra Wąż Miód Masło"),
            Map.entry(
                    "ISO-8859-2",
                    "Žehlička Mlýnek Lžíce Knížky Sešit Tužka Rukavice Šála Bunda Vánoční Sklo Postýlka"
                            + " Přikrývka Hadice Květináč Čajník Hrníček"),
            Map.entry(
                    "windows-1252",
                    "Bügeleisen Kaffeemühle Löffel Bücher Stühle Handschuhe Mütze Weihnachtsgeschäft Gläser Öl"
                            + " Käse Brötchen Schläger Fußball"),
            Map.entry(
                    "ISO-8859-9",
                    "Ütü Değirmen Kaşık Kitaplar Kalem Çanta Şapka Eldiven Yılbaşı Bardak Yağ Peynir Çay"
                            + " Kahvaltılık Futbol Ayakkabı Bilgisayar Işıklı"),
            Map.entry(
                    "windows-1253",
                    "Σίδερο Μύλος Κουτάλι Βιβλία Τετράδιο Μολύβι Γάντια Καπέλο Χριστούγεννα Ποτήρι Λάδι Τυρί"
                            + " Τσάι Ποδόσφαιρο Παπούτσια Έπιπλα")));

    private record Tally(int right, int asked, int wrong) {}

    private static byte[] table(List<String> words, Charset charset, Random random) {
        StringBuilder text = new StringBuilder("user,item,time\n");
        for (String word : words) {
            text.append('u').append(random.nextInt(90)).append(',').append(word);
            text.append(",16").append(10_000_000 + random.nextInt(80_000_000)).append('\n');
        }
        return text.toString().getBytes(charset);
    }

    private TextHead head(byte[] bytes) throws IOException {
        return TextHead.of(Files.write(folder.resolve("log.csv"), bytes), PrepareOptions.defaults());
    }

    private Tally tally(String charset, int words) throws IOException {
        Random random = new Random(11);
        List<String> all = List.of(WORDS.get(charset).split(" "));
        int right = 0;
        int asked = 0;
        int wrong = 0;
        for (int n = 0; n < TIMES; n++) {
            List<String> some = new ArrayList<>();
            int from = random.nextInt(all.size());
            for (int w = 0; w < words; w++) {
                some.add(all.get((from + w) % all.size()));
            }
            TextHead head = head(table(some, Charset.forName(charset), random));
            boolean same = head.values("item").equals(some);
            asked += head.encoding().sure() ? 0 : 1;
            right += head.encoding().sure() && same ? 1 : 0;
            wrong += head.encoding().sure() && !same ? 1 : 0;
        }
        return new Tally(right, asked, wrong);
    }

    @Test
    void noneOfFourteenCharacterSetsIsReadWronglyWithoutAQuestion() throws IOException {
        for (String charset : WORDS.keySet()) {
            for (int words : List.of(1, 2, 3, 6)) {
                assertThat(tally(charset, words).wrong())
                        .as(charset + " " + words)
                        .isZero();
            }
            Tally many = tally(charset, 24);
            assertThat(many).as(charset).isEqualTo(new Tally(TIMES, 0, 0));
        }
    }

    /** Rows of ASCII, and a few names behind a share of them. */
    private Path late(String charset, int rows, double share) throws IOException {
        StringBuilder text = new StringBuilder("user,item,time\n");
        for (int row = 0; row < rows; row++) {
            text.append('u')
                    .append(row % 50)
                    .append(",an item of number ")
                    .append(row % 70)
                    .append(",160000");
            text.append(1000 + row % 9000).append('\n');
            if (row == (int) (share * (rows - 1))) {
                for (String word : WORDS.get(charset).split(" ")) {
                    text.append("u1,").append(word).append(",1600002000\n");
                }
            }
        }
        return Files.write(folder.resolve("late.csv"), text.toString().getBytes(Charset.forName(charset)));
    }

    private void isReadRightly(Path log, String charset) throws IOException {
        Path out = folder.resolve("data-" + charset);
        try (PreparedDataset data = Sources.prepare(List.of(log), PrepareOptions.defaults(), out, Progress.none())) {
            assertThat(data.info().origin().settings()).containsEntry("encoding", charset);
            Finding told = data.info().notes().stream()
                    .filter(note -> note.reason().equals("encodingTried"))
                    .findFirst()
                    .orElseThrow();
            assertThat(told.example())
                    .startsWith(charset + ": " + WORDS.get(charset).split(" ")[0]);
        }
    }

    @Test
    void fewLettersAtTheEndOfALargeFileAreReadRightly() throws IOException {
        for (String charset : List.of("Big5", "windows-1250")) {
            isReadRightly(late(charset, 80_000, 1), charset);
        }
    }

    /** Behind more than is read to guess, and in no part that is looked at before. */
    @Test
    void fewLettersAnywhereElseAreReadRightly() throws IOException {
        Path log = late("KOI8-R", 800_000, 0.31);
        assertThat(TextHead.of(log, PrepareOptions.defaults()).charset()).isEqualTo(StandardCharsets.UTF_8);
        isReadRightly(log, "KOI8-R");
    }

    @Test
    void aDoubtIsAQuestionThatNamesTheReadingsAndTakesAnAnswer() throws IOException {
        Path log = Files.write(
                folder.resolve("log.csv"),
                "user,item,time\na,\u017duba,1600000000\nb,\u0159ek,1600000300\n"
                        .getBytes(Charset.forName("windows-1250")));
        Problem asked = assertThrows(
                        ProblemException.class,
                        () -> Sources.prepare(
                                List.of(log), PrepareOptions.defaults(), folder.resolve("none"), Progress.none()))
                .problem();
        assertThat(asked.key()).isEqualTo("encodingOpen");
        assertThat(asked.fix(Locale.ENGLISH)).contains("--set encoding=windows-1250");
        assertThat(asked.values().get("samples")).contains("\u017duba, \u0159ek");
        assertThat(asked.values().get("samples").chars()).noneMatch(Character::isISOControl);

        PrepareOptions answered = PrepareOptions.defaults().with("encoding", "windows-1250");
        try (PreparedDataset data = Sources.prepare(List.of(log), answered, folder.resolve("data"), Progress.none())) {
            assertThat(data.info().notes()).noneMatch(note -> note.reason().equals("encodingTried"));
        }
    }

    @Test
    void plainTextIsNeverDoubted() throws IOException {
        assertThat(head("user,item,time\na,b,1\n".getBytes(StandardCharsets.US_ASCII))
                        .encoding())
                .isEqualTo(EncodingGuess.known(StandardCharsets.UTF_8));
    }
}
