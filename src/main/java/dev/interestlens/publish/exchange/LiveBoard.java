package dev.interestlens.publish.exchange;

import dev.interestlens.export.board.EventStream;
import dev.interestlens.store.Problem;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TensorBoard's events of a training while it runs. Each call begins a new file in the folder, as TensorBoard requires, and changes no existing file;
 * steps that a resumed training repeats in a further file are shown once. It never disturbs the training: when the disk cannot be written, it stops
 * and logs that.
 */
public final class LiveBoard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveBoard.class);

    private final Path file;
    private final EventStream events;
    private final RunEvents journal;
    private boolean silent;

    private LiveBoard(Path file, EventStream events, RunEvents journal) {
        this.file = file;
        this.events = events;
        this.journal = journal;
    }

    /**
     * Begins a file.
     *
     * @param folder created where it does not exist
     * @throws dev.interestlens.store.ProblemException where none can be made there
     */
    public static LiveBoard begin(Path folder, RunDescription run) {
        long now = System.currentTimeMillis();
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(
                    String.format(Locale.ROOT, "events.out.tfevents.%010d.%03d", now / 1000, now % 1000));
            EventStream events = new EventStream(
                    new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)), now / 1000.0);
            return new LiveBoard(file, events, new RunEvents(events, run));
        } catch (FileAlreadyExistsException e) {
            throw Problem.usage(LiveBoard.class, "boardNoFolder", folder).exception(e);
        } catch (IOException e) {
            throw Problem.resource(LiveBoard.class, "boardRefused", folder).exception(e);
        }
    }

    /** Called with each entry of the run's journal. */
    public void notice(JournalEntry entry) {
        if (silent) {
            return;
        }
        try {
            journal.add(entry);
        } catch (IOException failure) {
            silent = true;
            LOG.warn("{} ends here", file, failure);
        }
    }

    @Override
    public void close() {
        try {
            events.close();
        } catch (IOException failure) {
            LOG.warn("{} may lack its end", file, failure);
        }
    }
}
