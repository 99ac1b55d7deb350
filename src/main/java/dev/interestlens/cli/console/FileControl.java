package dev.interestlens.cli.console;

import dev.interestlens.store.FileAccess;
import dev.interestlens.store.Json;
import dev.interestlens.store.ProblemException;
import dev.interestlens.train.TrainingControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what a person wants from {@code control.json} in a folder: {@code {"wish": "pause" | "resume" | "step" | "stop" | "cancel"}}. */
public final class FileControl implements TrainingControl {
    private static final Logger LOG = LoggerFactory.getLogger(FileControl.class);
    private static final long LOOK_NANOS = 20_000_000L;

    private final Path file;
    private long looked;
    private FileTime seen;
    private Wish wish = Wish.GO_ON;
    private boolean cancelled;

    public FileControl(Path folder) {
        file = folder.resolve("control.json");
    }

    /** Deletes what was wanted from an earlier process. */
    public void clear() {
        FileAccess.run(() -> Files.deleteIfExists(file));
    }

    @Override
    public Wish wish() {
        long now = System.nanoTime();
        if (now - looked >= LOOK_NANOS) {
            looked = now;
            look();
        }
        if (wish == Wish.STEP) {
            wish = Wish.PAUSE;
            return Wish.STEP;
        }
        return wish;
    }

    public boolean cancelled() {
        return cancelled;
    }

    private void look() {
        try {
            if (!Files.exists(file)) {
                return;
            }
            FileTime time = Files.getLastModifiedTime(file);
            if (time.equals(seen)) {
                return;
            }
            String asked = Json.object(file, tree -> tree.path("wish").asText());
            seen = time;
            follow(asked);
        } catch (IOException | ProblemException e) {
            LOG.debug("control.json cannot be read now, trying again", e);
        }
    }

    private void follow(String word) {
        switch (word) {
            case "pause" -> wish = Wish.PAUSE;
            case "resume" -> wish = Wish.GO_ON;
            case "step" -> wish = Wish.STEP;
            case "stop" -> wish = Wish.STOP;
            case "cancel" -> {
                wish = Wish.STOP;
                cancelled = true;
            }
            default -> LOG.warn("Unknown wish in control.json");
        }
    }
}
