package dev.interestlens.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputPathTest {
    private static final FolderKind KIND =
            new FolderKind(Map.of("mark.txt", "ours"), Pattern.compile("mark\\.txt|part/.+"), true);

    @TempDir
    Path folder;

    private static void make(OutputPath target, String content) {
        target.make(Disk.real(), work -> {
            Files.createDirectories(work.made().resolve("part"));
            Files.writeString(work.made().resolve("mark.txt"), "ours " + content);
            return Files.writeString(work.made().resolve("part").resolve("a"), content);
        });
    }

    private OutputPath target(OutputPath.Existing existing) {
        return OutputPath.folder(folder.resolve("target"), KIND, existing);
    }

    private static String key(Runnable work) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, work::run);
        assertThat(refused).isNotNull();
        return refused.problem().key();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFolderAppearsWholeAndNothingIsLeftBesideIt() throws IOException {
        make(target(OutputPath.Existing.REFUSED), "new");

        assertThat(folder.resolve("target/part/a")).hasContent("new");
        assertThat(names()).containsExactly("target");
    }

    @Test
    void aFailedMakingLeavesNothing() throws IOException {
        OutputPath target = target(OutputPath.Existing.REFUSED);
        assertThatThrownBy(() -> target.make(Disk.real(), work -> {
                    Files.createDirectories(work.made());
                    throw new IOException("broken");
                }))
                .isInstanceOf(ProblemException.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void ourOwnFolderIsReplacedAsAWhole() throws IOException {
        make(target(OutputPath.Existing.REFUSED), "old");
        Files.writeString(folder.resolve("target/part/b"), "also old");

        make(target(OutputPath.Existing.REPLACED), "new");

        assertThat(folder.resolve("target/part/a")).hasContent("new");
        assertThat(folder.resolve("target/part/b")).doesNotExist();
        assertThat(names()).containsExactly("target");
    }

    @Test
    void aFolderOfOursWithAForeignFileIsNotReplaced() throws IOException {
        make(target(OutputPath.Existing.REFUSED), "old");
        Files.writeString(folder.resolve("target/notes.txt"), "mine");

        assertThat(key(() -> target(OutputPath.Existing.REPLACED))).isEqualTo("targetHoldsOther");
        assertThat(folder.resolve("target/notes.txt")).hasContent("mine");
    }

    @Test
    void whatComesMeanwhileSurvives() throws IOException {
        Path file = folder.resolve("file");
        OutputPath target = OutputPath.file(file, OutputPath.Existing.REFUSED);

        assertThat(key(() -> target.make(Disk.real(), work -> {
                    Files.writeString(file, "foreign");
                    return Files.writeString(work.made(), "ours");
                })))
                .isEqualTo("targetExists");

        assertThat(file).hasContent("foreign");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void aFolderThatComesMeanwhileSurvives() throws IOException {
        OutputPath target = target(OutputPath.Existing.REFUSED);
        assertThat(key(() -> target.make(Disk.real(), work -> {
                    make(OutputPath.folder(folder.resolve("other"), KIND, OutputPath.Existing.REFUSED), "foreign");
                    Files.move(folder.resolve("other"), folder.resolve("target"));
                    return Files.createDirectories(work.made());
                })))
                .isEqualTo("targetExists");
        assertThat(folder.resolve("target/part/a")).hasContent("foreign");
    }

    @RepeatedTest(50) // the two come within a millisecond
    void theLaterOfTwoGivesWayAtOnce() {
        OutputPath target = target(OutputPath.Existing.REFUSED);
        target.make(Disk.real(), work -> {
            assertThat(key(() -> make(target(OutputPath.Existing.REFUSED), "second")))
                    .isEqualTo("targetBusy");
            return Files.createDirectories(work.made());
        });
        assertThat(folder.resolve("target")).isDirectory();
    }

    @Test
    void whatAKilledProcessLeftGoesWithTheNextCommand() throws IOException {
        Path dead = leftByAKill("target");
        make(target(OutputPath.Existing.REFUSED), "new");
        assertThat(dead).doesNotExist();
        assertThat(names()).containsExactly("target");
    }

    @Test
    void whatAKilledProcessLeftOfAnotherTargetGoesToo() throws IOException {
        leftByAKill("other");
        Path lost = leftByAKill("precious");
        Files.writeString(lost.resolve("replaced"), "taken away");

        make(target(OutputPath.Existing.REFUSED), "new");

        assertThat(names()).containsExactly("precious", "target");
        assertThat(folder.resolve("precious")).hasContent("taken away");
    }

    @Test
    void whatIsOnlyNamedLikeOneOfTheProgramStays() throws IOException {
        Path foreign = leftByAKill("other");
        Files.delete(foreign.resolve("lock"));
        Path file = Files.writeString(TemporaryName.beside(folder.resolve("other")), "mine");
        Path living = leftByAKill("third");

        try (FolderLock lock = FolderLock.tryAcquire(living).orElseThrow()) {
            assertThat(lock).isNotNull();
            make(target(OutputPath.Existing.REFUSED), "new");
        }

        assertThat(foreign.resolve("made/half")).hasContent("half");
        assertThat(file).hasContent("mine");
        assertThat(living.resolve("made/half")).hasContent("half");
    }

    @Test
    void aFolderThatAKilledProcessTookAwayIsPutBack() throws IOException {
        make(target(OutputPath.Existing.REFUSED), "precious");
        Path dead = leftByAKill("target");
        Files.move(folder.resolve("target"), dead.resolve("replaced"));

        assertThat(key(() -> make(target(OutputPath.Existing.REFUSED), "new"))).isEqualTo("targetExists");

        assertThat(folder.resolve("target/part/a")).hasContent("precious");
    }

    private Path leftByAKill(String name) throws IOException {
        Path dead = Files.createDirectories(TemporaryName.beside(folder.resolve(name)));
        Files.writeString(dead.resolve("target"), "0000000000000001 " + name);
        Files.writeString(Files.createDirectory(dead.resolve("made")).resolve("half"), "half");
        Files.writeString(dead.resolve("lock"), "");
        return dead;
    }

    @Test
    void anInputIsNoTarget() throws IOException {
        Path input = Files.writeString(folder.resolve("input"), "read");
        Path link = Files.createSymbolicLink(folder.resolve("link"), input);

        assertThat(key(() ->
                        OutputPath.file(input, OutputPath.Existing.REPLACED).apartFrom(List.of(input))))
                .isEqualTo("targetIsInput");
        assertThat(key(() -> OutputPath.file(link, OutputPath.Existing.REPLACED).apartFrom(List.of(input))))
                .isEqualTo("targetIsInput");
    }

    @Test
    void nothingIsWrittenIntoAClosedFolderNotEvenThroughALink() {
        make(target(OutputPath.Existing.REFUSED), "run");
        Path link = folder.resolve("link");
        assertThatThrownBy(() -> {
                    Files.createSymbolicLink(link, folder.resolve("target"));
                    OutputPath.file(link.resolve("new/file"), OutputPath.Existing.REFUSED)
                            .outside(List.of(KIND));
                })
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(folder.resolve("target").toString());
    }

    @Test
    void aFolderThatMayNotBeWrittenToIsSaidFirst() {
        Path closed = Path.of("/proc/1");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isDirectory(closed) && !Files.isWritable(closed));
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> OutputPath.file(closed.resolve("x"), OutputPath.Existing.REFUSED));
        assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.RESOURCE);
        assertThat(refused.problem().what(Locale.ENGLISH)).contains("may not write");
    }

    @Test
    void aFileIsReplacedAndKeepsNothingOfTheOldOne() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old and longer");
        OutputPath.file(file, OutputPath.Existing.REPLACED)
                .write(Disk.real(), out -> out.write("new".getBytes(StandardCharsets.UTF_8)));
        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void theReasonOfAFailedWriteIsTheRealOne() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Files.writeString(taken.resolve("inside"), "");
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(key(() -> write(taken))).isEqualTo("write.FOLDER");
        assertThat(key(() -> write(file.resolve("below")))).isEqualTo("write.NO_FOLDER");
        assertThat(key(() -> write(folder.resolve(("y".repeat(200) + "/").repeat(25) + "z"))))
                .isEqualTo("write.PATH_TOO_LONG");
        assertThat(key(() -> write(folder.resolve("x".repeat(256))))).isEqualTo("write.NAME_TOO_LONG");
        assertThat(key(() -> AtomicFile.write(FaultyDisk.failingOnce(3), folder.resolve("full"), out -> out.write(1))))
                .isEqualTo("write.FULL");
    }

    @Test
    void aFullDiskIsToldOfWhatThePersonNamed() throws IOException {
        for (int operation : new int[] {3, 4, 5}) {
            Disk disk = FaultyDisk.failingOnce(operation);
            assertThatThrownBy(() -> target(OutputPath.Existing.REFUSED).make(disk, work -> {
                        AtomicFile.write(disk, work.made().resolve("weights.bin"), out -> out.write(1));
                        return AtomicFile.write(disk, work.scratch().resolve("notes.txt"), out -> out.write(1));
                    }))
                    .isInstanceOfSatisfying(ProblemException.class, e -> {
                        assertThat(e.problem().what(Locale.ENGLISH))
                                .isEqualTo("Cannot write " + folder.resolve("target") + ": the disk is full.");
                        assertThat(e.problem().text(Locale.CHINESE))
                                .contains("target", "7 字节")
                                .doesNotContain("weights");
                    });
            assertThat(names()).isEmpty();
        }
    }

    /** As on a disk that is full before anything is written: what lies beside cannot be read, so the work does not begin. */
    @Test
    void workThatCannotBeginLeavesNoFolder() throws IOException {
        Path other = Files.createDirectory(folder.resolve(".interest-lens-" + new UUID(1, 2) + ".tmp"));
        Files.createFile(other.resolve("lock"));
        Files.createDirectory(other.resolve("target"));
        assertThatThrownBy(() -> OutputPath.file(folder.resolve("new.txt"), OutputPath.Existing.REFUSED)
                        .write(Disk.real(), out -> out.write(1)))
                .isInstanceOf(ProblemException.class);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(other);
        }
    }

    @Test
    void aFileElsewhereKeepsItsName() {
        Disk disk = FaultyDisk.failingOnce(3);
        assertThatThrownBy(() -> target(OutputPath.Existing.REFUSED)
                        .make(disk, work -> AtomicFile.write(disk, folder.resolve("elsewhere"), out -> out.write(1))))
                .hasMessageContaining("elsewhere: the disk is full");
    }

    private static void write(Path file) {
        AtomicFile.write(Disk.real(), file, out -> out.write(1));
    }

    @Test
    void twoTargetsOfOneCommandLieApart() {
        OutputPath outer = target(OutputPath.Existing.REFUSED);
        OutputPath inner = OutputPath.folder(folder.resolve("target/x/y"), KIND, OutputPath.Existing.REFUSED);
        OutputPath beside = OutputPath.folder(folder.resolve("target2"), KIND, OutputPath.Existing.REFUSED);

        assertThat(key(() -> inner.apartFrom(outer))).isEqualTo("targetsMeet");
        assertThat(key(() -> outer.apartFrom(inner))).isEqualTo("targetsMeet");
        assertThat(key(() -> outer.apartFrom(target(OutputPath.Existing.REFUSED))))
                .isEqualTo("targetsMeet");
        assertThat(beside.apartFrom(outer)).isSameAs(beside);
    }
}
