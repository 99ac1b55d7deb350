package dev.interestlens.question.five;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.synth.cause.Cause;
import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.HistoryPicture;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.sentence.Sentence;
import dev.interestlens.explain.sentence.Sentence.Template;
import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.data.HistoryData;
import dev.interestlens.measurement.quality.RunExplainer;
import dev.interestlens.metric.Bootstrap;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.PerUser;
import dev.interestlens.question.Lab;
import dev.interestlens.workspace.OpenRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Explains many chosen items of a run by attention and by measurement and counts the differences. */
final class ToldMeasure {
    /** The shortest history that is used. */
    private static final int SHORTEST = 8;

    private static final Set<Template> ELSEWHERE = Set.of(Template.LOOKED_NOT_MATTERED, Template.OPPOSES);

    /** Of one prediction, each 0 or 1, or NaN where it is unknown. */
    private record Tally(double agrees, double chance, double against, double lookCaused, double effectCaused) {}

    private final OpenRun run;
    private final Map<String, List<Cause>> causes;
    private final List<Tally> tallies = new ArrayList<>();
    private final Map<String, Integer> sentences = new TreeMap<>();
    private ToldResult.Case typical;
    private double typicalRank = Double.NEGATIVE_INFINITY;
    private ToldResult.Case misleading;
    private double misleadingRank = Double.NEGATIVE_INFINITY;

    private ToldMeasure(OpenRun run, Map<String, List<Cause>> causes) {
        this.run = run;
        this.causes = causes;
    }

    /** @param causes the known causes of choices, by user; empty where none is known */
    static ToldResult of(
            String model, OpenRun run, Map<String, List<Cause>> causes, int most, long seed, Lab lab, Progress part) {
        ToldMeasure measure = new ToldMeasure(run, causes);
        try (RunExplainer explainer = new RunExplainer(run)) {
            List<Integer> rows = measure.rows(most, seed);
            for (int i = 0; i < rows.size(); i++) {
                lab.requireWanted();
                part.at("", (double) i / rows.size());
                measure.explain(explainer, rows.get(i));
            }
        }
        return measure.result(model);
    }

    private List<Integer> rows(int most, long seed) {
        float[] labels = run.samples().labels(Part.TEST);
        List<Integer> rows = new ArrayList<>(IntStream.range(0, labels.length)
                .filter(row -> labels[row] == 1)
                .filter(row -> {
                    Sample sample = run.samples().sample(Part.TEST, row);
                    return run.samples().endHistoryEvent(sample.user(), sample.position())
                                    - run.samples().firstHistoryEvent(sample.user(), sample.position())
                            >= SHORTEST;
                })
                .boxed()
                .toList());
        Collections.shuffle(rows, new Random(seed));
        return rows.subList(0, Math.min(most, rows.size()));
    }

    private void explain(RunExplainer explainers, int row) {
        Explainer explainer = explainers.explainer();
        Impression impression = explainers.impressions().of(Part.TEST, row);
        LookResult looked = explainer.look(impression);
        Effects effects = explainer.effects(impression);
        Sentence sentence = explainer.sentence(impression, looked, effects);
        int n = impression.behaviours();
        int look = largest(looked.strength());
        int effect = largest(effects.effect());
        Set<Integer> caused = caused(row, n);
        tallies.add(new Tally(
                look == effect ? 1 : 0,
                1.0 / n,
                effects.effect()[look] < 0 ? 1 : 0,
                caused.isEmpty() ? Double.NaN : caused.contains(look) ? 1 : 0,
                caused.isEmpty() ? Double.NaN : caused.contains(effect) ? 1 : 0));
        sentences.merge(sentence.template().name(), 1, Integer::sum);
        double points = effects.points()[effect];
        if (sentence.template() == Template.STRONG && look == effect && points > typicalRank) {
            typicalRank = points;
            typical = told(impression, looked, effects, sentence, caused);
        }
        double elsewhere = looked.strength()[look] + (ELSEWHERE.contains(sentence.template()) ? 1 : 0);
        if (look != effect && elsewhere > misleadingRank) {
            misleadingRank = elsewhere;
            misleading = told(impression, looked, effects, sentence, caused);
        }
    }

    /** Positions of the known causes in the history that is read. */
    private Set<Integer> caused(int row, int n) {
        Sample sample = run.samples().sample(Part.TEST, row);
        List<Cause> own = causes.getOrDefault(run.data().userKey(sample.user()), List.of());
        if (sample.position() >= own.size()) {
            return Set.of();
        }
        int first = sample.position() - n;
        return Arrays.stream(own.get(sample.position()).support())
                .map(position -> position - first)
                .filter(place -> place >= 0 && place < n)
                .boxed()
                .collect(Collectors.toSet());
    }

    private ToldResult.Case told(
            Impression impression, LookResult looked, Effects effects, Sentence sentence, Set<Integer> caused) {
        HistoryData data = HistoryPicture.data(impression, 0, looked, impression.behaviours(), effects);
        List<ToldResult.Step> steps = new ArrayList<>();
        for (int j = 0; j < data.size(); j++) {
            HistoryData.Behaviour behaviour = data.behaviours().get(j);
            steps.add(new ToldResult.Step(
                    text(behaviour.title()),
                    text(behaviour.category()),
                    text(behaviour.time()),
                    looked.look()[j],
                    effects.effect()[j],
                    effects.points()[j],
                    caused.contains(j)));
        }
        return new ToldResult.Case(
                impression.candidate().title(),
                impression.userKey(),
                effects.score(),
                effects.emptyScore(),
                sentence.text(),
                steps,
                looked.even());
    }

    private static Text text(Phrase phrase) {
        return new Text(phrase.in(Locale.ENGLISH), phrase.in(Locale.CHINESE));
    }

    private static int largest(double[] values) {
        int best = 0;
        for (int j = 1; j < values.length; j++) {
            best = values[j] > values[best] ? j : best;
        }
        return best;
    }

    private ToldResult result(String model) {
        List<Tally> known = tallies.stream()
                .filter(tally -> !Double.isNaN(tally.lookCaused()))
                .toList();
        ToldResult.Planted planted = known.isEmpty()
                ? null
                : new ToldResult.Planted(
                        known.size(),
                        share(known.stream().mapToDouble(Tally::lookCaused).toArray()),
                        share(known.stream().mapToDouble(Tally::effectCaused).toArray()),
                        share(known.stream()
                                .mapToDouble(tally -> tally.effectCaused() - tally.lookCaused())
                                .toArray()));
        return new ToldResult(
                model,
                tallies.size(),
                share(tallies.stream().mapToDouble(Tally::agrees).toArray()),
                tallies.stream().mapToDouble(Tally::chance).average().orElse(Double.NaN),
                share(tallies.stream().mapToDouble(Tally::against).toArray()),
                sentences,
                sentences.getOrDefault(Template.STRONG.name(), 0),
                planted,
                new ToldResult.Cases(typical, misleading));
    }

    /** There is one prediction for each user, so that values by user are values by prediction. */
    private static ToldResult.Share share(double[] values) {
        double mean = Measured.mean(values);
        Interval interval = Bootstrap.of(1).mean(PerUser.of(values)).orElse(new Interval(Double.NaN, Double.NaN, 0.95));
        return new ToldResult.Share(mean, interval.low(), interval.high());
    }
}
