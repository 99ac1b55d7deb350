package dev.interestlens.publish.exchange;

import dev.interestlens.export.report.LearningMetric;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.file.FigureFile;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FolderKind;
import dev.interestlens.store.Json;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.Sha256;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.RunSummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A run in the format of MLflow's file store: {@code EXPERIMENT/RUN/} with {@code meta.yaml}, one file for each metric (time in milliseconds, value,
 * step) and each parameter, tags and artifacts. {@code mlflow ui --backend-store-uri FOLDER} shows it.
 */
public final class MlflowFolder {
    private static final String EXPERIMENT = "1";
    private static final String NAME = "interest-lens";

    /** Prefix of the ids of these runs, so that a folder in which MLflow itself has logged is recognised. */
    private static final String PREFIX = "17e57";

    private static final String RUN = "1/" + PREFIX + "[0-9a-f]{27}/";

    /** The whole folder. */
    public static final FolderKind KIND = new FolderKind(
            Map.of("1/meta.yaml", "name: " + NAME),
            Pattern.compile("[01]/meta\\.yaml|" + RUN
                    + "(meta\\.yaml|(metrics|params|tags)/[\\w./-]+|artifacts/(run\\.json|learning\\.svg))"),
            false);

    private static final int LONGEST = 6000;

    private MlflowFolder() {}

    /** Writes the folder. */
    public static void write(RunFolder run, OutputPath target) {
        Path place = target.path().toAbsolutePath().normalize();
        target.make(Disk.real(), work -> {
            experiment(work.made(), place, "0", "Default", run.read().created());
            experiment(work.made(), place, EXPERIMENT, NAME, run.read().created());
            run(RunSummary.of(run), work.made().resolve(EXPERIMENT), place);
            return work.made();
        });
    }

    private static void experiment(Path root, Path place, String id, String name, long created) throws IOException {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("artifact_location", uri(place, id));
        meta.put("creation_time", created);
        meta.put("experiment_id", quoted(id));
        meta.put("last_update_time", created);
        meta.put("lifecycle_stage", "active");
        meta.put("name", name);
        yaml(root.resolve(id).resolve("meta.yaml"), meta);
    }

    private static void run(RunSummary run, Path experiment, Path place) throws IOException {
        RunDescription description = run.description();
        List<JournalEntry> entries = run.folder().entries();
        String id = PREFIX
                + Sha256.of((description.name() + description.created() + description.fingerprint())
                                .getBytes(StandardCharsets.UTF_8))
                        .substring(0, 32 - PREFIX.length());
        Path folder = experiment.resolve(id);
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("artifact_uri", uri(place, EXPERIMENT + "/" + id + "/artifacts"));
        meta.put("end_time", end(entries));
        meta.put("entry_point_name", "''");
        meta.put("experiment_id", quoted(EXPERIMENT));
        meta.put("lifecycle_stage", "active");
        meta.put("run_id", id);
        meta.put("run_name", quoted(run.name()));
        meta.put("run_uuid", id);
        meta.put("source_name", "''");
        meta.put("source_type", 4);
        meta.put("source_version", "''");
        meta.put("start_time", description.created());
        meta.put("status", status(run.status()));
        meta.put("tags", "[]");
        meta.put("user_id", NAME);
        yaml(folder.resolve("meta.yaml"), meta);
        metrics(entries, folder.resolve("metrics"), description.created());
        parameters(run, folder.resolve("params"));
        tag(folder, "mlflow.runName", run.name());
        tag(folder, "mlflow.user", NAME);
        tag(folder, "mlflow.source.name", "interest-lens " + description.versions());
        tag(folder, "mlflow.source.type", "LOCAL");
        tag(folder, "dataset", RunListTable.dataset(run));
        tag(folder, "dataset.fingerprint", description.fingerprint());
        if (!run.labels().tags().isEmpty()) {
            tag(folder, "tags", String.join(" ", run.labels().tags()));
        }
        artifacts(run, entries, folder.resolve("artifacts"));
    }

    /** RunStatus of MLflow. */
    private static int status(RunSummary.Status status) {
        return switch (status) {
            case RUNNING, PAUSED -> 1;
            case NEW -> 2;
            case ENDED -> 3;
            case FAILED -> 4;
            case KILLED, UNREADABLE -> 5;
        };
    }

    private static Object end(List<JournalEntry> entries) {
        return entries.stream()
                .filter(JournalEntry.Ended.class::isInstance)
                .map(entry -> (Object) ((JournalEntry.Ended) entry).time())
                .reduce((first, last) -> last)
                .orElse("null");
    }

    private static void metrics(List<JournalEntry> entries, Path folder, long created) throws IOException {
        Map<String, StringBuilder> lines = new LinkedHashMap<>();
        for (JournalEntry entry : entries) {
            if (entry instanceof JournalEntry.Step step) {
                add(lines, "train/loss", created, step.seconds(), step.loss(), step.step());
                add(lines, "train/learning_rate", created, step.seconds(), step.learningRate(), step.step());
            } else if (entry instanceof JournalEntry.EpochDone epoch) {
                add(lines, "epoch/loss", created, epoch.seconds(), epoch.loss(), epoch.step());
                Metrics.of(epoch.valid())
                        .forEach((name, value) ->
                                add(lines, "valid/" + name, created, epoch.seconds(), value, epoch.step()));
            }
        }
        for (Map.Entry<String, StringBuilder> each : lines.entrySet()) {
            text(folder.resolve(each.getKey()), each.getValue().toString());
        }
    }

    private static void add(
            Map<String, StringBuilder> lines, String name, long created, double seconds, double value, long step) {
        lines.computeIfAbsent(name, key -> new StringBuilder())
                .append(created + Math.round(1000 * seconds))
                .append(' ')
                .append(value)
                .append(' ')
                .append(step)
                .append('\n');
    }

    private static void parameters(RunSummary run, Path folder) throws IOException {
        Table wide = RunListTable.wide(List.of(run));
        for (int column = 0; column < wide.heads().size(); column++) {
            String name = wide.heads().get(column).in(Locale.ROOT);
            Cell cell = wide.rows().get(0).get(column);
            if (name.startsWith("config.")) {
                String value = cell.plain(Locale.ROOT);
                text(
                        folder.resolve(name.substring("config.".length())),
                        value.substring(0, Math.min(LONGEST, value.length())));
            }
        }
    }

    private static void tag(Path run, String name, String value) throws IOException {
        text(run.resolve("tags").resolve(name), value);
    }

    private static void artifacts(RunSummary run, List<JournalEntry> entries, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.copy(run.folder().description(), folder.resolve("run.json"));
        List<JournalEntry.EpochDone> epochs = new ArrayList<>();
        entries.forEach(entry -> {
            if (entry instanceof JournalEntry.EpochDone epoch) {
                epochs.add(epoch);
            }
        });
        if (!epochs.isEmpty()) {
            Files.write(
                    folder.resolve("learning.svg"),
                    new FigureFile(Palette.LIGHT, Locale.ENGLISH)
                            .of("svg", LearningMetric.drawing(run.name(), epochs), run.name()));
        }
    }

    private static String uri(Path place, String below) {
        String root = place.toUri().toString();
        return (root.endsWith("/") ? root : root + "/") + below;
    }

    /** Quotes a text that YAML might misread; JSON's quotes are valid in YAML. */
    private static String quoted(String text) {
        return Json.line(text);
    }

    private static void yaml(Path file, Map<String, Object> values) throws IOException {
        text(
                file,
                values.entrySet().stream()
                        .map(each -> each.getKey() + ": " + each.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    private static void text(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
