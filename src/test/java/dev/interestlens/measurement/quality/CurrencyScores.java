package dev.interestlens.measurement.quality;

import dev.interestlens.data.protocol.Catalogue;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Repeats;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.CurrencyFigures;
import dev.interestlens.model.CatalogueScorer;
import dev.interestlens.store.Json;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scores of the whole catalogue as files, as {@code src/test/python/currencies.py} reads them. */
public final class CurrencyScores {
    private CurrencyScores() {}

    /** Writes the scores of so many users of a run into a folder, and prints what the figures cost: {@code CurrencyScores RUN USERS FOLDER}. */
    public static void main(String... args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[2]));
        try (OpenRun run = OpenRun.best(new RunFolder(Path.of(args[0])))) {
            CatalogueRanking ranking = RankingEvaluation.of(
                    run, Part.TEST, Integer.parseInt(args[1]), Repeats.NEW, List.of(), share -> {});
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            List<CurrencyFigures> found = CurrencyFigures.of(ranking.kept(), List.of(CatalogueRanking.TOP));
            long millis = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1_000_000;
            System.out.println(ranking.users() + " users took " + millis + " CPU ms");
            Catalogue catalogue = new Catalogue(run.samples(), Repeats.NEW);
            List<Map<String, Object>> queries = new ArrayList<>();
            try (CatalogueScorer scorer = run.model().catalogue(catalogue.batch());
                    DataOutputStream scores = new DataOutputStream(
                            new BufferedOutputStream(Files.newOutputStream(folder.resolve("scores.f4"))))) {
                for (Catalogue.Query query :
                        catalogue.queries(Part.TEST, Integer.parseInt(args[1])).all()) {
                    for (float score : scorer.logits(catalogue.sample(query))) {
                        scores.writeFloat(score);
                    }
                    queries.add(Map.of("truth", query.truth(), "past", catalogue.past(query)));
                }
            }
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("events", catalogue.events());
            tree.put("categories", catalogue.firstCategories());
            tree.put("queries", queries);
            tree.put("currencies", found);
            Files.writeString(folder.resolve("queries.json"), Json.line(tree));
        }
    }
}
