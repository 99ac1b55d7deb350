package dev.interestlens.export.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.look.HistoryRow;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.Recorder;
import dev.interestlens.figure.file.FigureFile;
import dev.interestlens.figure.file.Markup;
import dev.interestlens.model.bst.BstConfig;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.dien.DienConfig;
import dev.interestlens.model.din.DinConfig;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ExplanationFileTest {
    private static final Explanation SIX = Explanations.of(6);

    @TempDir
    Path folder;

    @Test
    void aPageFetchesNothingAndRunsNothing() throws IOException {
        String page = write(SIX, "page.html", Locale.ENGLISH);
        assertThat(page).doesNotContain("<script", "http:", "https:", "src=", "@import", "url(");
        assertThat(page).contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;quotes&quot;");
        assertThat(page).contains("my &lt;run&gt;", "test 17", "prefers-color-scheme:dark", "@media print");
    }

    @Test
    void aPageHoldsBothLanguagesAndShowsTheOneAskedForFirst() throws IOException {
        String page = write(SIX, "page.html", Locale.SIMPLIFIED_CHINESE);
        assertThat(page).contains("id=\"zh\" checked", "历史上的关注与影响", "Look and Effect over the history");
        assertThat(page).contains(Markup.escape(SIX.sentence().text().zh()));
    }

    @Test
    void theSentenceStandsBeforeEverythingElse() throws IOException {
        String page = write(SIX, "page.html", Locale.ENGLISH);
        assertThat(page.indexOf("class=\"sentence\"")).isBetween(0, page.indexOf("<table"));
    }

    @Test
    void aPictureIsSoundXmlThatNamesItsSource() throws Exception {
        for (Locale language : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
            Document svg = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(write(SIX, "figure.svg", language))));
            assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
            assertThat(svg.getDocumentElement().getTextContent()).contains("my <run>", "test 17");
        }
    }

    @Test
    void aFigureNamesEveryBehaviourInFullAndMarksTheNamedOnes() throws IOException {
        Recorder drawn = new Recorder(Locale.ENGLISH);
        ExplanationFigure.of(SIX, Explanations.SOURCE, Optional.empty(), Optional.empty())
                .paint(drawn, 1000, 1000);
        String words = String.join(" ", drawn.texts());
        for (HistoryRow row : SIX.history()) {
            assertThat(words)
                    .contains((row.behaviour().position() + 1) + " "
                            + row.behaviour().item().title().en());
        }
        assertThat(words.contains("Marked in bold"))
                .isEqualTo(!SIX.sentence().named().isEmpty());
    }

    @Test
    void anEmptyHistoryIsWrittenToo() throws IOException {
        Explanation empty = Explanations.of(0);
        assertThat(write(empty, "empty.html", Locale.ENGLISH)).contains("There is no history");
        assertThat(write(empty, "empty.svg", Locale.ENGLISH)).contains("There is no history");
        assertThat(write(empty, "empty.csv", Locale.ENGLISH)).hasLineCount(1);
        assertThat(write(empty, "empty.json", Locale.ENGLISH)).contains("\"history\" : [ ]");
    }

    @Test
    void textsThatLookLikeFormulasAreDisarmedInCsv() throws IOException {
        String csv = write(SIX, "history.csv", Locale.ENGLISH);
        assertThat(csv.lines().skip(1))
                .allSatisfy(line -> assertThat(line).contains(",'=1+1,", ",'@c,", "\"'-恶意,标题\""));
    }

    @Test
    void jsonHoldsWhatOtherProgramsRelyOn() throws IOException {
        JsonNode tree = Json.read(write(SIX, "explanation.json", Locale.ENGLISH), JsonNode.class);
        assertThat(tree.fieldNames())
                .toIterable()
                .contains(
                        "score",
                        "label",
                        "candidate",
                        "history",
                        "whole",
                        "level",
                        "matrices",
                        "agreement",
                        "sentence");
        assertThat(tree.path("candidate").fieldNames()).toIterable().contains("id", "title", "category");
        assertThat(tree.path("history")).hasSize(6);
        assertThat(tree.path("history").get(1).fieldNames())
                .toIterable()
                .contains("position", "id", "title", "category", "time", "look", "effect");
        assertThat(tree.path("history").get(0).path("time").isNull()).isTrue();
        JsonNode matrix = tree.path("matrices").get(0);
        assertThat(matrix.fieldNames()).toIterable().contains("name", "axes", "rowLabels", "columnLabels", "values");
        assertThat(matrix.path("values")).hasSize(matrix.path("rowLabels").size());
        assertThat(matrix.path("values").get(0))
                .hasSize(matrix.path("columnLabels").size());
        assertThat(tree.path("sentence").path("zh").asText())
                .isEqualTo(SIX.sentence().text().zh());
        assertThat(tree.path("agreement").path("tauUntrained").isNull()).isTrue();
    }

    @Test
    @Tag("thorough")
    void everyViewOfEveryModelIsDrawnInPagesFiguresAndJson() throws Exception {
        for (ModelConfig config : List.of(
                DinConfig.preset(Preset.QUICK), DienConfig.preset(Preset.QUICK), BstConfig.preset(Preset.QUICK))) {
            Explanation found = Explanations.of(config, 6);
            String page = write(found, "page.html", Locale.ENGLISH);
            assertThat(page).doesNotContain("NaN", "<script", "src=");
            JsonNode tree = Json.read(write(found, "explanation.json", Locale.ENGLISH), JsonNode.class);
            assertThat(found.panels()).isNotEmpty();
            for (Panel panel : found.panels()) {
                assertThat(tree.path("panels").findValuesAsText("name")).contains(panel.name());
                for (Picture picture : panel.pictures()) {
                    String figure = svg(ExplanationFigure.of(
                            found, Explanations.SOURCE, Optional.of(panel.captioned(picture)), Optional.empty()));
                    assertThat(figure).as(picture.name()).doesNotContain("NaN");
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(figure)));
                }
                if (!panel.name().equals("traces")) {
                    assertThat(page).contains(Markup.escape(panel.title().zh()));
                }
            }
        }
    }

    @Test
    void severalExplanationsShareAPageATableAndAList() throws IOException {
        List<ExplanationFile.Sourced> two = List.of(
                new ExplanationFile.Sourced(SIX, Explanations.SOURCE),
                new ExplanationFile.Sourced(Explanations.of(3), Explanations.SOURCE));
        ExplanationFile file = new ExplanationFile(Disk.real());
        for (String name : List.of("all.html", "all.csv", "all.json", "all.md")) {
            file.write(two, Optional.empty(), Locale.ENGLISH, folder.resolve(name));
        }
        assertThat(Files.readString(folder.resolve("all.html")))
                .contains("href=\"#e1\"", "id=\"e1\"", "name=\"g0-", "2 explanations of my &lt;run&gt;");
        assertThat(Files.readString(folder.resolve("all.csv"))).hasLineCount(1 + 6 + 3);
        assertThat(Json.tree(folder.resolve("all.json"))).hasSize(2);
        assertThat(Files.readString(folder.resolve("all.md")))
                .contains("# 2 explanations of my \\<run\\>", "\n## Why this item?", "\n### The checks")
                .doesNotContain("NaN")
                .doesNotContainPattern("(?<!\\\\)<script");
        assertThatThrownBy(() -> file.write(two, Optional.empty(), Locale.ENGLISH, folder.resolve("all.svg")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void theModelsFidelityStandsInPageFigureAndJson() throws IOException {
        Optional<MeasuredFidelity> model =
                Optional.of(new MeasuredFidelity(FidelityPageTest.report(), Explanations.SOURCE, "", true));
        String page = ExplanationPage.of(SIX, Explanations.SOURCE, model).html(Locale.ENGLISH);
        assertThat(page).contains("How far explanations of this model can be trusted", "0.800 → 0.700");
        Recorder drawn = new Recorder(Locale.ENGLISH);
        ExplanationFigure.of(SIX, Explanations.SOURCE, Optional.empty(), model).paint(drawn, 1000, 1000);
        assertThat(String.join(" ", drawn.texts())).contains("with earlier weights", "0.41");
        Path target = folder.resolve("e.json");
        new ExplanationFile(Disk.real())
                .write(SIX, Explanations.SOURCE, Optional.empty(), model, Locale.ENGLISH, target);
        assertThat(Json.tree(target).path("modelFidelity").path("older").asBoolean())
                .isTrue();
    }

    @Test
    void markdownHasTheSentenceTheHistoryAndTheNumbersOfCharts() throws IOException {
        String text = write(SIX, "page.md", Locale.CHINESE);
        assertThat(text).startsWith("# ").contains("## 历史上的关注与影响", "test 17").doesNotContain("NaN");
        assertThat(text.lines().filter(line -> line.startsWith("| 6."))).hasSize(1);
    }

    @Test
    void anUnknownEndingIsRefused() {
        assertThatThrownBy(() -> write(SIX, "explanation.docx", Locale.ENGLISH))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("explanation.docx");
        assertThat(folder).isEmptyDirectory();
    }

    private static String svg(Drawing drawing) {
        return new String(
                new FigureFile(Palette.LIGHT, Locale.CHINESE).of("svg", drawing, "t"), StandardCharsets.UTF_8);
    }

    private String write(Explanation explanation, String name, Locale language) throws IOException {
        Path target = folder.resolve(name);
        new ExplanationFile(Disk.real())
                .write(explanation, Explanations.SOURCE, Optional.empty(), Optional.empty(), language, target);
        return Files.readString(target);
    }
}
