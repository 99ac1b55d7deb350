package dev.interestlens.explain.reason;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.Sources;
import dev.interestlens.data.synth.ShopGenerator;
import dev.interestlens.data.synth.ShopKind;
import dev.interestlens.data.synth.ShopSettings;
import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.ForwardResult;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Impressions;
import dev.interestlens.explain.reason.Reasons.OfAttention;
import dev.interestlens.explain.sentence.ReasonWords;
import dev.interestlens.explain.sentence.Sentence;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.Scorer;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.TrainingControl;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which part comes first in the behaviours that are looked at most, for runs trained in a moment on shops whose law is known. Arguments: a folder, then
 * for each run {@code family:kind:seed:setting,…}. Prints a line for each.
 */
final class ShopReasons {
    private static final int USERS = Integer.getInteger("interestlens.users", 400);
    private static final int ROWS = Integer.getInteger("interestlens.rows", 150);
    private static final int SENTENCES = Integer.getInteger("interestlens.sentences", 0);
    private static final int ENOUGH = 5;

    private ShopReasons() {}

    /**
     * How often each part comes first, of the trained model and of the same before training.
     *
     * @param milliseconds of each forward pass with reasons less one without
     */
    record Told(Map<String, Double> first, Map<String, Double> untrained, double auc, double milliseconds) {}

    public static void main(String[] arguments) throws Exception {
        Consumer<String> out = System.out::println;
        for (int i = 1; i < arguments.length; i++) {
            String[] of = arguments[i].split(":", 4);
            List<String> settings = of.length < 4 ? List.of() : List.of(of[3].split(","));
            ShopKind kind = ShopKind.valueOf(of[1].toUpperCase(Locale.ROOT).replace("+", ""));
            Told told =
                    of(Path.of(arguments[0]), of[0], kind, of[1].endsWith("+"), Integer.parseInt(of[2]), settings, out);
            out.accept(String.format(
                    Locale.ROOT,
                    "%s auc %.3f first %s untrained %s ms %.1f",
                    arguments[i],
                    told.auc(),
                    rounded(told.first()),
                    rounded(told.untrained()),
                    told.milliseconds()));
        }
    }

    private static String rounded(Map<String, Double> shares) {
        return shares.entrySet().stream()
                .map(each -> String.format(Locale.ROOT, "%s %.3f", each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** @param branded whether the brand is read as the category */
    static Told of(
            Path folder,
            String family,
            ShopKind kind,
            boolean branded,
            int seed,
            List<String> settings,
            Consumer<String> out)
            throws Exception {
        Path own = folder.resolve(family + "-" + kind.id() + branded + seed + Math.abs(settings.hashCode()));
        new ShopGenerator(ShopSettings.of(kind, USERS, seed)).generate().write(own.resolve("shop"));
        if (branded) {
            brandAsCategory(own.resolve("shop"));
        }
        Sources.prepare(List.of(own.resolve("shop")), PrepareOptions.defaults(), own.resolve("data"), Progress.none())
                .close();
        RunFolder run = train(own, family, seed, settings);
        try (OpenRun open = OpenRun.best(run)) {
            Optional<Scorer> fresh = open.untrained();
            double auc = open.entries().stream()
                    .map(entry -> entry.toString())
                    .filter(text -> text.contains("auc="))
                    .map(text -> text.replaceAll("(?s).*?auc=([0-9.]+).*", "$1"))
                    .mapToDouble(Double::parseDouble)
                    .max()
                    .orElse(Double.NaN);
            double[] millis = new double[1];
            Told told = new Told(
                    first(open, open.model(), millis),
                    fresh.map(model -> first(open, model, new double[1])).orElse(Map.of()),
                    auc,
                    millis[0]);
            fresh.ifPresent(Scorer::close);
            if (SENTENCES > 0) {
                sentences(open, out);
            }
            return told;
        }
    }

    private static void brandAsCategory(Path shop) throws java.io.IOException {
        Path items = shop.resolve("items.csv");
        List<String> lines = new ArrayList<>();
        for (String line : java.nio.file.Files.readAllLines(items)) {
            String[] cells = line.split(",", -1);
            if (!lines.isEmpty()) {
                cells[1] = cells[3];
            }
            lines.add(String.join(",", cells));
        }
        java.nio.file.Files.write(items, lines);
    }

    private static RunFolder train(Path own, String family, int seed, List<String> settings) {
        ExperimentConfig config =
                ExperimentConfig.of(ModelCatalog.family(family).preset(Preset.QUICK));
        List<String> all = new ArrayList<>(List.of("training.threads=1", "training.seed=" + seed));
        all.addAll(settings);
        for (String setting : all) {
            config = ConfigJson.set(config, setting);
        }
        RunFolder run = new RunFolder(own.resolve("run"));
        ExecutorService loader = Executors.newSingleThreadExecutor();
        try (PreparedDataset data = PreparedDataset.open(own.resolve("data"))) {
            Trainer.describe(
                    Disk.real(),
                    run,
                    new RunDescription("run", 1, data.folder(), data.info().fingerprint(), "test", config));
            SampleSet samples =
                    SampleSet.build(data, config.protocol(), config.training().seed());
            new Trainer(run, samples, Disk.real(), loader, TrainingControl.none(), entry -> {}).train();
        } finally {
            loader.shutdown();
        }
        return run;
    }

    private static Map<String, Double> first(OpenRun run, Scorer model, double[] millis) {
        Explainer explainer = explainer(run, model);
        Explainer plain = new Explainer(model, Optional.empty());
        Impressions impressions = new Impressions(run.samples());
        Map<String, Double> counts = new TreeMap<>();
        int asked = 0;
        double nanos = 0;
        for (int row : rows(run, ROWS)) {
            Impression impression = impressions.alone(Part.TEST, row);
            long begin = System.nanoTime();
            ForwardResult seen = explainer.see(impression);
            long between = System.nanoTime();
            plain.see(impression);
            nanos += 2 * between - begin - System.nanoTime();
            counts.merge(first(seen.reasons()), 1.0, Double::sum);
            asked++;
        }
        int all = asked;
        counts.replaceAll((part, count) -> count / all);
        millis[0] = nanos / asked / 1e6;
        return counts;
    }

    /** Positives with some history, spread over the test part. */
    private static List<Integer> rows(OpenRun run, int most) {
        float[] labels = run.samples().labels(Part.TEST);
        List<Integer> rows = IntStream.range(0, labels.length)
                .filter(row ->
                        labels[row] == 1 && run.samples().sample(Part.TEST, row).position() >= ENOUGH)
                .boxed()
                .toList();
        int count = Math.min(most, rows.size());
        return IntStream.range(0, count)
                .mapToObj(i -> rows.get((int) ((long) i * rows.size() / count)))
                .toList();
    }

    private static Explainer explainer(OpenRun run, Scorer model) {
        return new Explainer(
                model,
                Optional.empty(),
                (ranked, impression) -> dev.interestlens.explain.effect.Standing.UNKNOWN,
                Optional.empty(),
                Optional.of(new ReasonMeasure(run.readSamples())));
    }

    /** The part that adds most to the highest score of the sharpest attention. */
    private static String first(Reasons reasons) {
        OfAttention sharpest = reasons.sharpest().orElseThrow();
        int heaviest = IntStream.range(0, sharpest.scores().length)
                .boxed()
                .max(Comparator.comparingDouble(j -> sharpest.scores()[j]))
                .orElseThrow();
        double[] values = sharpest.values()[heaviest];
        return IntStream.range(0, values.length)
                .boxed()
                .max(Comparator.comparingDouble(p -> values[p]))
                .map(p -> reasons.parts().get(p).id())
                .orElseThrow();
    }

    private static void sentences(OpenRun run, Consumer<String> out) {
        Explainer explainer = explainer(run, run.model());
        Impressions impressions = new Impressions(run.samples());
        Map<String, Integer> counts = new TreeMap<>();
        int size = run.samples().size(Part.TEST);
        int asked = Math.min(SENTENCES, size);
        for (int i = 0; i < asked; i++) {
            Impression impression = impressions.alone(Part.TEST, (int) ((long) i * size / asked));
            ForwardResult seen = explainer.see(impression);
            Sentence plain = explainer.sentence(impression, seen.looked(), explainer.effects(impression));
            Sentence said = ReasonWords.added(plain, seen.reasons());
            boolean more = !said.equals(plain);
            String reason = more ? said.more().en().replaceAll(".*because of ", "") : "-";
            counts.merge(plain.template() + " " + reason, 1, Integer::sum);
            if (more && i % 7 == 0) {
                double[] shares = reasonShares(seen.reasons());
                out.accept("  " + said.text().en() + "\n  " + said.text().zh() + "\n  "
                        + seen.reasons().parts().stream().map(part -> part.id()).toList()
                        + " " + Arrays.toString(shares));
            }
        }
        out.accept("sentences " + asked + " " + counts);
    }

    private static double[] reasonShares(Reasons reasons) {
        return Arrays.stream(reasons.shares())
                .map(share -> Math.round(share * 100) / 100.0)
                .toArray();
    }
}
