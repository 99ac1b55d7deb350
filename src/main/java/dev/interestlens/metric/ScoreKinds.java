package dev.interestlens.metric;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which of several runs give scores that were fitted to the validation part after training ({@link PlattScaling}), and which give them as they were
 * learnt. Figures of probabilities of one kind say nothing beside those of the other: the order of the rows may be the same.
 *
 * @param fitted names of the runs whose scores were fitted
 * @param learnt names of the others
 */
public record ScoreKinds(List<String> fitted, List<String> learnt) {
    public ScoreKinds {
        fitted = List.copyOf(fitted);
        learnt = List.copyOf(learnt);
    }

    public static <R> ScoreKinds of(Collection<R> runs, Function<R, String> name, Predicate<R> fitted) {
        return new ScoreKinds(
                runs.stream().filter(fitted).map(name).toList(),
                runs.stream().filter(fitted.negate()).map(name).toList());
    }

    /** Whether there are runs of both kinds. */
    public boolean differ() {
        return !fitted.isEmpty() && !learnt.isEmpty();
    }
}
