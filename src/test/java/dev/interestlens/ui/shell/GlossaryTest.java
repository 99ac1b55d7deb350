package dev.interestlens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One glossary: the window shows what the contributors read. */
class GlossaryTest {
    private final Messages english = new Messages(Language.ENGLISH);
    private final Messages chinese = new Messages(Language.CHINESE);

    @Test
    void contributorsReadTheTermsOfTheWindow() throws IOException {
        List<String> rows = Glossary.TERMS.stream()
                .map(term -> "| " + english.text("glossary." + term) + " | " + chinese.text("glossary." + term) + " | "
                        + english.text("glossary." + term + ".meaning") + " |")
                .map(row -> row.replace('\u00a0', ' '))
                .toList();
        assertThat(Files.readAllLines(Path.of(".github/CONTRIBUTING.md"))).containsSubsequence(rows);
    }

    @Test
    void everyTermIsShown() {
        List<String> texts = english.table().keySet().stream()
                .filter(key -> key.matches("glossary\\.[^.]+"))
                .map(key -> key.substring("glossary.".length()))
                .toList();
        assertThat(Glossary.TERMS).containsExactlyInAnyOrderElementsOf(texts);
    }
}
