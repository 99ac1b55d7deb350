package dev.interestlens.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

class ClassArchiveTest {
    @TempDir
    Path folder;

    private Path jar;
    private ClassArchive archive;

    @BeforeEach
    void install() throws IOException {
        Path app = Files.createDirectories(folder.resolve("lib/app"));
        Path runtime = folder.resolve("lib/runtime");
        Files.createDirectories(runtime.resolve("lib/server"));
        Files.createSymbolicLink(runtime.resolve("bin"), Path.of(System.getProperty("java.home"), "bin"));
        Path library = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("slf4j-api"))
                .findFirst()
                .map(Path::of)
                .orElseThrow();
        jar = Files.copy(library, app.resolve("slf4j.jar"));
        Files.writeString(app.resolve("classes.lst"), "java/lang/Object\njava/lang/String\norg/slf4j/Logger\n");
        Files.writeString(app.resolve("classes.key"), "none");
        archive = new ClassArchive(runtime, app, jar.toString());
    }

    @Test
    void itIsMadeOnceForItsPlaceAndFiles() throws IOException {
        assertThat(Logger.class.getName()).isEqualTo("org.slf4j.Logger");
        assertThat(archive.isCurrent()).isFalse();
        assertThat(archive.isWanted()).isTrue();
        Path left = Files.writeString(folder.resolve("lib/runtime/lib/server/classes.jsa.999999999"), "half");
        assertThat(archive.make().join()).isTrue();
        assertThat(folder.resolve("lib/runtime/lib/server/classes.jsa")).isNotEmptyFile();
        assertThat(left).doesNotExist();
        assertThat(archive.isCurrent()).isTrue();
        assertThat(archive.isWanted()).isFalse();
        assertThat(archive.app().resolve("classes.log")).doesNotExist();
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000_000_000L));
        assertThat(archive.isCurrent()).isFalse();
    }

    @Test
    void whatCannotBeMadeLeavesTheOldOneAndJavasWords() throws IOException {
        Path old = Files.writeString(folder.resolve("lib/runtime/lib/server/classes.jsa"), "old");
        Files.delete(archive.app().resolve("classes.lst"));
        assertThat(archive.make().join()).isFalse();
        assertThat(old).hasContent("old");
        assertThat(archive.app().resolve("classes.log")).isNotEmptyFile();
        assertThat(archive.isCurrent()).isFalse();
    }
}
