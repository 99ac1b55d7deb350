package dev.interestlens.ui.manual;

import dev.interestlens.store.WholeFile;
import dev.interestlens.ui.common.Language;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** The pages of the manual. Each lies as Markdown in the resources, the Chinese ones in a folder of their own. */
final class ManualPages {
    /** In the order of reading. */
    static final List<String> NAMES = List.of(
            "index",
            "data",
            "models",
            "explanations",
            "own-explainer",
            "long-histories",
            "exports",
            "elsewhere",
            "programs",
            "spark",
            "questions",
            "playground",
            "field",
            "compared",
            "installers",
            "commands",
            "results");

    private static final String FOLDER = "pages/";

    private final Parser parser =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private final Language language;

    ManualPages(Language language) {
        this.language = language;
    }

    /** The page as a tree of Markdown. */
    Node page(String name) {
        return parser.parse(read(name));
    }

    /** Its headline. */
    String title(String name) {
        return read(name).lines().findFirst().orElseThrow().replaceFirst("^# ", "");
    }

    /** The page to which a link of a page leads; empty for one that leads elsewhere. */
    static Optional<String> target(String link) {
        String name = link.replaceFirst("\\.md(#.*)?$", "");
        return NAMES.contains(name) ? Optional.of(name) : Optional.empty();
    }

    /** A picture of a page, as it is linked there. */
    static URL picture(String link) {
        String name = link.substring(link.lastIndexOf('/') + 1);
        URL url = ManualPages.class.getResource(FOLDER + "images/" + name);
        if (url == null) {
            throw new IllegalStateException("no picture " + name);
        }
        return url;
    }

    private String read(String name) {
        String file = FOLDER + (language == Language.CHINESE ? "zh/" : "") + name + ".md";
        return WholeFile.text(ManualPages.class, file);
    }
}
