package dev.interestlens.explain.fidelity;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.synth.cause.Cause;
import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.fidelity.FidelityReport.Planted;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Impressions;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.view.ShopOpinion;
import dev.interestlens.model.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what a model looked at, and what removal changes, with the known causes of a part's choices: Look by its size, Effect by its sign. */
final class PlantedMeasure {
    private final Scorer model;
    private final SampleSet samples;
    private final TrueCauses known;
    private final Impressions impressions;
    private final PlantedTruth look = new PlantedTruth();
    private final PlantedTruth effect = new PlantedTruth();
    private final PlantedTruth attention = new PlantedTruth();
    private boolean split;
    private final PlantedTruth law = new PlantedTruth();
    private final PlantedTruth random = new PlantedTruth();
    private final GroupTruth groups = new GroupTruth();

    PlantedMeasure(Scorer model, SampleSet samples, TrueCauses known) {
        this.model = model;
        this.samples = samples;
        this.known = known;
        this.impressions = new Impressions(samples);
    }

    /** @param most choices, drawn at random where there are more */
    Planted measure(Part part, int most, long seed, Progress progress) {
        List<Integer> rows = chosen(part);
        Collections.shuffle(rows, new Random(seed));
        int total = Math.min(most, rows.size());
        int done = 0;
        for (int at = 0; at < rows.size() && done < total && !progress.cancelled(); at++) {
            progress.at("planted", Math.max((double) done / total, (double) at / rows.size()));
            done += choice(part, rows.get(at)) ? 1 : 0;
        }
        return new Planted(
                done,
                look.truth(),
                effect.truth(),
                split ? attention.truth() : null,
                known.law().map(found -> law.truth()).orElse(null),
                random.truth(),
                groups.groups());
    }

    private List<Integer> chosen(Part part) {
        List<Integer> rows = new ArrayList<>();
        float[] labels = samples.labels(part);
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] > 0.5) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Whether the history has a known cause of this choice. */
    private boolean choice(Part part, int row) {
        Sample sample = samples.sample(part, row);
        int user = sample.user();
        int first = (int) (samples.firstHistoryEvent(user, sample.position())
                - samples.data().firstEvent(user));
        List<Cause> own = known.byUser().getOrDefault(samples.data().userKey(user), List.of());
        if (sample.position() >= own.size()) {
            return false;
        }
        Cause cause = own.get(sample.position());
        List<Set<Integer>> interests = cause.supports().stream()
                .map(places -> Arrays.stream(places)
                        .filter(position -> position >= first)
                        .map(position -> position - first)
                        .boxed()
                        .collect(Collectors.toSet()))
                .filter(places -> !places.isEmpty())
                .toList();
        if (interests.isEmpty()) {
            return false;
        }
        Set<Integer> support = interests.stream().flatMap(Set::stream).collect(Collectors.toSet());
        int trigger = cause.trigger() - first;
        Impression impression = impressions.alone(part, row);
        LookResult looked = Explainer.look(model, impression);
        look.add(user, looked.strength(), trigger, support);
        Effects measured = Effects.of(model, impression);
        effect.add(user, measured.effect(), trigger, support);
        if (measured.byTable().beside()) {
            attention.add(user, measured.ofAttention(), trigger, support);
            split = true;
        }
        Optional<ShopOpinion.Result> exact =
                known.law().flatMap(found -> ShopOpinion.of(found, samples.data(), impression, sample.position()));
        exact.ifPresent(opinion -> law.add(user, opinion.effect(), trigger, support));
        random.addChance(user, impression.behaviours(), support.size());
        groups.add(impression, model.removal(impression.batch()), looked, interests);
        return true;
    }
}
