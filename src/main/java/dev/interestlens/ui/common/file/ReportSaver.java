package dev.interestlens.ui.common.file;

import dev.interestlens.store.Disk;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.workspace.OwnFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Asks for a file and writes a report there, as a page or a picture by the name's ending. */
public final class ReportSaver {
    private final Background background;
    private final Messages messages;
    private final FileDialogs dialogs;
    private final LatestRequest saving = new LatestRequest();

    public ReportSaver(Background background, Messages messages, FileDialogs dialogs) {
        this.background = background;
        this.messages = messages;
        this.dialogs = dialogs;
    }

    /** @param bytes of the report for a file */
    public void save(String title, String name, Function<Path, byte[]> bytes) {
        List<FileDialogs.Kind> kinds = List.of(
                new FileDialogs.Kind(messages.text("explain.fidelity.page"), List.of("*.html")),
                new FileDialogs.Kind(messages.text("figure.kind.svg"), List.of("*.svg")),
                new FileDialogs.Kind(messages.text("figure.kind.pdf"), List.of("*.pdf")),
                new FileDialogs.Kind(messages.text("figure.kind.png"), List.of("*.png")),
                new FileDialogs.Kind(messages.text("figure.kind.tex"), List.of("*.tex")));
        dialogs.saveResult(title, FileName.of(name, ".html"), kinds)
                .ifPresent(chosen -> background.load(saving, ticket -> written(bytes, chosen.file()), done -> {}));
    }

    private static Path written(Function<Path, byte[]> bytes, Path target) {
        byte[] report = bytes.apply(target);
        OwnFolders.chosen(target).write(Disk.real(), file -> file.write(report));
        return target;
    }
}
