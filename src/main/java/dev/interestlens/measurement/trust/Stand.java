package dev.interestlens.measurement.trust;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.explain.fidelity.OutsideExplanations;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.export.SafetensorsExport;
import dev.interestlens.export.bundle.VocabularyFiles;
import dev.interestlens.export.onnx.OnnxExport;
import dev.interestlens.measurement.trust.Measured.Values;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FolderKind;
import dev.interestlens.store.Json;
import dev.interestlens.store.OutputPath;
import dev.interestlens.train.Versions;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The stand on which explainers of other programs are measured: they get the planted rows and the trained models, and their explanations are held
 * against the causes of the same rows. A sample is called by its planting and its row, such as {@code same-7-42}: what is planted depends on data set,
 * law and seed alone, so it is the same sample in every call.
 */
public final class Stand {
    private static final String MARK = "stand.json";

    /** The folder of the models: one folder a planting. */
    public static final FolderKind KIND = new FolderKind(
            Map.of(MARK, "Interest Lens"),
            Pattern.compile("stand\\.json|[a-z]+--?\\d+/(model\\.(onnx|safetensors)|vocabulary/[^/]+\\.jsonl)"),
            false);

    private final List<OutsideExplanations> explanations;
    private final OutputPath rows;
    private final OutputPath models;
    private final Map<String, Integer> behaviours = new HashMap<>();
    private final List<Planting> plantings = new ArrayList<>();
    private final List<Text> written = new ArrayList<>();

    /** A model that was trained on a copy with planted causes, under the name of the copy. */
    record Planting(String name, RunFolder run) {}

    /** What explanations of another program found in several plantings; rows that are missing count as not found. */
    record Own(String name, List<Values> first, List<Values> three, int missing) {}

    /**
     * What is wanted.
     *
     * @param explanations of other programs, by name
     * @param rows where the planted rows are written, one a line; null for nowhere
     * @param models where the trained models are written; null for nowhere
     */
    public Stand(Map<String, Path> explanations, OutputPath rows, OutputPath models) {
        this.explanations = explanations.entrySet().stream()
                .map(each -> OutsideExplanations.read(each.getKey(), each.getValue(), sample -> sample))
                .toList();
        this.rows = rows;
        this.models = models;
    }

    /** Nothing is given, and nothing wanted. */
    public static Stand none() {
        return new Stand(Map.of(), null, null);
    }

    /** Whether the trained models are not needed. */
    boolean isEmpty() {
        return explanations.isEmpty() && rows == null && models == null;
    }

    /** What each program found in plantings of one law. */
    List<Own> found(List<Planting> of) {
        plantings.addAll(of);
        List<Own> all = new ArrayList<>();
        explanations.forEach(each -> all.add(new Own(each.name(), new ArrayList<>(), new ArrayList<>(), 0)));
        for (Planting planting : explanations.isEmpty() ? List.<Planting>of() : of) {
            try (OpenRun run = OpenRun.best(planting.run())) {
                PlantedRows planted = new PlantedRows(run);
                behaviours.putAll(planted.behaviours(planting.name()));
                for (int i = 0; i < all.size(); i++) {
                    all.set(i, planted.add(all.get(i), planting.name(), explanations.get(i)));
                }
            }
        }
        return all;
    }

    /** How the files fit the rows of all laws. */
    List<TrustReport.Outside> outside(Map<String, Integer> missing) {
        return explanations.stream()
                .map(each -> {
                    List<String> unknown = each.unknown(behaviours);
                    return new TrustReport.Outside(
                            each.name(),
                            behaviours.size(),
                            missing.getOrDefault(each.name(), 0),
                            each.values(),
                            each.leftOut(),
                            unknown.size(),
                            unknown.isEmpty() ? null : unknown.get(0));
                })
                .toList();
    }

    /** Writes what is wanted of all plantings. */
    void write() {
        if (rows != null) {
            int[] count = new int[1];
            rows.write(Disk.real(), out -> {
                for (Planting planting : plantings) {
                    count[0] += rows(planting, out);
                }
            });
            written.add(TrustWords.WORDS.of("rowsWritten", "rows", Wording.number(count[0]), "file", rows.path()));
        }
        if (models != null) {
            models.make(Disk.real(), work -> {
                for (Planting planting : plantings) {
                    model(planting, work.made());
                }
                Json.write(
                        Disk.real(),
                        work.made().resolve(MARK),
                        Map.of("made", "Interest Lens " + Versions.program(), "plantings", names()));
                return null;
            });
            written.add(TrustWords.WORDS.of(
                    "modelsWritten", "models", Wording.number(plantings.size()), "folder", models.path()));
        }
    }

    private List<String> names() {
        return plantings.stream().map(Planting::name).toList();
    }

    private static int rows(Planting planting, OutputStream out) throws IOException {
        try (OpenRun run = OpenRun.best(planting.run())) {
            List<Integer> all = new PlantedRows(run).rows();
            StandRow rows = new StandRow(run, planting.name());
            for (int row : all) {
                out.write((rows.of(row) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return all.size();
        }
    }

    private static void model(Planting planting, Path folder) {
        Path own = folder.resolve(planting.name());
        try (OpenRun run = OpenRun.best(planting.run())) {
            new VocabularyFiles(Disk.real(), run.data()).write(own.resolve("vocabulary"));
            RawBatch rows = run.samples()
                    .batch(
                            Part.TEST,
                            new PlantedRows(run)
                                    .rows().stream().mapToInt(row -> row).toArray());
            new OnnxExport(Disk.real()).write(run.trained(), run.metadata(), true, rows, own.resolve("model.onnx"));
            new SafetensorsExport(Disk.real())
                    .write(run.trained(), run.metadata(), rows, own.resolve("model.safetensors"));
        }
    }

    /** What was written, in words. */
    public List<Text> written() {
        return List.copyOf(written);
    }
}
