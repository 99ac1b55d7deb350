package dev.interestlens.question.five;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.question.five.AnatomyProof.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Where one thing alone decides, its part has the share that the exact probability gives it, and the others have none; fewer
 * shares than seeds may lie outside, by chance. {@link AnatomyProof} does it over twenty.
 */
@Tag("thorough")
class AnatomyLawsTest {
    private static final int SEEDS = Integer.getInteger("interestlens.laws", 1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(SoleCauseLog.class)
    void everyShareIsThatOfTheProbability(SoleCauseLog log) throws IOException {
        List<Line> outside = new ArrayList<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            List<Line> lines = AnatomyProof.prove(
                    "din,training.epochs=4", 240, 150, seed, log.name(), folder.resolve(log.name() + seed));
            List<Line> shares = lines.stream().filter(line -> !line.isWithout()).toList();
            Line most = shares.stream()
                    .max((a, b) -> Double.compare(a.law(), b.law()))
                    .orElseThrow();
            assertThat(most.part()).isEqualTo(log.part());
            assertThat(most.share()).as("%s, seed %d: %s", log, seed, lines).isGreaterThan(0.1);
            shares.stream().filter(line -> !line.agrees()).forEach(outside::add);
        }
        assertThat(outside).hasSizeLessThan(SEEDS);
    }
}
