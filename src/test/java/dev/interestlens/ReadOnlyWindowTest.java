package dev.interestlens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.store.FolderLock;
import dev.interestlens.store.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A second window on a workspace in which another one works. */
@Tag("thorough")
class ReadOnlyWindowTest {
    @WindowHome
    private Path home;

    @Test
    void aWindowThatLooksOnLeavesEveryFileOfTheWorkspaceAsItIs() throws Exception {
        try (OpenWindow first = new OpenWindow(home)) {
            explain(first);
        }
        try (FolderLock other = FolderLock.tryAcquire(home.resolve("window")).orElseThrow()) {
            Map<String, String> before = files();
            try (OpenWindow second = new OpenWindow(home)) {
                explain(second);
                EveryPlace.visit(second, (place, root) -> {});
                second.press("#rail-SETTINGS");
                second.press("#chinese");
                second.press("#dark");
                assertThat(disabled(second, "#keepTraining")).isTrue();
                assertThat(disabled(second, "#threads")).isTrue();
                second.press("#rail-TRAIN");
                second.press("#newTab");
                assertThat(disabled(second, "#start")).isTrue();
            }
            assertThat(other).isNotNull();
            assertThat(files()).isEqualTo(before);
        }
    }

    private static void explain(OpenWindow window) throws Exception {
        window.press("#rail-HOME");
        window.press("#home-explain");
        window.waitFor("an explanation", () -> window.text("#sentence").matches("(?s).*(measured|score).*"));
    }

    private static boolean disabled(OpenWindow window, String id) throws Exception {
        Node node = window.find(id);
        return OpenWindow.fx(node::isDisabled);
    }

    /** Every file but the log, with what is in it. */
    private Map<String, String> files() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(home)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(home.resolve("logs")))
                    .forEach(file -> found.put(home.relativize(file).toString(), sum(file)));
        }
        return found;
    }

    private static String sum(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
