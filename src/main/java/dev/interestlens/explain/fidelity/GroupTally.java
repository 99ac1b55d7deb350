package dev.interestlens.explain.fidelity;

import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.fidelity.FidelityReport.Group;
import dev.interestlens.explain.fidelity.FidelityReport.Measure;
import dev.interestlens.explain.fidelity.FidelityReport.Source;
import java.util.EnumMap;
import java.util.Map;

/** Collects the measures of one group of samples. */
final class GroupTally {
    private final String kind;
    private final int from;
    private final int to;
    private final Map<Source, Map<Measure, Tally>> tallies = new EnumMap<>(Source.class);
    private final Tally historyEffect = new Tally();
    private int samples;

    GroupTally(String kind, int from, int to) {
        this.kind = kind;
        this.from = from;
        this.to = to;
    }

    /** Whether a sample belongs here. */
    boolean takes(int label, int behaviours) {
        int value = kind.equals("label") ? label : behaviours;
        return kind.equals("all") || value >= from && value <= to;
    }

    void begin(int user, Effects effects) {
        samples++;
        historyEffect.add(user, effects.historyEffect());
    }

    void add(Source source, Measure measure, int user, double value) {
        tally(source, measure).add(user, value);
    }

    void add(Source source, Measure measure, int user, double numerator, double denominator) {
        tally(source, measure).add(user, numerator, denominator);
    }

    private Tally tally(Source source, Measure measure) {
        return tallies.computeIfAbsent(source, s -> new EnumMap<>(Measure.class))
                .computeIfAbsent(measure, m -> new Tally());
    }

    Group group() {
        Map<Source, Map<Measure, Figure>> figures = new EnumMap<>(Source.class);
        tallies.forEach((source, measures) -> {
            Map<Measure, Figure> row = new EnumMap<>(Measure.class);
            measures.forEach((measure, tally) -> row.put(measure, tally.figure()));
            figures.put(source, row);
        });
        return new Group(kind, from, to, samples, figures, historyEffect.figure());
    }
}
