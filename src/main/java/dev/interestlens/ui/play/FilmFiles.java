package dev.interestlens.ui.play;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.file.FigureFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.OutputPath;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.workspace.OwnFolders;
import dev.interestlens.workspace.play.PlayFilm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Saves a film: a picture a frame, the curves as figures, and their numbers. */
record FilmFiles(Messages messages) {
    /**
     * Writes into a new folder, so that nothing is replaced.
     *
     * @param parent where the folder is made
     * @param former the film of the setup before, or null
     * @return the last file
     */
    Path write(Path parent, PlayFilm film, PlayFilm former) {
        PlayPictures pictures = new PlayPictures(messages);
        PlayDrawings drawings = new PlayDrawings(pictures, new PlayWords(messages));
        Path folder = free(
                parent,
                "playground-" + film.setup().family() + "-" + film.setup().law().id());
        FigureFile file = new FigureFile(Palette.LIGHT, messages.locale());
        for (int i = 1; i <= film.frames().size(); i++) {
            PlayFilm until = new PlayFilm(
                    film.setup(),
                    film.persons(),
                    film.choices(),
                    film.ceiling(),
                    film.frames().subList(0, i),
                    false);
            put(folder.resolve(String.format(Locale.ROOT, "frame-%03d.png", i)), file, drawings.attention(until));
        }
        put(folder.resolve("found.svg"), file, drawings.found(film, former));
        put(folder.resolve("auc.svg"), file, drawings.auc(film, former));
        put(
                folder.resolve("found.csv"),
                pictures.found(film, former).numbers(messages.locale()).csv());
        return put(
                folder.resolve("auc.csv"),
                pictures.auc(film, former).numbers(messages.locale()).csv());
    }

    private static Path free(Path parent, String name) {
        Path folder = parent.resolve(name);
        for (int number = 2; Files.exists(folder); number++) {
            folder = parent.resolve(name + "-" + number);
        }
        return folder;
    }

    private static void put(Path path, FigureFile file, Drawing drawing) {
        String name = path.getFileName().toString();
        put(path, file.of(name.substring(name.lastIndexOf('.') + 1), drawing, name));
    }

    private static Path put(Path path, String text) {
        return put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Path put(Path path, byte[] bytes) {
        OwnFolders.outside(OutputPath.file(path, OutputPath.Existing.REFUSED), List.of())
                .write(Disk.real(), out -> out.write(bytes));
        return path;
    }
}
