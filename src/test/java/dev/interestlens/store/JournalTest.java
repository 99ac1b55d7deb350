package dev.interestlens.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("journal.log");
    }

    @Test
    void theBytesAreThoseOfTheDescription() throws IOException {
        write("123456789");

        // 0xE3069283 is the well-known check value of CRC32C over "123456789"
        assertThat(HexFormat.of().formatHex(Files.readAllBytes(file)))
                .isEqualTo("09000000" + "99826663" + "313233343536373839" + "839206e3");
    }

    @Test
    void recordsComeBackInOrder() {
        write("one", "", "three");

        assertThat(read(0)).containsExactly("one", "", "three");
    }

    @Test
    void readingGoesOnBehindTheLastRecordRead() {
        write("one", "two");
        long end = JournalReader.read(file, 0).get(1).end();
        write("three");

        assertThat(read(end)).containsExactly("three");
    }

    @Test
    void aMissingJournalIsEmpty() {
        assertThat(JournalReader.read(file, 0)).isEmpty();
    }

    @Test
    void aJournalCutAnywhereGivesItsWholeRecords() throws IOException {
        write("one", "two", "three");
        byte[] whole = Files.readAllBytes(file);
        List<Long> ends = JournalReader.read(file, 0).stream()
                .map(JournalReader.Entry::end)
                .toList();
        for (int length = 0; length < whole.length; length++) {
            Path cut = Files.write(folder.resolve("cut-" + length), Arrays.copyOf(whole, length));
            long size = length;
            assertThat(JournalReader.read(cut, 0))
                    .hasSize((int) ends.stream().filter(end -> end <= size).count());
        }
    }

    @Test
    void whatAKilledWriterLeavesIsNoDamageButAnyFlippedBitIs() throws IOException {
        write("one", "two", "three");
        byte[] whole = Files.readAllBytes(file);
        long last = JournalReader.read(file, 0).get(1).end();
        for (int at = 0; at < whole.length; at++) {
            Files.write(file, Arrays.copyOf(whole, at));
            assertThat(JournalReader.damage(file)).as("cut at %d", at).isEmpty();
            byte[] flipped = whole.clone();
            flipped[at] ^= 4;
            Files.write(file, flipped);
            boolean inside = at < last;
            assertThat(JournalReader.damage(file))
                    .as("flipped at %d", at)
                    .hasValueSatisfying(damage -> assertThat(damage.inside()).isEqualTo(inside));
        }
        Files.write(file, Arrays.copyOf(whole, whole.length + 40));
        assertThat(JournalReader.damage(file)).as("zeros behind").isEmpty();
    }

    @Test
    void aFlippedBitEndsTheJournalBeforeItsRecord() throws IOException {
        write("one", "two", "three");
        byte[] whole = Files.readAllBytes(file);
        long first = JournalReader.read(file, 0).get(0).end();
        long second = JournalReader.read(file, 0).get(1).end();
        for (long bit = first * 8; bit < second * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[(int) (bit / 8)] ^= (byte) (1 << bit % 8);
            Files.write(file, flipped);
            assertThat(read(0)).as("bit %d", bit).containsExactly("one");
        }
    }

    @Test
    void aBrokenTailIsCopiedAsideAndCut() throws IOException {
        write("one", "two");
        long size = Files.size(file);
        byte[] tail = {5, 0, 0};
        Files.write(file, tail, StandardOpenOption.APPEND);

        write("three");

        assertThat(read(0)).containsExactly("one", "two", "three");
        assertThat(folder.resolve("journal.log.broken-" + size)).hasBinaryContent(tail);
    }

    @Test
    void aTailOfZerosIsBroken() throws IOException {
        write("one");
        Files.write(file, new byte[4096], StandardOpenOption.APPEND);

        assertThat(read(0)).containsExactly("one");
    }

    @Test
    void aJournalGoesOnFromAnEarlierPoint() throws IOException {
        write("one", "two", "three");
        long end = JournalReader.read(file, 0).get(0).end();
        try (Journal journal = Journal.open(Disk.real(), file, end)) {
            journal.append(bytes("instead"));
        }

        assertThat(read(0)).containsExactly("one", "instead");
        assertThat(folder.resolve("journal.log.broken-" + end)).exists();
    }

    @Test
    void aFailedAppendLeavesTheRecordsBeforeAndMayBeTriedAgain() {
        try (Journal journal = Journal.open(FaultyDisk.failingOnce(4), file)) { // open, force the folder, one, two
            journal.append(bytes("one"));
            assertThatThrownBy(() -> journal.append(bytes("two"))).isInstanceOf(ProblemException.class);
            assertThat(read(0)).containsExactly("one");
            journal.append(bytes("two again"));
        }

        assertThat(read(0)).containsExactly("one", "two again");
    }

    @Test
    void whicheverOperationFailsTheWholeRecordsStay() throws IOException {
        write("one", "two");
        Files.write(file, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
        byte[] before = Files.readAllBytes(file);
        int failures = 0;
        for (int n = 1; ; n++) {
            for (Path leftover : list()) {
                Files.delete(leftover);
            }
            Files.write(file, before);
            FaultyDisk disk = FaultyDisk.failingFrom(n);
            try (Journal journal = Journal.open(disk, file)) {
                journal.append(bytes("three"));
                journal.force();
            } catch (ProblemException e) {
                failures++;
                assertThat(read(0)).startsWith("one", "two");
                continue;
            }
            assertThat(read(0)).containsExactly("one", "two", "three");
            break;
        }
        assertThat(failures).isGreaterThan(8);
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void aRecordHasSixteenMebibytesAtMost() {
        byte[] longest = new byte[1 << 24];
        longest[longest.length - 1] = 7;
        try (Journal journal = Journal.open(Disk.real(), file)) {
            journal.append(longest);
            assertThatThrownBy(() -> journal.append(new byte[longest.length + 1]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        List<JournalReader.Entry> entries = JournalReader.read(file, 0);
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).payload()).isEqualTo(longest);
    }

    private void write(String... records) {
        try (Journal journal = Journal.open(Disk.real(), file)) {
            for (String record : records) {
                journal.append(bytes(record));
            }
        }
    }

    private List<String> read(long offset) {
        return JournalReader.read(file, offset).stream()
                .map(entry -> new String(entry.payload(), StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
