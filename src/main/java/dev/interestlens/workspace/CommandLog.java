package dev.interestlens.workspace;

import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was done in a workspace, as a script of commands in {@code commands.sh} that does it again in another folder. Data sets and runs are named
 * relative to that folder; what lies outside of the workspace keeps its place.
 */
public record CommandLog(Workspace workspace, Disk disk) {
    private static final String HEAD = String.join(
            "\n",
            "#!/bin/sh",
            "# What was done in this workspace. To do it again in another folder: sh commands.sh FOLDER",
            "# JAR names the program where it is not in this folder.",
            "set -e",
            "W=${1:?the folder to do it in}",
            "lens() { java -jar \"${JAR:-interest-lens.jar}\" \"$@\"; }",
            "");

    public Path file() {
        return workspace.root().resolve("commands.sh");
    }

    /**
     * Adds a command.
     *
     * @param words the command first; those that only tell another program of its progress are left out
     * @throws dev.interestlens.store.ProblemException where the script cannot be written
     */
    public void add(List<String> words) {
        workspace.create(disk);
        try (Disk.Output script = disk.append(file())) {
            String line = "lens " + plain(words).stream().map(this::quoted).collect(Collectors.joining(" ")) + "\n";
            String text = script.size() == 0 ? HEAD + line : line;
            script.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw AtomicFile.writeFailed(disk, file(), 0, e);
        }
    }

    private static List<String> plain(List<String> words) {
        List<String> plain = new ArrayList<>(words);
        int progress = plain.indexOf("--progress");
        if (progress >= 0) {
            plain.subList(progress, Math.min(plain.size(), progress + 2)).clear();
        }
        return plain;
    }

    private String quoted(String word) {
        boolean made =
                Stream.of(workspace.datasets(), workspace.runs()).anyMatch(folder -> word.startsWith(folder + "/"));
        return made
                ? "\"$W\""
                        + RunCommand.quoted(
                                word.substring(workspace.root().toString().length()))
                : RunCommand.quoted(word);
    }
}
