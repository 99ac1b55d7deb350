package dev.interestlens.ui.common.file;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.PictureSlide;
import dev.interestlens.figure.file.FigureFile;
import dev.interestlens.store.Disk;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.file.FileDialogs.Kind;
import dev.interestlens.workspace.OwnFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks for a file and writes a report there, as a page, a slide or a picture. */
public final class ReportSaver {
    private final Background background;
    private final Messages messages;
    private final FileDialogs dialogs;
    private final Consumer<Path> saved;
    private final LatestRequest saving = new LatestRequest();

    /** @param saved learns the file that was written */
    public ReportSaver(Background background, Messages messages, FileDialogs dialogs, Consumer<Path> saved) {
        this.background = background;
        this.messages = messages;
        this.dialogs = dialogs;
        this.saved = saved;
    }

    /**
     * Asks for a file and writes the report there, unless a person cancels.
     *
     * @param name of the report, for the file
     * @param page the report as HTML
     * @param drawing its pictures
     */
    public void save(String title, String name, Supplier<byte[]> page, Drawing drawing) {
        Kind slide = kind("slide", "png");
        dialogs.saveResult(
                        title,
                        FileName.of(name, ".html"),
                        List.of(
                                kind("page", "html"),
                                slide,
                                kind("png", "png"),
                                kind("svg", "svg"),
                                kind("pdf", "pdf"),
                                kind("tex", "tex")))
                .ifPresent(chosen -> {
                    String ending = chosen.kind().ending().substring(1);
                    Drawing drawn =
                            chosen.kind().equals(slide) ? new PictureSlide(Phrase.same(name), drawing) : drawing;
                    Locale language = messages.locale();
                    Supplier<byte[]> bytes = ending.equals("html")
                            ? page
                            : () -> new FigureFile(Palette.LIGHT, language).of(ending, drawn, name);
                    background.load(saving, ticket -> written(bytes, chosen.file()), saved);
                });
    }

    /**
     * The same of a report that is written in several formats.
     *
     * @param endings of its formats, the first one suggested
     * @param drawing its pictures, for a slide
     * @param report the file of an ending
     */
    public void save(
            String title, String name, List<String> endings, Drawing drawing, BiFunction<Path, Locale, byte[]> report) {
        Kind slide = kind("slide", "png");
        List<Kind> kinds = new ArrayList<>(endings.stream().map(this::kind).toList());
        kinds.add(1, slide);
        dialogs.saveResult(title, FileName.of(name, "." + endings.get(0)), kinds)
                .ifPresent(chosen -> {
                    Locale language = messages.locale();
                    Path file = chosen.file();
                    Supplier<byte[]> bytes = chosen.kind().equals(slide)
                            ? () -> new FigureFile(Palette.LIGHT, language)
                                    .of("png", new PictureSlide(Phrase.same(name), drawing), name)
                            : () -> report.apply(file, language);
                    background.load(saving, ticket -> written(bytes, file), saved);
                });
    }

    private Kind kind(String ending) {
        return kind(
                switch (ending) {
                    case "html" -> "page";
                    case "tex" -> "table";
                    default -> ending;
                },
                ending);
    }

    private Kind kind(String name, String ending) {
        return new Kind(messages.text("figure.kind." + name), List.of("*." + ending));
    }

    private static Path written(Supplier<byte[]> bytes, Path target) {
        byte[] report = bytes.get();
        OwnFolders.chosen(target).write(Disk.real(), file -> file.write(report));
        return target;
    }
}
