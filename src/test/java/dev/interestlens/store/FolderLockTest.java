package dev.interestlens.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

    @TempDir
    Path folder;

    @Test
    void aFolderIsLockedOnce() {
        try (FolderLock lock = FolderLock.tryAcquire(folder).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(FolderLock.tryAcquire(folder)).isEmpty();
            assertThat(FolderLock.isHeld(folder)).isTrue();
            assertThat(FolderLock.isOurs(folder)).isTrue();
            assertThat(FolderLock.holder(folder)).contains(ProcessHandle.current());
        }

        assertThat(FolderLock.isHeld(folder)).isFalse();
        assertThat(FolderLock.holder(folder)).isEmpty();
        FolderLock.tryAcquire(folder).orElseThrow().close();
    }

    @Test
    void askingDoesNotReleaseOurOwnLock() throws Exception {
        try (FolderLock lock = FolderLock.tryAcquire(folder).orElseThrow()) {
            assertThat(lock).isNotNull();
            FolderLock.isHeld(folder);
            assertThat(FolderLock.tryAcquire(folder)).isEmpty();

            assertThat(firstLineOf(other())).isEqualTo("refused");
        }
    }

    @Test
    void anotherProcessHoldsItUntilItIsKilled() throws Exception {
        Process other = other();
        assertThat(firstLineOf(other)).isEqualTo("locked");

        assertThat(FolderLock.isHeld(folder)).isTrue();
        assertThat(FolderLock.isOurs(folder)).isFalse();
        assertThat(FolderLock.tryAcquire(folder)).isEmpty();
        assertThat(FolderLock.holder(folder).map(ProcessHandle::pid)).contains(other.pid());

        other.destroyForcibly().waitFor();
        assertThat(FolderLock.isHeld(folder)).isFalse();
        FolderLock.tryAcquire(folder).orElseThrow().close();
    }

    @Test
    void aHolderThatNamesItselfLateIsFound() throws Exception {
        Process other = other();
        assertThat(firstLineOf(other)).isEqualTo("locked");
        Path owner = folder.resolve("lock.owner");
        Path aside = folder.resolve("aside");
        Files.move(owner, aside);

        Future<?> late = CompletableFuture.runAsync(
                () -> assertThat(aside.toFile().renameTo(owner.toFile())).isTrue(),
                CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));

        assertThat(FolderLock.holder(folder).map(ProcessHandle::pid)).contains(other.pid());
        late.get();
        other.destroyForcibly().waitFor();
    }

    @Test
    void anOwnerFileWithoutALockMeansNothing() throws IOException {
        Files.writeString(folder.resolve("lock.owner"), "1 1");
        Files.createFile(folder.resolve("lock"));

        assertThat(FolderLock.isHeld(folder)).isFalse();
        FolderLock.tryAcquire(folder).orElseThrow().close();
    }

    @Test
    void askingAllTheTimeKeepsNobodyFromLocking() throws Exception {
        Process other = other();
        BufferedReader line = new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8));
        while (!line.ready()) {
            FolderLock.isHeld(folder);
        }

        assertThat(line.readLine()).isEqualTo("locked");
        other.destroyForcibly().waitFor();
    }

    private Process other() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockingProgram.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String firstLineOf(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }
}
