package dev.interestlens.explain.anatomy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.source.Progress;
import dev.interestlens.measurement.compare.RunAnatomy;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.store.Json;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.StagedProgress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Scores of all sets of parts as JSON, as {@code src/test/python/anatomy.py} reads them. */
public final class AnatomyScores {
    private AnatomyScores() {}

    /** Writes the scores of so many users of a run into a file, and prints shares and the time of each metric: {@code AnatomyScores RUN USERS FILE}. */
    public static void main(String... args) throws IOException {
        try (OpenRun run = OpenRun.best(new RunFolder(Path.of(args[0])))) {
            MeasuredRows rows = MeasuredRows.of(run.samples(), Part.TEST, Integer.parseInt(args[1]));
            CoalitionScores scores = RunAnatomy.scores(run, rows, new StagedProgress(Progress.none()));
            Files.writeString(Path.of(args[2]), json(scores));
            double[] popularity = new double[scores.labels().length];
            for (RankMetric metric : RankMetric.values()) {
                long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                Anatomy found = Anatomy.of(scores, popularity, 0, List.of(metric));
                long millis = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1_000_000;
                System.out.println(Json.pretty(found) + metric.id() + " took " + millis + " CPU ms");
            }
        }
    }

    /** For the script. */
    public static String json(CoalitionScores scores) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("parts", scores.parts());
        tree.put("candidates", scores.candidates());
        tree.put("labels", scores.labels());
        tree.put("users", scores.users());
        List<Map<String, Object>> sets = new ArrayList<>();
        scores.logits().forEach((own, draws) -> sets.add(Map.of("own", own, "draws", draws)));
        tree.put("coalitions", sets);
        tree.put("without", scores.without());
        return Json.line(tree);
    }

    static CoalitionScores of(JsonNode tree) {
        Map<Set<InputPart>, float[][]> logits = new LinkedHashMap<>();
        for (JsonNode each : tree.path("coalitions")) {
            Set<InputPart> own = EnumSet.noneOf(InputPart.class);
            own.addAll(parts(each.path("own")));
            logits.put(own, draws(each.path("draws")));
        }
        Map<InputPart, float[][]> without = new EnumMap<>(InputPart.class);
        tree.path("without").properties().forEach(each -> without.put(part(each.getKey()), draws(each.getValue())));
        return new CoalitionScores(
                parts(tree.path("parts")),
                List.of(),
                floats(tree.path("labels")),
                IntStream.range(0, tree.path("users").size())
                        .map(i -> tree.path("users").get(i).asInt())
                        .toArray(),
                tree.path("candidates").asInt(),
                logits,
                without);
    }

    private static float[][] draws(JsonNode each) {
        return StreamSupport.stream(each.spliterator(), false)
                .map(AnatomyScores::floats)
                .toArray(float[][]::new);
    }

    private static List<InputPart> parts(JsonNode ids) {
        return StreamSupport.stream(ids.spliterator(), false)
                .map(id -> part(id.asText()))
                .toList();
    }

    private static InputPart part(String id) {
        return Json.read("\"" + id + "\"", InputPart.class);
    }

    private static float[] floats(JsonNode numbers) {
        float[] floats = new float[numbers.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers.get(i).asDouble();
        }
        return floats;
    }
}
