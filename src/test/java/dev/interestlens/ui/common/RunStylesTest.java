package dev.interestlens.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.train.run.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunStylesTest {
    private final RunStyles styles = new RunStyles();

    private List<Integer> of(String... runs) {
        return styles.of(Stream.of(runs).map(run -> new RunFolder(Path.of(run))).toList());
    }

    @Test
    void aRunKeepsItsStyleInWhateverOrderAndCompany() {
        assertThat(of("a", "b")).containsExactly(0, 1);
        assertThat(of("c", "b", "a")).containsExactly(2, 1, 0);
        assertThat(of("b")).containsExactly(1);
    }

    @Test
    void runsBesideEachOtherDifferAlsoWhereThereAreMoreRunsThanStyles() {
        of("a", "b", "c", "d", "e", "f");
        assertThat(of("g", "a")).doesNotHaveDuplicates().endsWith(0);
        assertThat(of("g", "h", "i", "a", "b", "c")).doesNotHaveDuplicates();
    }
}
