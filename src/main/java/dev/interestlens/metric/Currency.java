package dev.interestlens.metric;

import dev.interestlens.metric.KeptRanking.Counts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What true items are ranked among in papers and programs. Figures of the same weights in two of them differ, and neither is wrong. */
public enum Currency {
    /** Every item of training that the user has not met. */
    CATALOGUE("catalogue", Among.CATALOGUE, null),
    /** Every item of training, what the user has met among them. */
    CATALOGUE_MET("catalogue-met", Among.CATALOGUE, null),
    UNIFORM_20("uniform-20", Among.UNIFORM, 20),
    UNIFORM_99("uniform-99", Among.UNIFORM, 99),
    UNIFORM_100("uniform-100", Among.UNIFORM, 100),
    POPULARITY_100("popularity-100", Among.POPULARITY, 100),
    CATEGORY_20("category-20", Among.CATEGORY, 20),
    PAIR_UNIFORM("pair-uniform", Among.UNIFORM, 1),
    PAIR_POPULARITY("pair-popularity", Among.POPULARITY, 1);

    /** How the others are chosen: those of the first three are not drawn twice. */
    public enum Among {
        CATALOGUE,
        UNIFORM,
        /** Of the true item's category, uniformly. */
        CATEGORY,
        /** In proportion to training events, with replacement. */
        POPULARITY;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String id;
    private final Among among;
    private final Integer others;

    Currency(String id, Among among, Integer others) {
        this.id = id;
        this.among = among;
        this.others = others;
    }

    /** Its name in JSON, texts and lists. */
    public String id() {
        return id;
    }

    public Among among() {
        return among;
    }

    /** How many are drawn beside the true item; null for all. */
    public Integer others() {
        return others;
    }

    /** Whether more than one is drawn of the whole catalogue, uniformly: then the catalogue's figure can be estimated from it. */
    boolean isCorrected() {
        return among == Among.UNIFORM && others > 1;
    }

    /**
     * Those from which it is reached, one choice at a time: the whole catalogue, then how many, then which. It is not among them itself.
     */
    public List<Currency> way() {
        return among == Among.CATALOGUE || among == Among.UNIFORM
                ? this == CATALOGUE ? List.of() : List.of(CATALOGUE)
                : List.of(
                        CATALOGUE,
                        Arrays.stream(values())
                                .filter(each -> each.among == Among.UNIFORM && others.equals(each.others))
                                .findFirst()
                                .orElseThrow());
    }

    /** From which candidates it draws; empty where the ranking does not tell. */
    Optional<Counts> candidates(KeptRanking ranking) {
        Counts open = ranking.open();
        return switch (this) {
            case CATALOGUE_MET -> Optional.ofNullable(ranking.groups()).map(groups -> open.plus(groups.met()));
            case POPULARITY_100, PAIR_POPULARITY ->
                Optional.ofNullable(ranking.groups()).map(KeptRanking.Groups::events);
            case CATEGORY_20 -> Optional.ofNullable(ranking.groups()).map(KeptRanking.Groups::category);
            default -> Optional.of(open);
        };
    }

    /** The probability of each number of drawn candidates above the true item of an entry; there must be candidates. */
    double[] above(Counts of, int entry) {
        long all = of.all()[entry];
        long better = of.better()[entry];
        long equal = of.equal()[entry];
        return among == Among.POPULARITY
                ? DrawnAbove.again(all, better, equal, others)
                : DrawnAbove.once(all, better, equal, others == null ? (int) all : others);
    }
}
