package dev.interestlens.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.metric.RankingMetric;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.tools.ToolProvider;

/**
 * The program as it is, with a further line in the list of the figures of the catalogue's ranking and nothing else changed: the source of the list is
 * compiled anew and stands before the rest.
 */
public final class AnotherFigure implements AutoCloseable {
    /** Of a kind that has words, with places that nobody knows. */
    public static final String ID = "ndcg3";

    private static final Path SOURCE = Path.of("src/main/java/dev/interestlens/metric/RankingMetric.java");
    private static final String LIST = "List.of(NDCG10,";

    private final Own loader;

    /** @param folder for the compiled list */
    public AnotherFigure(Path folder) throws IOException {
        String source = Files.readString(SOURCE);
        assertThat(source).containsOnlyOnce(LIST);
        Path changed = Files.createDirectories(folder.resolve("source")).resolve("RankingMetric.java");
        Files.writeString(changed, source.replace(LIST, LIST + " new RankingMetric(Kind.NDCG, 3, Standing.DECIDES),"));
        URL rest = RankingMetric.class.getProtectionDomain().getCodeSource().getLocation();
        Path classes = folder.resolve("classes");
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        Path.of(rest.getPath()).toString(),
                        "-d",
                        classes.toString(),
                        changed.toString());
        assertThat(code).isZero();
        loader = new Own(classes.toUri().toURL(), rest);
    }

    /** Loads our classes itself, and leaves those of libraries to the usual loader. */
    private static final class Own extends URLClassLoader {
        Own(URL... urls) {
            super(urls, AnotherFigure.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("dev.interestlens.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? findClass(name) : known;
            }
        }
    }

    /** What a command line prints; it must end well, as a gate does that lets nothing pass, or refuse a wrong value. */
    public String call(String... line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        try {
            Class<?> type = loader.loadClass("dev.interestlens.cli.CommandLineProgram");
            Object program = type.getConstructor(PrintStream.class, PrintStream.class, Locale.class)
                    .newInstance(print, print, Locale.ENGLISH);
            Object code = type.getMethod("run", String[].class).invoke(program, (Object) line);
            assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isIn(0, 1, 2, 64);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
