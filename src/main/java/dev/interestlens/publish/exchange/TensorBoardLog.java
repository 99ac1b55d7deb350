package dev.interestlens.publish.exchange;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.Progress;
import dev.interestlens.explain.fidelity.HeadDiversity;
import dev.interestlens.explain.look.AttentionDistributions;
import dev.interestlens.export.board.EventStream;
import dev.interestlens.export.report.LearningMetric;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Stacked;
import dev.interestlens.figure.data.RowsData;
import dev.interestlens.figure.file.FigureFile;
import dev.interestlens.figure.paint.RowsPainter;
import dev.interestlens.model.Scorer;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FolderKind;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.Problem;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.JournalEntry.EpochDone;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.RunSums;
import dev.interestlens.workspace.AttentionLog;
import dev.interestlens.workspace.OpenRun;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * A run as a folder of TensorBoard: losses and metrics, hyperparameters, distributions of attention and gates at each existing checkpoint, and its
 * figures. The same run gives the same bytes.
 */
public final class TensorBoardLog {
    /** The file name that TensorBoard expects. */
    private static final String FILE = "events.out.tfevents.0.interest-lens";

    /** The folder of one run in a log folder. */
    public static final FolderKind KIND =
            new FolderKind(Map.of(FILE, EventStream.VERSION), Pattern.compile(Pattern.quote(FILE)), false);

    private static final int ROWS = 256;
    private static final double GAP = 24;

    private TensorBoardLog() {}

    /**
     * Writes the folder.
     *
     * @param language of the figures
     * @throws dev.interestlens.store.ProblemException where the run or a checkpoint is damaged, the disk refuses, or it was cancelled
     */
    public static void write(RunFolder run, OutputPath target, Locale language, Progress progress) {
        target.make(Disk.real(), work -> {
            Files.createDirectory(work.made());
            List<JournalEntry> entries = run.entries();
            Path file = work.made().resolve(FILE);
            try (EventStream events = new EventStream(
                    new BufferedOutputStream(Files.newOutputStream(file)),
                    run.read().created() / 1000.0)) {
                RunEvents journal = new RunEvents(events, run.read());
                for (JournalEntry entry : entries) {
                    journal.add(entry);
                }
                distributions(run, events, journal.wall(), progress);
                figures(run, entries, events, journal.wall(), language);
            }
            return file;
        });
    }

    private static void distributions(RunFolder run, EventStream events, double wall, Progress progress)
            throws IOException {
        List<Path> checkpoints = OpenRun.checkpoints(run);
        if (checkpoints.isEmpty()) {
            return;
        }
        try (OpenRun open = OpenRun.at(run, checkpoints.get(0))) {
            List<RawBatch> rows = rows(open.samples());
            for (int i = 0; i < checkpoints.size(); i++) {
                progress.at("measure", (double) i / checkpoints.size());
                if (progress.cancelled()) {
                    throw Problem.cancelled(TensorBoardLog.class, "cancelled").exception();
                }
                try (Scorer model = open.modelAt(checkpoints.get(i))) {
                    add(events, wall, RunSums.step(checkpoints.get(i)), AttentionDistributions.of(model, rows));
                }
            }
        }
    }

    static void add(EventStream events, double wall, long step, Map<String, double[]> distributions)
            throws IOException {
        for (Map.Entry<String, double[]> each : distributions.entrySet()) {
            events.histogram(wall, step, each.getKey(), each.getValue());
        }
    }

    /** Rows, evenly from the test part. */
    static List<RawBatch> rows(SampleSet samples) {
        int size = samples.size(Part.TEST);
        int count = Math.min(ROWS, size);
        int[] rows = ArrayFill.ints(count, i -> (int) ((long) i * size / count));
        return HeadDiversity.pieces(rows).stream()
                .map(piece -> samples.batch(Part.TEST, piece))
                .toList();
    }

    private static void figures(
            RunFolder run, List<JournalEntry> entries, EventStream events, double wall, Locale language)
            throws IOException {
        List<EpochDone> epochs = entries.stream()
                .filter(EpochDone.class::isInstance)
                .map(EpochDone.class::cast)
                .toList();
        if (!epochs.isEmpty()) {
            long last = epochs.get(epochs.size() - 1).step();
            image(
                    events,
                    wall,
                    last,
                    "figures/learning",
                    LearningMetric.drawing(run.read().name(), epochs),
                    language);
        }
        Optional<AttentionLog> log = AttentionLog.read(run);
        if (log.isPresent() && !log.get().samples().isEmpty()) {
            for (AttentionLog.Moment moment : log.get().moments()) {
                image(events, wall, moment.step(), "figures/attention", attention(log.get(), moment), language);
            }
        }
    }

    /** Attention at a moment, one row for each sample. */
    private static Drawing attention(AttentionLog log, AttentionLog.Moment moment) {
        List<Drawing> rows = new ArrayList<>();
        for (int i = 0; i < log.samples().size(); i++) {
            AttentionLog.Watched watched = log.samples().get(i);
            double[] look = moment.samples().get(i).look().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            RowsData.Row row = new RowsData.Row(watched.candidate(), Phrase.EMPTY, look, 0, false);
            rows.add(new RowsPainter(new RowsData(watched.behaviours(), List.of(row))));
        }
        return new Stacked(rows, GAP);
    }

    private static void image(EventStream events, double wall, long step, String tag, Drawing drawing, Locale language)
            throws IOException {
        byte[] png = new FigureFile(Palette.LIGHT, language).of("png", drawing, tag);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
        events.image(wall, step, tag, read.getWidth(), read.getHeight(), png);
    }
}
