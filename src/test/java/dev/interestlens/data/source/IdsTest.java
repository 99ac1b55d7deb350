package dev.interestlens.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.DatasetInfo.Finding;
import dev.interestlens.data.Field;
import dev.interestlens.data.KeyText;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.prepare.IdQuestion;
import dev.interestlens.data.source.prepare.Preview;
import dev.interestlens.data.source.prepare.RequestTable;
import dev.interestlens.data.source.prepare.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways to write an id: which are one, which are two that look alike, and what another file or a person may write for it. */
class IdsTest {

    /** A key, and texts that mean it. */
    private static final Map<String, List<String>> SAME = Map.of(
            "A7",
            List.of(
                    "A7",
                    " A7",
                    "A7 ",
                    "\tA7",
                    "A7\t",
                    "A7\u00a0",
                    "\u3000A7",
                    "A7\u2003",
                    "A7\u200b",
                    "\ufeffA7",
                    "A7\u200e",
                    "A7\u00ad",
                    "A7\u2028",
                    "A7\u2060",
                    "A7\f",
                    "A7\u000b",
                    "A7 \u200b\t "),
            "Caf\u00e9",
            List.of("Caf\u00e9", "Cafe\u0301", "Cafe\u0301 ", "\u200bCaf\u00e9"),
            "\u1ebf",
            List.of("\u1ebf", "e\u0302\u0301", "\u00ea\u0301"),
            "\uac00",
            List.of("\uac00", "\u1100\u1161"),
            "\u7269\u54c1 1",
            List.of("\u7269\u54c1 1", "\u7269\u54c1 1\u3000", "\u200b\u7269\u54c1 1"),
            "\u212b".replace('\u212b', '\u00c5'),
            List.of("\u212b", "\u00c5", "A\u030a"));

    /** Groups of keys that differ only by letter case, a fraction of zeros or leading zeros. */
    private static final List<List<String>> ALIKE = List.of(
            List.of("1", "1.0", "1.00", "01", "001.0"),
            List.of("7", "007"),
            List.of("0", "00", "0.0"),
            List.of("-5", "-5.0", "-05"),
            List.of("abc", "ABC", "Abc"),
            List.of("\u00e9t\u00e9", "\u00c9T\u00c9"));

    /** Keys like no other one. */
    private static final List<String> APART =
            List.of("1.5", "10", "1e5", "A 7", "A-7", "a\u200bb", "1.0.0", "0x1", "\ud83d\ude00", "x007", "-", ".0");

    @TempDir
    private Path folder;

    private PreparedDataset prepare(List<String> ids, String... settings) throws IOException {
        StringBuilder text = new StringBuilder("user;item;time\n");
        for (int k = 0; k < ids.size(); k++) {
            text.append("u").append(k % 3).append(';').append(ids.get(k)).append(';');
            text.append(1_700_000_000L + k).append('\n');
        }
        PrepareOptions options = PrepareOptions.defaults();
        for (String setting : settings) {
            options = options.with(setting.split("=")[0], setting.split("=", 2)[1]);
        }
        Path log = Files.writeString(folder.resolve("log.csv"), text);
        return Sources.prepare(List.of(log), options, folder.resolve("out" + settings.length), Progress.none());
    }

    private static List<String> all() {
        List<String> all = new ArrayList<>();
        SAME.values().forEach(all::addAll);
        ALIKE.forEach(all::addAll);
        all.addAll(APART);
        return all;
    }

    private static List<String> keys(PreparedDataset data) {
        return IntStream.range(0, data.items())
                .mapToObj(item -> data.itemKey(item + Field.FIRST))
                .toList();
    }

    @Test
    void eachIdIsOneKeyHoweverItIsWritten() throws IOException {
        assertThat(all()).hasSizeGreaterThan(40);
        List<String> wanted = new ArrayList<>(SAME.keySet());
        ALIKE.forEach(wanted::addAll);
        wanted.addAll(APART);
        try (PreparedDataset data = prepare(all())) {
            assertThat(keys(data)).containsExactlyInAnyOrderElementsOf(wanted);
            SAME.forEach((key, texts) -> texts.forEach(text -> {
                assertThat(KeyText.clean(text)).isEqualTo(key);
                assertThat(data.itemOf(text)).as(text).isEqualTo(data.itemOf(key));
            }));
            Finding alike = finding(data);
            assertThat(alike.count()).isEqualTo(18);
            assertThat(alike.example()).isEqualTo("-05, -5, -5.0; 0, 0.0, 00; 001.0, 01, 1");
        }
    }

    @Test
    void theFirstRowsOfAMappingScreenRaiseTheQuestion() throws IOException {
        Path log = Files.writeString(
                folder.resolve("asked.csv"),
                "user,item,time\nAnn,007,1700000000\nann,7,1700000001\nBob,8,1700000002\n");
        PrepareOptions usual = PrepareOptions.defaults();
        IdQuestion asked = Preview.of(List.of(log), usual).ids().orElseThrow();
        assertThat(asked.count()).isEqualTo(4);
        assertThat(asked.examples()).containsExactly("Ann = ann", "007 = 7");
        for (String answer : IdQuestion.ANSWERS) {
            PrepareOptions answered = usual.with(IdQuestion.SETTING, answer);
            assertThat(Preview.of(List.of(log), answered).ids()).isEmpty();
            assertThat(answered.settings()).containsExactly(Map.entry("joinIds", answer));
        }
        assertThat(Preview.of(List.of(log), usual.withMapping(Map.of("user", "time", "item", "user")))
                        .ids()
                        .orElseThrow()
                        .examples())
                .containsExactly("Ann = ann");
    }

    @Test
    void aMappingScreenAsksAboutIdsOfTheLogAndOfItsDescriptions() throws IOException {
        Path two = Files.createDirectories(folder.resolve("described"));
        Files.writeString(two.resolve("events.csv"), "user,item,time\nu,1.0,1700000000\nv,x,1700000002\n");
        Files.writeString(two.resolve("items.csv"), "item,title,category\n1,One,a\nx\u200b,Three,b\n");
        assertThat(Preview.of(List.of(two), PrepareOptions.defaults())
                        .ids()
                        .orElseThrow()
                        .examples())
                .containsExactly("1 = 1.0");
    }

    private static Finding finding(PreparedDataset data) {
        return data.info().notes().stream()
                .filter(finding -> finding.reason().equals("itemsAlike"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void idsThatAreAlikeAreJoinedWhereThatIsWanted() throws IOException {
        try (PreparedDataset data = prepare(all(), "joinIds=true")) {
            assertThat(data.items()).isEqualTo(SAME.size() + ALIKE.size() + APART.size());
            assertThat(data.info().notes()).extracting(Finding::reason).doesNotContain("itemsAlike");
            ALIKE.forEach(some -> some.forEach(text -> {
                assertThat(KeyText.joined(text)).isEqualTo(some.get(0));
                assertThat(data.itemOf(text)).as(text).isEqualTo(data.itemOf(some.get(0)));
            }));
        }
    }

    @Test
    void aDescriptionThatWritesIdsInAnotherWayIsNoted() throws IOException {
        Files.createDirectories(folder.resolve("two"));
        Files.writeString(
                folder.resolve("two/events.csv"),
                "user,item,time\nu,1.0,1700000000\nu,2.0,1700000001\nv,x,1700000002\n");
        Files.writeString(folder.resolve("two/items.csv"), "item,title,category\n1,One,a\n2,Two,b\nx\u200b,Three,b\n");
        List<Path> source = List.of(folder.resolve("two"));
        try (PreparedDataset data =
                Sources.prepare(source, PrepareOptions.defaults(), folder.resolve("apart"), Progress.none())) {
            assertThat(finding(data).count()).isEqualTo(4);
            assertThat(finding(data).example()).isEqualTo("1, 1.0; 2, 2.0");
            assertThat(data.itemText(data.itemOf("x"), Locale.ENGLISH)).isEqualTo("Three");
        }
        PrepareOptions joining = PrepareOptions.defaults().with("joinIds", "true");
        try (PreparedDataset data = Sources.prepare(source, joining, folder.resolve("joined"), Progress.none())) {
            assertThat(data.itemText(data.itemOf("2.0"), Locale.ENGLISH)).isEqualTo("Two");
        }
    }

    @Test
    void pairsMeanTheKeysOfALog() throws IOException {
        Path pairs = Files.writeString(folder.resolve("pairs.csv"), "user,item\n\u200bu0,Cafe\u0301\t\nu1 ,A7\u00a0\n");
        List<String> read = new ArrayList<>();
        try (RequestTable table =
                RequestTable.open(pairs, ColumnMapping.none(), "auto", "", folder.resolve(".none"), Progress.none())) {
            table.each(0, 9, some -> some.forEach(request -> read.add(request.user() + " " + request.item())));
        }
        assertThat(read).containsExactly("u0 Caf\u00e9", "u1 A7");
    }
}
