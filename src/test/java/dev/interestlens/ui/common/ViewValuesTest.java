package dev.interestlens.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

class ViewValuesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern GIVEN = Pattern.compile("\\bview\\.(?:value|action|part)\\(\\s*\"(\\w+)\"");
    private static final Pattern NAMED = Pattern.compile("\\bv\\.(\\w+)");

    @Test
    void aValueIsFollowedThoughNobodyElseHoldsIt() {
        SimpleStringProperty run = new SimpleStringProperty("din");
        ViewValues view = new ViewValues();
        view.value("run", run.map(name -> name + "-001"));
        System.gc();
        run.set("dien");
        assertThat(view.table()).containsEntry("run", "dien-001");
    }

    @Test
    void viewsNameWhatTheirControllersGiveAndNothingElse() throws IOException {
        for (Path controller : controllers()) {
            String name = controller.getFileName().toString().replace("Controller.java", "");
            Path view = RESOURCES
                    .resolve(SOURCES.relativize(controller.getParent()))
                    .resolve(name.toLowerCase(Locale.ROOT) + ".fxml");
            assertThat(names(NAMED, view)).as(name).isEqualTo(names(GIVEN, controller));
        }
    }

    private static List<Path> controllers() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith("Controller.java"))
                    .toList();
        }
    }

    private static Set<String> names(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
