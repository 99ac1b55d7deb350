package dev.interestlens.explain.fidelity;

import dev.interestlens.explain.effect.Agreement.Badge;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far the explanations of one model can be trusted: means over many samples, each compared with chance, recency and the untrained model.
 *
 * @param groups all samples first, then by label and by length of the history
 * @param split whether orders are held against the part of Effect that goes through attention, where what followed what stands beside it; false in
 *     reports of older versions, which held them against all of it
 * @param users of all samples
 * @param nullDeviation mean standard deviation of tau between random orders
 * @param badges how many samples got each badge
 * @param controls control models, one of each kind; missing ones have a reason
 * @param seeds how similar the explanations of models from other seeds are; empty where there are none
 * @param reinitialised tau between Look and Look after a part of the model is reset to its initial weights, for each part; an order that remains does
 *     not come from training
 * @param planted where the data contain the cause of each choice
 * @param outside explanations of other programs, as far as any were given
 */
public record FidelityReport(
        List<Group> groups,
        boolean split,
        int users,
        double nullDeviation,
        Map<Badge, Integer> badges,
        List<Control> controls,
        Optional<Seeds> seeds,
        Map<Part, Figure> reinitialised,
        Optional<Planted> planted,
        List<Outside> outside) {
    /**
     * Explanations that another program made, over all samples for which it gives a value of each behaviour.
     *
     * @param name that was given to it
     * @param rows samples that are measured
     * @param missing samples without a value of each behaviour that is read
     * @param values in the file
     * @param leftOut values that are not finite, or given again
     * @param agreement Kendall's tau-b of |value| and |Effect|
     * @param comprehensiveness AOPC, higher is better
     * @param sufficiency AOPC, lower is better
     */
    public record Outside(
            String name,
            int rows,
            int missing,
            long values,
            long leftOut,
            Figure agreement,
            Figure comprehensiveness,
            Figure sufficiency) {}

    /** What orders the behaviours. */
    public enum Source {
        LOOK,
        RANDOM,
        RECENCY,
        /** Look of the model before training, against its own Effect. */
        UNTRAINED
    }

    /** What is measured of an order. */
    public enum Measure {
        /** Kendall's tau-b against |Effect|. */
        TAU,
        /** Share of the samples whose badge says that the order matches Effect. */
        MATCHES,
        /** Share of the first three among the three of largest |Effect|. */
        TOP3_OVERLAP,
        /** Share of the first three that lower the score. */
        TOP3_AGAINST,
        /** F_del, the ratio of means: 0 is as good as random, 1 as good as the order of Effect; it can exceed 1. */
        ORDER_SKILL,
        /** AOPC, higher is better. */
        COMPREHENSIVENESS,
        /** AOPC, lower is better. */
        SUFFICIENCY
    }

    /** A part of a model. */
    public enum Part {
        HEAD,
        ATTENTION,
        EMBEDDINGS
    }

    /**
     * Some of the samples.
     *
     * @param kind {@code all}, {@code label} or {@code history}
     * @param from least label or length
     * @param to greatest label or length
     * @param historyEffect z(H) − z(∅)
     */
    public record Group(
            String kind,
            int from,
            int to,
            int samples,
            Map<Source, Map<Measure, Figure>> figures,
            Figure historyEffect) {
        public Group {
            figures = inOrder(figures);
        }
    }

    /** Kinds of controls. */
    public enum ControlKind {
        /** At test time every behaviour gets the mean of the weights. */
        UNIFORM,
        /** At test time the weights are shuffled among the behaviours. */
        SHUFFLED,
        /** Trained again with uniform weights. */
        RETRAINED
    }

    /** Why a control is missing. */
    public enum NoControl {
        /** The model has uniform weights anyway. */
        ALIKE_ALREADY,
        /** Raw weights: scores of zero would hide the history instead of weighting it uniformly. */
        RAW_WEIGHTS,
        /** Another training was not requested. */
        NOT_TRAINED
    }

    /**
     * A changed model compared with the model.
     *
     * @param missing why there are no figures; null where there are
     * @param users all of whose rows were scored; 0 in reports of before, which scored the samples
     * @param auc of the model on these rows
     * @param changedAuc of the changed one
     * @param low end of the 95 % bootstrap interval of changedAuc − auc over users; NaN where there are too few
     * @param high other end
     * @param scoreChange mean |p − p'|
     */
    public record Control(
            ControlKind kind,
            NoControl missing,
            int users,
            double auc,
            double changedAuc,
            double low,
            double high,
            double scoreChange) {
        /** One without figures. */
        public static Control missing(ControlKind kind, NoControl why) {
            return new Control(kind, why, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
    }

    /**
     * Models that differ only in the seed, compared pairwise.
     *
     * @param models this one and the others
     * @param look share of the first three of Look that both have
     * @param effect share of the three of largest |Effect| that both have
     * @param chance the same for random orders
     */
    public record Seeds(int models, Figure look, Figure effect, double chance) {}

    /**
     * How well orders and groups of behaviours find the causes of choices.
     *
     * @param attention the order by the part of Effect that goes through attention; null where no table of what followed what stands beside it, and in
     *     reports of older versions
     * @param law the order by what leaving a behaviour out changes in the log's exact distribution, for one who does not know the time of the choice:
     *     even that does not always find the trigger first; null where the distribution is not known, and in reports of older versions
     * @param groups null in a report of an older version
     */
    public record Planted(
            int samples, Truth look, Truth effect, Truth attention, Truth law, Truth random, PlantedGroups groups) {}

    /**
     * The known interests of choices, each the set of the behaviours that cause it. All but the first need several attentions and choices that need
     * several interests; else they have no samples.
     *
     * @param first share of the interests whose joint effect is larger than that of every category without a cause
     * @param largerLane Jaccard index of the largest interest and the lane most like it
     * @param smallerLane the same of the smallest interest
     * @param smallerAlone share of choices where a lane holds behaviours of the smallest interest and of no other
     * @param largerSeen share where some attention has its largest weight on a behaviour of the largest interest
     * @param smallerSeen the same of the smallest interest
     */
    public record PlantedGroups(
            Figure first,
            Figure largerLane,
            Figure smallerLane,
            Figure smallerAlone,
            Figure largerSeen,
            Figure smallerSeen) {
        /** Whether there are choices that need several interests, and several attentions. */
        public boolean several() {
            return largerLane.samples() > 0;
        }
    }

    /** What an order of the behaviours has of the causes of a choice. */
    public enum Found {
        /** The first is the trigger: the last earlier event of the interest. */
        TRIGGER1,
        /** The trigger is among the first three. */
        TRIGGER3,
        /** The first is one of the causes. */
        SUPPORT1,
        /** One of the first three is. */
        SUPPORT3,
        /** Share of the causes among the first three. */
        RECALL3,
        /** Of the causes. */
        AVERAGE_PRECISION,
        /** Share of the weight on the causes over their share of the history; 1 by chance. */
        MASS_LIFT
    }

    /** Means over choices. */
    public record Truth(Map<Found, Figure> figures) {
        public Truth {
            figures = Collections.unmodifiableMap(new EnumMap<>(figures));
        }

        public double mean(Found found) {
            return figures.get(found).mean();
        }
    }

    public FidelityReport {
        outside = List.copyOf(outside);
        groups = List.copyOf(groups);
        badges = inOrder(badges);
        controls = List.copyOf(controls);
        reinitialised = inOrder(reinitialised);
    }

    /** In the order of the enum, so that equal reports are written as equal bytes. */
    private static <K extends Enum<K>, V> Map<K, V> inOrder(Map<K, V> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }

    /** All samples. */
    public Group all() {
        return groups.get(0);
    }
}
