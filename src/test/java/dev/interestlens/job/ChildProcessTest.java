package dev.interestlens.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.store.ProblemException;
import dev.interestlens.testing.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class ChildProcessTest {

    private static final Program PROGRAM = Program.same(SmallProgram.class).with("-Xmx64m", "-XX:TieredStopAtLevel=1");

    @TempDir
    Path folder;

    @Test
    void aJobDoesItsWorkAndLeavesItsOutputAndExitCode() throws Exception {
        ChildProcess job = start("print", "--title", "汉字 \"quoted\" and spaces");

        JobEnd end = ended(job);

        assertThat(end).isEqualTo(new JobEnd(0, Optional.empty(), false, false));
        assertThat(job.folder().lastOutput(10_000))
                .contains("printed [print, --title, 汉字 \"quoted\" and spaces]", "complained");
        assertThat(job.folder().end()).contains(end);
        assertThat(job.isAlive()).isFalse();
    }

    @Test
    void anEndThatCannotBeReadIsNoEndInWordsAndNoFailureOfTheParent() throws Exception {
        Files.writeString(folder.resolve("job.json"), "{}");
        for (String damaged : List.of(
                "",
                "{\"code\": 3",
                "{\"code\": \"x\"}",
                "[]",
                "{\"code\": 3, \"ownes\": null}",
                "{\"code\": 3, \"owner\": \"dev.interestlens.job.JobRun\", \"kind\": null}")) {
            Files.writeString(folder.resolve("exit.json"), damaged);
            Optional<JobEnd> end = new JobFolder(folder).end();
            assertThat(end).as(damaged).isPresent();
            assertThat(end.get().problem()).as(damaged).isEmpty();
        }
    }

    @Test
    void aDamagedJobIsRefusedInWords() throws Exception {
        for (String damaged : List.of("", "{\"arguments\": [null]}", "{\"arguments\": 3}", "{}")) {
            Files.writeString(folder.resolve("job.json"), damaged);
            assertThatThrownBy(() -> JobRun.begin(folder))
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.problem().text(Locale.ENGLISH))
                                    .contains("job.json")
                                    .doesNotContain("dev.interestlens"));
        }
    }

    @Test
    void aProblemReachesTheParentInBothLanguages() throws Exception {
        JobEnd end = ended(start("fail"));

        assertThat(end.exitCode()).isEqualTo(3);
        assertThat(end.died()).isFalse();
        assertThat(end.problem().orElseThrow().text(Locale.ENGLISH)).contains("There is no file a.csv");
        assertThat(end.problem().orElseThrow().text(Locale.CHINESE)).contains("找不到文件 a.csv");
    }

    @Test
    void aWishIsHeard() throws Exception {
        ChildProcess job = start("wait");

        job.wish(Wish.STOP);

        assertThat(ended(job).exitCode()).isZero();
        assertThat(job.folder().lastOutput(1000)).isEqualTo("wished stop\n");
    }

    @Test
    void aRunningJobIsFoundAgainAndCanBeKilled() {
        ChildProcess job = start("wait");
        await(() -> job.folder().isAlive());

        ChildProcess found = ChildProcess.attach(folder).orElseThrow();
        assertThat(found.pid()).isEqualTo(job.pid());
        assertThat(found.isAlive()).isTrue();
        assertThat(found.folder().end()).isEmpty();

        JobEnd end = found.kill();
        assertThat(end.died()).isTrue();
        assertThat(job.folder().isAlive()).isFalse();
        assertThat(ChildProcess.attach(folder)).isEmpty();
        assertThat(job.folder().end()).contains(new JobEnd(-1, Optional.empty(), true, false));
    }

    @Test
    void aFolderHasOneJobAtATime() {
        ChildProcess job = start("wait");
        await(() -> job.folder().isAlive());

        assertThatThrownBy(() -> start("print")).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().kind().exitCode()).isEqualTo(4);
            assertThat(e.problem().key()).isEqualTo("busy");
        });

        job.kill();
    }

    @Test
    void aKilledJobCanBeStartedAgain() throws Exception {
        ChildProcess first = start("wait");
        first.kill();

        assertThat(ended(start("print")).exitCode()).isZero();
    }

    @Test
    void aJobEndsWithItsParentWhereItShall() {
        Path childFolder = folder.resolve("child");
        JobFolder child = new JobFolder(childFolder);
        ChildProcess parent = start("parent", childFolder.toString());
        await(child::isAlive);

        parent.kill();

        await(() -> child.end().isPresent());
        assertThat(child.end()).contains(new JobEnd(130, Optional.empty(), false, false));
    }

    @Test
    void anExhaustedHeapEndsTheJobAlone() throws Exception {
        JobEnd end = ended(start("hoard"));

        assertThat(end.died()).isTrue();
        assertThat(end.outOfMemory()).isTrue();
        assertThat(end.exitCode()).isNotZero();
    }

    @Test
    void aJobHasLowPriority() throws IOException {
        Path status = Path.of("/proc/self/stat");
        Assumptions.assumeTrue(Files.exists(status) && Files.exists(Path.of("/usr/bin/nice")));
        ChildProcess job = start("wait");
        await(() -> job.folder().isAlive());

        String[] own = Files.readString(
                        Path.of("/proc/" + ProcessHandle.current().pid() + "/stat"))
                .split(" ");
        String[] its = Files.readString(Path.of("/proc/" + job.pid() + "/stat")).split(" ");
        job.kill();

        int niceness = 18; // see proc(5)
        assertThat(Integer.parseInt(its[niceness])).isEqualTo(Math.min(19, Integer.parseInt(own[niceness]) + 10));
    }

    @Test
    void onlyTheEndOfALongOutputIsRead() throws IOException {
        JobFolder job = new JobFolder(folder);
        Files.writeString(job.output(), "first line\nsecond line\n");

        assertThat(job.lastOutput(15)).isEqualTo("second line\n");
        assertThat(job.lastOutput(1000)).isEqualTo("first line\nsecond line\n");
    }

    @Test
    void aFolderWithoutAJobHasNoEnd() {
        assertThat(new JobFolder(folder).end()).isEmpty();
        assertThat(ChildProcess.attach(folder)).isEmpty();
    }

    private ChildProcess start(String... arguments) {
        return ChildProcess.start(PROGRAM, folder, List.of(arguments), false);
    }

    private static JobEnd ended(ChildProcess job) throws Exception {
        return job.end().get();
    }

    private static void await(BooleanSupplier condition) {
        Patience patience = new Patience(() -> "what the job is to do");
        while (!condition.getAsBoolean()) {
            patience.sleep();
        }
    }
}
