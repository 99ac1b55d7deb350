package dev.interestlens.question.five;

import dev.interestlens.question.Answer;
import dev.interestlens.question.Experiment;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.store.WholeFile;
import java.util.List;

/** The five questions, and the answers that are part of the program. */
public final class Questions {
    private static final List<Experiment<?>> ALL =
            List.of(new FamilyChoice(), new LongHistories(), new Telling(), new SeveralInterests(), new Milliseconds());

    private Questions() {}

    /** In the article's order. */
    public static List<Experiment<?>> all() {
        return ALL;
    }

    /** @param number from 1 to 5 */
    public static Experiment<?> of(int number) {
        return ALL.get(number - 1);
    }

    /** Whether an answer is part of the program. */
    public static boolean isPrepared(Experiment<?> experiment) {
        return Questions.class.getResource(file(experiment)) != null;
    }

    private static String file(Experiment<?> experiment) {
        return "prepared-" + experiment.number() + ".json";
    }

    /** The answer that is part of the program, measured on another machine. */
    public static Answer<?> prepared(Experiment<?> experiment) {
        if (!isPrepared(experiment)) {
            throw Problem.internal(Questions.class, "notPrepared").exception();
        }
        byte[] kept = WholeFile.resource(Questions.class, file(experiment));
        return Answer.of(experiment, Json.read(kept, Answer.Kept.class), Answer.Origin.PREPARED);
    }
}
