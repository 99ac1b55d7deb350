package dev.interestlens.train;

import dev.interestlens.nn.PyTorch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What ran: this program, the engine and Java. */
public final class Versions {
    private Versions() {}

    /** One line, for run.json and the journal. */
    public static String line() {
        return "Interest Lens " + program() + ", PyTorch " + PyTorch.version() + ", Java " + Runtime.version();
    }

    /** The same where the engine does not start. */
    public static String withoutEngine() {
        return "Interest Lens " + program() + ", Java " + Runtime.version();
    }

    /** Of this program; {@code development} when it does not run from its jar. */
    public static String program() {
        String version = Versions.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** The commit of this program, abbreviated; {@code unknown} where it was built outside of its repository. */
    public static String commit() {
        Properties build = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("build.properties")) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a resource of this program
        }
        return build.getProperty("commit");
    }
}
