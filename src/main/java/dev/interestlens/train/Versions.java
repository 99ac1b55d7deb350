package dev.interestlens.train;

import ai.djl.engine.Engine;

/** What ran: this program, the engine and Java. */
public final class Versions {
    private Versions() {}

    /** One line, for run.json and the journal. */
    public static String line() {
        return "Interest Lens " + program() + ", PyTorch "
                + Engine.getEngine("PyTorch").getVersion() + ", Java " + Runtime.version();
    }

    /** Of this program; {@code development} when it does not run from its jar. */
    public static String program() {
        String version = Versions.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
