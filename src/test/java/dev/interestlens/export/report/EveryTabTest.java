package dev.interestlens.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.HistoryPicture;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.explain.view.BeyondPanels;
import dev.interestlens.explain.view.CategoryMap;
import dev.interestlens.explain.view.CurvesPicture;
import dev.interestlens.explain.view.MapPanel;
import dev.interestlens.explain.view.SeedSpread;
import dev.interestlens.explain.view.VersionsPanel;
import dev.interestlens.explain.view.VersusPanel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.Recorder;
import dev.interestlens.figure.file.FigureFile;
import dev.interestlens.figure.file.Markup;
import dev.interestlens.figure.file.PageFigures;
import dev.interestlens.model.bst.BstConfig;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.dien.DienConfig;
import dev.interestlens.model.din.DinConfig;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each tab shows, of each family, is what SVG, PDF, PNG and pages hold: by the operations that draw it. */
@Tag("thorough")
class EveryTabTest {
    private static final FigureFile FILES = new FigureFile(Palette.LIGHT, Locale.ENGLISH);
    private static final PageFigures PAGES = new PageFigures();
    private static final Map<ModelConfig, List<Picture>> PICTURES = new HashMap<>();

    static Stream<ModelConfig> families() {
        return Stream.of(
                DinConfig.preset(Preset.QUICK), DienConfig.preset(Preset.QUICK), BstConfig.preset(Preset.QUICK));
    }

    @ParameterizedTest
    @MethodSource("families")
    void svgHoldsEveryOperation(ModelConfig family) {
        for (Picture picture : pictures(family)) {
            Drawing drawing = picture.drawing();
            Recorder drawn = drawn(drawing);
            String svg = new String(FILES.of("svg", drawing, "t"), StandardCharsets.UTF_8);
            for (String text : drawn.texts()) {
                assertThat(svg).as(picture.name()).contains(">" + Markup.escape(text) + "</text>");
            }
            assertThat(count(svg, "<text")).as(picture.name()).isEqualTo(count(drawn, "text"));
            assertThat(count(svg, "<polyline")).as(picture.name()).isEqualTo(count(drawn, "polyline"));
            assertThat(count(svg, "<circle")).as(picture.name()).isEqualTo(count(drawn, "dot"));
            assertThat(count(svg, "<path")).as(picture.name()).isEqualTo(count(drawn, "line"));
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void pdfHoldsEveryText(ModelConfig family) throws IOException {
        for (Picture picture : pictures(family)) {
            try (PDDocument document = Loader.loadPDF(FILES.of("pdf", picture.drawing(), "t"))) {
                String words = packed(new PDFTextStripper().getText(document));
                for (String text : drawn(picture.drawing()).texts()) {
                    String plain = packed(text.replaceAll("[“”]", "\"").replaceAll("[‘’]", "'"));
                    assertThat(words).as(picture.name()).contains(plain);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void pixelsHaveTheColoursOfTheOperations(ModelConfig family) throws IOException {
        for (Picture picture : pictures(family)) {
            BufferedImage png = ImageIO.read(new ByteArrayInputStream(FILES.of("png", picture.drawing(), "t")));
            double width = picture.drawing().width(FILES.ruler());
            assertThat(png.getWidth()).isEqualTo((int) Math.ceil(2 * (width + 48)));
            assertThat(Arrays.stream(png.getRGB(0, 0, png.getWidth(), png.getHeight(), null, 0, png.getWidth()))
                            .distinct()
                            .count())
                    .as(picture.name())
                    .isGreaterThan(10);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void pagesHoldEveryTabInBothLanguagesWithItsFinding(ModelConfig family) {
        Explanation explanation = Explanations.of(family, 6);
        List<Panel> tabs = tabs(explanation);
        String page = ExplanationPage.of(
                        explanation.with(tabs.subList(explanation.panels().size(), tabs.size())),
                        Explanations.SOURCE,
                        Optional.empty())
                .html(Locale.ENGLISH);
        for (Panel tab : tabs) {
            if (!tab.name().equals("traces")) {
                assertThat(page)
                        .contains(
                                Markup.escape(tab.title().en()),
                                Markup.escape(tab.title().zh()))
                        .contains(
                                Markup.escape(tab.finding().en()),
                                Markup.escape(tab.finding().zh()));
            }
            for (Picture picture : tab.pictures()) {
                Drawing drawing = picture.drawing();
                double width = drawing.width(FILES.ruler());
                Recorder both = new Recorder(Locale.ENGLISH, Locale.CHINESE);
                drawing.paint(both, width, drawing.height(both, width));
                String svg = PAGES.of(drawing);
                assertThat(count(svg, "<circle")).as(picture.name()).isEqualTo(count(both, "dot"));
                assertThat(svg).doesNotContain("NaN");
            }
        }
    }

    private static List<Picture> pictures(ModelConfig family) {
        return PICTURES.computeIfAbsent(family, EveryTabTest::measured);
    }

    private static List<Picture> measured(ModelConfig family) {
        Explanation explanation = Explanations.of(family, 6);
        List<Picture> all =
                new ArrayList<>(List.of(HistoryPicture.of(explanation), CurvesPicture.of(explanation.curves())));
        tabs(explanation).forEach(tab -> all.addAll(tab.pictures()));
        return all;
    }

    /** The model's own tabs, then those beyond it with the same measurement in the place of another one. */
    private static List<Panel> tabs(Explanation of) {
        List<Panel> tabs = new ArrayList<>(of.panels());
        BeyondPanels.Version version = new BeyondPanels.Version(Text.same("v"), of.looked(), of.effects());
        tabs.add(VersusPanel.of(
                of.impression(),
                of.looked(),
                of.effects(),
                of.impression().history().get(0).item(),
                of.looked(),
                of.effects()));
        tabs.add(VersionsPanel.of("runs", of.impression(), List.of(version, version)));
        tabs.add(VersionsPanel.of("checkpoints", of.impression(), List.of(version, version)));
        tabs.add(BeyondPanels.seeds(of.impression(), SeedSpread.of(List.of(version, version))));
        CategoryMap map = new CategoryMap();
        List<Text> categories = new ArrayList<>();
        for (int j = 0; j < of.impression().behaviours(); j++) {
            categories.add(new Text("c" + j % 2, "类" + j % 2));
        }
        map.add(categories.get(0), categories, of.looked().look(), of.effects().effect());
        tabs.add(MapPanel.of(map.means(5, Comparator.comparing(Text::en)), 1));
        return tabs;
    }

    /** The operations at the size and with the letters of a file. */
    private static Recorder drawn(Drawing drawing) {
        Recorder drawn = new Recorder(FILES.ruler());
        double width = drawing.width(drawn);
        drawing.paint(drawn, width, drawing.height(drawn, width));
        return drawn;
    }

    private static long count(Recorder drawn, String operation) {
        return drawn.operations().stream()
                .filter(each -> each.startsWith(operation + " "))
                .count();
    }

    private static long count(String svg, String element) {
        return svg.split(element + "[ >]", -1).length - 1L;
    }

    private static String packed(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]", "");
    }
}
