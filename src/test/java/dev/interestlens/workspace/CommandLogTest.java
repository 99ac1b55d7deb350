package dev.interestlens.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.store.Disk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CommandLogTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderOfTheWorkspaceIsNamedRelativeToTheFolderOfTheScript() throws IOException {
        Workspace workspace = new Workspace(folder.resolve("lens"));
        Files.createDirectories(workspace.root());
        CommandLog log = new CommandLog(workspace, Disk.real());
        Path source = folder.resolve("it's mine.csv");
        Path data = workspace.datasets().resolve("mine 001");
        log.add(List.of("prepare", source.toString(), "--out", data.toString(), "--progress", "json", "--set", "a=1"));
        log.add(List.of("train", "--data", data.toString(), "--progress", "json"));
        List<String> lines = Files.readAllLines(log.file());
        assertThat(lines.get(0)).isEqualTo("#!/bin/sh");
        assertThat(lines.subList(lines.size() - 2, lines.size()))
                .containsExactly(
                        "lens prepare '" + folder + "/it'\\''s mine.csv' --out \"$W\"'/datasets/mine 001' --set a=1",
                        "lens train --data \"$W\"'/datasets/mine 001'");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theShellReadsWhatWasDone() throws Exception {
        Workspace workspace = new Workspace(folder.resolve("lens"));
        Files.createDirectories(workspace.root());
        CommandLog log = new CommandLog(workspace, Disk.real());
        log.add(List.of(
                "prepare",
                "/x/a b.csv",
                "--out",
                workspace.datasets().resolve("mine 001").toString()));
        Path script = folder.resolve("told.sh");
        Files.writeString(
                script,
                Files.readString(log.file()).replaceFirst("lens\\(\\) .*", "lens() { printf '%s|' \"\\$@\"; }"));
        Process shell = new ProcessBuilder("sh", script.toString(), "/new place").start();
        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("prepare|/x/a b.csv|--out|/new place/datasets/mine 001|");
        assertThat(shell.waitFor()).isZero();
    }
}
