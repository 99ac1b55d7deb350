package dev.interestlens.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interestlens.data.DatasetInfo.Finding;
import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.file.Duck;
import dev.interestlens.data.source.file.SourceFiles;
import dev.interestlens.data.source.layout.ImportPlan;
import dev.interestlens.data.source.layout.Layouts;
import dev.interestlens.data.source.load.Import;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.store.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log that lies in several files is one log, whatever way it is read. */
@Tag("thorough")
class SeveralFilesTest {

    @TempDir
    private Path folder;

    private Path source() throws IOException {
        return Files.createDirectories(folder.resolve("log"));
    }

    private PreparedDataset prepare(PrepareOptions options, String out) throws IOException {
        return Sources.prepare(List.of(source()), options, folder.resolve(out), Progress.none());
    }

    private void parts() throws IOException {
        Files.writeString(source().resolve("part-1.csv"), "user,item,time,kind\na,x,5,k\nb,y,6,\n");
        Files.writeString(source().resolve("part-2.csv"), "user,item,time,kind\na,y,3,m\na,,4,k\nb,x,7,k\na,x,5,k\n");
    }

    @Test
    void partsOfOneLogAreReadOneAfterAnother() throws IOException {
        parts();
        try (PreparedDataset data = prepare(PrepareOptions.defaults().with("rejectShare", "0.5"), "out")) {
            assertThat(data.events()).isEqualTo(5);
            assertThat(data.info().origin().sources()).extracting("name").containsExactly("part-1.csv", "part-2.csv");
            assertThat(data.info().rejected()).containsExactly(new Finding("noItem", 1, "part-2.csv", List.of(3L)));
            assertThat(data.eventOrder(data.firstEvent(data.userOf("a")))).isEqualTo(2);
            assertThat(data.info().audit().duplicates()).isEqualTo(1);
        }
    }

    /** As texts part-10 stands before part-2; the steps of a user without times are in the order of the files. */
    @Test
    void numbersInNamesAreCountedAndTheOrderIsTold() throws IOException {
        for (int part = 1; part <= 11; part++) {
            Files.writeString(
                    source().resolve("part-" + part + ".csv"), "user,item\na,i" + part + "\nb,k" + part + "\n");
        }
        try (PreparedDataset data = prepare(PrepareOptions.defaults(), "out")) {
            long first = data.firstEvent(data.userOf("a"));
            List<String> items = IntStream.range(0, 11)
                    .mapToObj(k -> data.itemKey(data.eventItem(first + k)))
                    .toList();
            assertThat(items)
                    .isEqualTo(IntStream.rangeClosed(1, 11)
                            .mapToObj(part -> "i" + part)
                            .toList());
            assertThat(data.info().notes())
                    .anyMatch(note -> note.reason().equals("fileOrder")
                            && note.count() == 11
                            && note.example().startsWith("part-1.csv, part-2.csv, part-3.csv"));
        }
    }

    @Test
    void timesThatDecideNeedNoOrderOfFiles() throws IOException {
        Files.writeString(source().resolve("day-1.csv"), "user,item,time\na,x,1600000000\nb,y,1600000300\n");
        Files.writeString(source().resolve("day-2.csv"), "user,item,time\na,y,1600086400\nb,x,1600086700\n");
        try (PreparedDataset data = prepare(PrepareOptions.defaults(), "out")) {
            assertThat(data.info().notes()).noneMatch(note -> note.reason().equals("fileOrder"));
        }
    }

    @Test
    void splitAtomicFilesAreOneLog() throws IOException {
        for (String part : List.of("train", "valid", "test")) {
            Files.writeString(
                    source().resolve("x." + part + ".inter"),
                    "user_id:token\titem_id:token\ttimestamp:float\n1\t" + part + "\t8\n");
        }
        try (PreparedDataset data = prepare(PrepareOptions.defaults(), "out")) {
            assertThat(data.info().origin().format()).isEqualTo("recbole");
            assertThat(data.items()).isEqualTo(3);
        }
    }

    private static String lines(String header, int rows, IntFunction<String> row) {
        return header + "\n" + IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining("\n")) + "\n";
    }

    /** The advertisers of a list of ads look like users. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void filesOfItemsAndUsersDescribeThem(boolean mapped) throws IOException {
        Files.writeString(
                source().resolve("clicks.csv"),
                lines("user,time_stamp,adgroup_id", 600, r -> r % 60 + "," + (1_700_000_000 + r) + "," + r * 7 % 80));
        Files.writeString(
                source().resolve("ads.csv"),
                lines(
                        "adgroup_id,cate_id,customer,brand,price",
                        80,
                        r -> r + ",c" + r % 7 + "," + 1000 + r % 40 + ",9" + r + "," + (10 + r * 3.7)));
        Files.writeString(
                source().resolve("people.csv"),
                lines(
                        "userid,age_level,gender,joined",
                        60,
                        r -> r + "," + r % 5 + "," + "MF".charAt(r % 2) + ",2020-01-" + (10 + r % 9)));
        PrepareOptions options = PrepareOptions.defaults()
                .withMapping(mapped ? Map.of("user", "user", "item", "adgroup_id", "time", "time_stamp") : Map.of());
        try (PreparedDataset data = prepare(options, "out")) {
            assertThat(data.schema().itemFields())
                    .extracting(Field::name, Field::isCategorical)
                    .containsExactly(
                            tuple("item", true),
                            tuple("category", true),
                            tuple("customer", true),
                            tuple("brand", true),
                            tuple("price", false));
            assertThat(data.schema().userFields()).extracting(Field::name).containsExactly("age_level", "gender");
            assertThat(data.info().notes()).extracting(Finding::reason).doesNotContain("fileUnlike");
        }
    }

    @Test
    void ofTwoLogsWithOtherColumnsTheLargerOneIsRead() throws IOException {
        String rows = IntStream.range(0, 60)
                .mapToObj(n -> "u" + n % 7 + ",i" + n % 11 + "," + (1_700_000_000 + n) + "," + n % 2 + "\n")
                .collect(Collectors.joining());
        Files.writeString(source().resolve("train.csv"), "user,item,time,label\n" + rows);
        Files.writeString(source().resolve("test.csv"), "user,item,time\nu1,i1,1700000100\nu2,i1,1700000101\n");
        try (PreparedDataset data = prepare(PrepareOptions.defaults(), "out")) {
            assertThat(data.events()).isEqualTo(30);
            assertThat(data.info().notes()).contains(new Finding("fileUnlike", 1, "test.csv", List.of()));
        }
    }

    @Test
    void aFileThatIsNotReadIsNamedInTheSentence() throws IOException {
        parts();
        Files.writeString(source().resolve("notes.md"), "nothing");
        try (PreparedDataset data = prepare(PrepareOptions.defaults().with("rejectShare", "0.5"), "out")) {
            Finding unread = data.info().notes().stream()
                    .filter(note -> note.reason().equals("fileUnread"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Findings.text(unread, Locale.ENGLISH)).isEqualTo("The file notes.md of the folder was not read");
        }
    }

    @Test
    void tablesInAFileGiveTheSameBytesAsTablesInMemoryAndAnyNumberOfThreads() throws IOException {
        parts();
        Path two = written("two", 2, Duck.Staging.MEMORY);
        for (Path other : List.of(
                written("one", 1, Duck.Staging.MEMORY),
                written("file", 2, Duck.Staging.FILE),
                written("f1", 1, Duck.Staging.FILE),
                written("packed", 2, Duck.Staging.PACKED_FILE))) {
            try (Stream<Path> files = Files.list(two)) {
                for (Path file : files.toList()) {
                    assertThat(other.resolve(file.getFileName())).hasSameBinaryContentAs(file);
                }
            }
        }
    }

    private Path written(String name, int threads, Duck.Staging staging) throws IOException {
        PrepareOptions options =
                PrepareOptions.defaults().with("rejectShare", "0.5").with("threads", String.valueOf(threads));
        Path work = Files.createDirectories(folder.resolve(name + "-work"));
        Path out = Files.createDirectories(folder.resolve(name));
        ImportPlan plan =
                Layouts.recognise(SourceFiles.of(List.of(source())), options).orElseThrow();
        new Import(plan, List.of(), options, Disk.real(), Progress.none()).run(work, out, bytes -> staging);
        return out;
    }
}
