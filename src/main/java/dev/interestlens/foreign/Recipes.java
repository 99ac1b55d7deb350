package dev.interestlens.foreign;

import dev.interestlens.store.Problem;
import dev.interestlens.store.WholeFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Python programs that export a model of a library so that it can be opened here. */
public final class Recipes {
    private static final Map<String, String> NAMES = Map.of(
            "torch-rechub", "torch-rechub",
            "rechub", "torch-rechub",
            "deepctr-torch", "deepctr-torch",
            "deepctr", "deepctr-torch",
            "fuxictr", "fuxictr",
            "recbole", "recbole",
            "sasrec", "sasrec",
            "pytorch", "pytorch",
            "torch", "pytorch");

    private static final List<String> KNOWN =
            List.of("torch-rechub", "deepctr-torch", "fuxictr", "recbole", "sasrec", "pytorch");

    private Recipes() {}

    /** Libraries with a recipe. */
    public static List<String> known() {
        return KNOWN;
    }

    /** The program of a library, including changes that some of its models need for the export. */
    public static String of(String library) {
        String name = NAMES.get(library.toLowerCase(Locale.ROOT));
        if (name == null) {
            throw Problem.usage(Recipes.class, "noRecipe").value(library).exception("known", String.join(", ", KNOWN));
        }
        String text = resource(name);
        return text.replace("# @PADDED@\n", resource("padded"));
    }

    private static String resource(String name) {
        return WholeFile.text(Recipes.class, "recipes/" + name + ".py");
    }
}
