package dev.interestlens.recommend;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.synth.cause.Cause;
import dev.interestlens.data.synth.cause.CausesReader;
import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.effect.Earned;
import dev.interestlens.explain.effect.FieldEffect;
import dev.interestlens.explain.effect.FieldEffects;
import dev.interestlens.explain.look.Impressions;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.model.CatalogueScorer;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The figures of recommending, measured on runs that were trained before; all times are CPU milliseconds of one thread.
 *
 * <p>{@code speed RUN} · {@code whynot RUN USERS} · {@code shop RUN SHOP} (the folder that generate made) · {@code fields RUN SHOP}
 */
public final class RecommendFigures {
    private static final int WARM = 3;
    private static final int REPEATS = 9;
    private static final int MANY = 100_000;
    private static final int DRAWS = 10;

    private final OpenRun run;
    private final SampleSet samples;
    private final People people;
    private final PrintStream out;

    private RecommendFigures(OpenRun run, PrintStream out) {
        this.run = run;
        this.out = out;
        samples = run.samples();
        people = new People(samples);
    }

    public static void main(String[] arguments) throws IOException {
        TrainedModel.threads(1);
        try (OpenRun run = OpenRun.best(new RunFolder(Path.of(arguments[1])))) {
            RecommendFigures figures =
                    new RecommendFigures(run, new PrintStream(System.out, true, StandardCharsets.UTF_8));
            switch (arguments[0]) {
                case "speed" -> figures.speed();
                case "whynot" -> figures.whyNot(Integer.parseInt(arguments[2]));
                case "shop" -> figures.shop(Path.of(arguments[2]));
                case "fields" -> figures.fields(Path.of(arguments[2]));
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        }
    }

    private void say(String pattern, Object... values) {
        out.println(String.format(Locale.ROOT, pattern, values));
    }

    private interface Work {
        void run();
    }

    /** The median. */
    private static double cpu(Work work) {
        double[] times = new double[REPEATS];
        for (int i = -WARM; i < REPEATS; i++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            work.run();
            times[Math.max(0, i)] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6;
        }
        Arrays.sort(times);
        return times[REPEATS / 2];
    }

    private Person longest() {
        return IntStream.range(0, run.data().users())
                .mapToObj(people::next)
                .limit(400)
                .max((a, b) -> Integer.compare(a.behaviours(), b.behaviours()))
                .orElseThrow();
    }

    private void speed() {
        Person person = longest();
        try (Recommender recommender = new Recommender(run.model(), samples)) {
            say(
                    "%s: %d items, %d behaviours",
                    run.description().config().model().id(),
                    recommender.catalogue().size(),
                    person.behaviours());
            TopList list = recommender.top(person, Filter.DEFAULT, 10);
            say("top ten: %.1f ms", cpu(() -> recommender.top(person, Filter.DEFAULT, 10)));
            say(
                    "top ten with diversity: %.1f ms",
                    cpu(() -> recommender.top(person, Filter.DEFAULT, 10, 0.3, Recommender.all(person))));
            LeaveOneOut[] made = new LeaveOneOut[1];
            double removals = cpu(() ->
                    made[0] = LeaveOneOut.of(recommender, list, () -> false).orElseThrow());
            say("all single removals of %d items: %.1f ms", made[0].places().length, removals);
            say("sentence: %.1f ms", cpu(() -> ListSentence.of(recommender, list, made[0], () -> false)));
        }
        int[] many =
                IntStream.range(0, MANY).map(i -> 2 + i % run.data().items()).toArray();
        try (CatalogueScorer scorer = run.model().catalogue(samples.custom(new int[0], new long[0], 0, many))) {
            boolean[] open = new boolean[MANY];
            Arrays.fill(open, true);
            say(
                    "top ten of 100,000 items: %.1f ms",
                    cpu(() -> FullRanking.best(scorer.logits(person.batch()), open, 10)));
        }
    }

    private void whyNot(int users) {
        int asked = 0;
        int verified = 0;
        int random = 0;
        int randomTried = 0;
        List<Integer> sizes = new ArrayList<>();
        List<Double> times = new ArrayList<>();
        Map<String, int[]> byRank = new HashMap<>();
        try (Recommender recommender = new Recommender(run.model(), samples)) {
            int[] with = IntStream.range(0, run.data().users())
                    .filter(user -> people.next(user).behaviours() >= 30)
                    .toArray();
            for (int u = 0; u < Math.min(users, with.length); u++) {
                Person person = people.next(with[(int) ((long) u * with.length / Math.min(users, with.length))]);
                TopList list = recommender.top(person, Filter.DEFAULT, 10);
                int[] near = FullRanking.best(list.logits(), list.open(), 15);
                for (int rank : new int[] {1, 15}) {
                    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                    WhyNot.Answer answer = WhyNot.of(recommender, list, near[rank - 1], () -> false)
                            .orElseThrow();
                    times.add((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6);
                    int[] count = byRank.computeIfAbsent("rank " + rank, any -> new int[2]);
                    asked++;
                    count[0]++;
                    if (!answer.found()) {
                        continue;
                    }
                    count[1]++;
                    sizes.add(answer.removed().size());
                    verified += moves(recommender, list, near[rank - 1], answer.removed(), rank) ? 1 : 0;
                    List<Integer> all = new ArrayList<>(
                            IntStream.range(0, person.behaviours()).boxed().toList());
                    Random draws = new Random(u);
                    for (int draw = 0; draw < DRAWS; draw++) {
                        Collections.shuffle(all, draws);
                        randomTried++;
                        random += moves(
                                        recommender,
                                        list,
                                        near[rank - 1],
                                        all.subList(0, answer.removed().size()),
                                        rank)
                                ? 1
                                : 0;
                    }
                }
            }
        }
        Collections.sort(sizes);
        Collections.sort(times);
        say(
                "asked %d, found %d, verified on the whole catalogue %d; random removals of the same size %d of %d",
                asked, sizes.size(), verified, random, randomTried);
        byRank.forEach((name, count) -> say("%s: %d asked, %d found", name, count[0], count[1]));
        say(
                "sizes: median %d, largest %d; CPU ms an answer: median %.0f, 95 %% %.0f, largest %.0f",
                sizes.get(sizes.size() / 2),
                sizes.get(sizes.size() - 1),
                times.get(times.size() / 2),
                times.get((int) (0.95 * times.size())),
                times.get(times.size() - 1));
    }

    private static boolean moves(Recommender recommender, TopList list, int place, List<Integer> removed, int rank) {
        boolean[] kept = LeaveOneOut.without(
                list.readable(), removed.stream().mapToInt(Integer::intValue).toArray());
        int after = recommender.top(list.person(), list.filter(), 10, 0, kept).rank(place);
        return rank <= 10 ? after > 10 : after <= 10;
    }

    private void shop(Path shop) throws IOException {
        Map<String, List<Cause>> causes = CausesReader.read(shop.resolve("causes.csv"));
        Map<String, String> domains = new HashMap<>();
        for (String line : Files.readAllLines(shop.resolve("items.csv"))) {
            String[] cells = line.split(",");
            domains.put(cells[0], cells[2]);
        }
        double own = 0;
        double popular = 0;
        int asked = 0;
        int planted = 0;
        int caused = 0;
        int trigger = 0;
        try (Recommender recommender = new Recommender(run.model(), samples)) {
            float[] popularity = recommender.catalogue().popularity();
            for (int row = 0; row < samples.size(Part.TEST); row++) {
                Sample sample = samples.sample(Part.TEST, row);
                Cause cause = causes.get(run.data().userKey(sample.user())).get(sample.position());
                if (sample.label() != 1 || cause.support().length == 0) {
                    continue;
                }
                Person person = people.before(sample.user(), sample.position());
                TopList list = recommender.top(person, Filter.DEFAULT, 10);
                long first = run.data().firstEvent(sample.user());
                String group = domains.get(run.data().itemKey(run.data().eventItem(first + cause.trigger())));
                asked++;
                own += share(recommender, list.chosen(), domains, group);
                popular += share(recommender, FullRanking.best(popularity, list.open(), 10), domains, group);
                int place = recommender.catalogue().place(sample.candidate());
                if (list.indexOf(place) < 0) {
                    continue;
                }
                LeaveOneOut removals =
                        LeaveOneOut.of(recommender, list, 20, () -> false).orElseThrow();
                double[] effects = removals.effects(removals.indexOf(place));
                int strongest = IntStream.range(0, effects.length)
                        .reduce((a, b) -> effects[b] > effects[a] ? b : a)
                        .orElseThrow();
                int position = strongest + sample.position() - effects.length;
                planted++;
                trigger += position == cause.trigger() ? 1 : 0;
                caused += Arrays.stream(cause.support()).anyMatch(p -> p == position) ? 1 : 0;
            }
        }
        say(
                "test events with a planted cause: %d; share of the ten in the trigger's group %.3f, by popularity"
                        + " %.3f",
                asked, own / asked, popular / asked);
        say(
                "recommended planted items: %d; the strongest Effect is a planted cause %.3f, the trigger itself %.3f",
                planted, caused / (double) planted, trigger / (double) planted);
    }

    private double share(Recommender recommender, int[] list, Map<String, String> domains, String group) {
        return Arrays.stream(list)
                        .filter(place -> group.equals(domains.get(
                                run.data().itemKey(recommender.catalogue().item(place)))))
                        .count()
                / (double) list.length;
    }

    private void fields(Path shop) throws IOException {
        Map<String, List<String>> causes = new HashMap<>();
        for (String line : Files.readAllLines(shop.resolve("fields.csv"))) {
            String[] cells = line.split(",", -1);
            causes.computeIfAbsent(cells[0], user -> new ArrayList<>()).add(cells[2]);
        }
        FieldEffects effects = new FieldEffects(samples);
        Explainer explainer = new Explainer(
                run.model(),
                Optional.empty(),
                (ranked, impression) -> null,
                Optional.of(effects),
                Optional.empty(),
                cancelled -> Earned.UNKNOWN);
        Impressions impressions = new Impressions(samples);
        Map<String, int[]> counts = new HashMap<>();
        for (int row = 0; row < samples.size(Part.TEST); row++) {
            Sample sample = samples.sample(Part.TEST, row);
            String cause = causes.get(run.data().userKey(sample.user())).get(sample.position());
            if (sample.label() != 1 || cause.isEmpty()) {
                continue;
            }
            var measured = explainer.effects(impressions.alone(Part.TEST, row));
            FieldEffect best = measured.strongestField().orElse(null);
            String byEffect = measured.fields().stream()
                    .filter(field -> !field.identity())
                    .max((a, b) -> Double.compare(a.effect(), b.effect()))
                    .orElseThrow()
                    .name();
            double most = Arrays.stream(measured.effect()).max().orElse(0);
            boolean named = best != null && best.name().equals(cause);
            for (String key : List.of(cause, "all")) {
                int[] count = counts.computeIfAbsent(key, any -> new int[4]);
                count[0]++;
                count[1] += named ? 1 : 0;
                count[2] += byEffect.equals(cause) ? 1 : 0;
                count[3] += named && best.reason() > most ? 1 : 0;
            }
        }
        counts.forEach((cause, count) -> say(
                "%s: %d events; hit@1 of the strongest reason %.3f, of the largest Effect (ids left out) %.3f; and"
                        + " above every behaviour %.3f",
                cause,
                count[0],
                count[1] / (double) count[0],
                count[2] / (double) count[0],
                count[3] / (double) count[0]));
    }
}
