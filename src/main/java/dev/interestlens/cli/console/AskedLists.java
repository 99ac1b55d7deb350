package dev.interestlens.cli.console;

import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.model.config.Needs;
import dev.interestlens.recommend.Filter;
import dev.interestlens.recommend.Recommendation;
import dev.interestlens.store.EnumNames;
import dev.interestlens.workspace.score.BatchRecommendation.At;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options for lists of recommendations, on one machine or on many. */
public final class AskedLists {
    @Option(names = "--top", defaultValue = "10")
    @Allowed(min = 1, max = 1000)
    private int top;

    @Option(names = "--at")
    @Needs(not = "--history")
    private At at;

    @Option(names = "--with-seen", negatable = true)
    private Boolean withSeen;

    @Option(names = "--with-cold")
    private boolean withCold;

    @Option(names = "--category")
    private List<String> categories = List.of();

    @Option(names = "--popularity", defaultValue = "all")
    private Filter.Popularity popularity;

    @Option(names = "--diversity", defaultValue = "0")
    @Allowed(min = 0, max = 1)
    private double diversity;

    @Option(names = "--why")
    private boolean why;

    /** The point in time. */
    public At at() {
        return at == null ? At.NEXT : at;
    }

    /** @throws dev.interestlens.store.ProblemException of kind USAGE where the data set has no such category */
    public Recommendation.Wish wish(SampleSet samples) {
        Filter filter = new Filter(
                withSeen == null ? Filter.usual(samples).seen() : withSeen,
                withCold,
                OptionValues.named("--category", () -> Filter.categories(samples.data(), categories)),
                popularity);
        return new Recommendation.Wish(filter, top, diversity, why);
    }

    /** The same as arguments of a command. */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--top", String.valueOf(top)));
        arguments.addAll(List.of("--at", EnumNames.lower(at())));
        if (withSeen != null) {
            arguments.add(withSeen ? "--with-seen" : "--no-with-seen");
        }
        if (withCold) {
            arguments.add("--with-cold");
        }
        categories.forEach(category -> arguments.addAll(List.of("--category", category)));
        arguments.addAll(List.of("--popularity", EnumNames.lower(popularity)));
        arguments.addAll(List.of("--diversity", String.valueOf(diversity)));
        if (why) {
            arguments.add("--why");
        }
        return arguments;
    }
}
