package dev.interestlens.question.five;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.page.Document;
import dev.interestlens.question.Answer;
import dev.interestlens.question.AnswerDocument;
import dev.interestlens.question.Control;
import dev.interestlens.question.Experiment;
import dev.interestlens.question.Settings;
import dev.interestlens.store.Json;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The answers that travel inside the program. */
class PreparedTest {
    static Stream<Experiment<?>> all() {
        return Questions.all().stream(); // each must have its answer
    }

    @ParameterizedTest
    @MethodSource("all")
    void itIsOfItsQuestionAndOfValuesThatCanBeChosen(Experiment<?> experiment) {
        Answer<?> answer = Questions.prepared(experiment);

        assertThat(answer.prepared()).isTrue();
        assertThat(answer.timedElsewhere()).isEqualTo(experiment.facts().timed());
        assertThat(answer.cpuSeconds()).isPositive();
        for (Control control : experiment.controls()) {
            assertThat(control.values()).contains(answer.settings().get(control.name()));
        }
        assertThat(experiment.controls()).hasSizeBetween(1, 2);
        assertThat(answer.arguments()).contains("--run", "--seed");
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsKeptIsReadBackTheSame(Experiment<?> experiment) {
        Answer<?> answer = Questions.prepared(experiment);
        Answer.Kept kept = Json.read(Json.line(answer.kept()), Answer.Kept.class);

        Answer<?> again = Answer.of(experiment, kept, Answer.Origin.FILE);

        assertThat(again.conclusion()).isEqualTo(answer.conclusion());
        assertThat(AnswerDocument.provenance(again))
                .noneMatch(text -> text.en().contains("Measured on this machine")
                        || text.zh().contains("在本机测得"));
        Experiment<?> other = Questions.of(experiment.number() % 5 + 1);
        assertThatThrownBy(() -> Answer.of(other, kept, Answer.Origin.FILE)).isInstanceOf(ProblemException.class);
    }

    @Test
    void theSentencesOfPredictionsAreWordedAsThoseOfToday() throws IOException {
        try (InputStream kept = PreparedTest.class.getResourceAsStream("prepared-3.json")) {
            List<String> sentences = Json.read(new String(kept.readAllBytes(), StandardCharsets.UTF_8), JsonNode.class)
                    .findValues("sentence")
                    .stream()
                    .map(each -> each.path("en").asText())
                    .toList();
            assertThat(sentences).hasSize(2).allSatisfy(each -> assertThat(each)
                    .containsPattern(
                            "^Scored (high |low )?\\(?0\\.\\d+.*, without any history .* at rank|^Scored (high |low )?\\(?0\\.\\d+"
                                    + ".*: the (history|item itself) does more"));
        }
    }

    /** Neither a key without words nor a placeholder without value, in either language. */
    @ParameterizedTest
    @MethodSource("all")
    void everythingIsSaidInBothLanguages(Experiment<?> experiment) {
        Answer<?> answer = Questions.prepared(experiment);
        List<Text> texts = new ArrayList<>(answer.conclusion());
        texts.addAll(List.of(experiment.title(), experiment.question(), experiment.method()));
        texts.addAll(AnswerDocument.provenance(answer));
        for (Panel panel : answer.panels()) {
            texts.addAll(List.of(panel.title(), panel.finding()));
            for (Picture picture : panel.pictures()) {
                texts.addAll(List.of(picture.title(), picture.note()));
                assertThat(picture.numbers(Locale.CHINESE).lines()).isNotEmpty();
            }
        }
        assertThat(texts).allSatisfy(text -> {
            assertThat(text.en()).isNotBlank().doesNotContain("{").doesNotContainPattern("\\p{IsHan}.*[。：]");
            assertThat(text.zh()).containsPattern("\\p{IsHan}").doesNotContain("{");
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void aPageAndMarkdownHoldFiguresNumbersAndCommands(Experiment<?> experiment) {
        Document document = AnswerDocument.of(Questions.prepared(experiment));

        String page = document.html(Locale.ENGLISH);
        assertThat(page).contains("<svg", "<pre>", experiment.title().zh(), "--run --seed");
        String markdown = document.markdown(Locale.CHINESE);
        assertThat(markdown).contains("```bash", "question " + experiment.number() + " --run", " --- |");
        for (String command : commands(experiment)) {
            assertThat(markdown).contains(command);
            assertThat(command).startsWith("java -jar interest-lens.jar ");
        }
    }

    private static List<String> commands(Experiment<?> experiment) {
        return experiment.commands(Questions.prepared(experiment).settings());
    }

    @Test
    void oneLogIsOfferedToBeRunWhereAllWereMeasured() {
        FamilyChoice choice = new FamilyChoice();
        Settings measured = Questions.prepared(choice).settings();
        assertThat(measured.get("log")).isEqualTo("all");
        assertThat(choice.offered(measured).get("log")).isEqualTo("order");
        assertThat(choice.offered(measured).get("size")).isEqualTo(measured.get("size"));
    }
}
