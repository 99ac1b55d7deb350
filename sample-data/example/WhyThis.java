import dev.interestlens.api.Explanation;
import dev.interestlens.api.History;
import dev.interestlens.api.LensException;
import dev.interestlens.api.Recommendation;
import dev.interestlens.api.RecommendOptions;
import dev.interestlens.api.RecommendationList;
import dev.interestlens.api.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Recommends to somebody from a hand-made history, and says why. Arguments: a folder to work in, and keys of items, oldest first. */
public class WhyThis {
    public static void main(String[] arguments) {
        try (Run run = Run.bundled(Path.of(arguments[0]))) {
            System.out.println(run.info());
            History history = History.ofItems(List.of(arguments).subList(1, arguments.length));
            RecommendationList list = run.recommend(history, RecommendOptions.top(3).withReasons());
            for (Recommendation each : list.items()) {
                System.out.printf(Locale.ROOT, "%d. %s  %.3f%n", each.rank(), each.item().title(), each.score());
                each.reasons().forEach(reason ->
                        System.out.printf(Locale.ROOT, "     %+.2f  %s%n", reason.effect(), reason.item().title()));
            }
            Explanation why = run.explain(history, list.items().get(0).item().key());
            System.out.println(why.sentence().in(Locale.ENGLISH));
            System.out.println(run.score(history, List.of(list.items().get(0).item().key())));
        } catch (LensException e) {
            System.err.println(e.message(Locale.getDefault()));
        }
    }
}
