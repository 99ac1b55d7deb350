package dev.interestlens.testing;

import dev.interestlens.Launcher;
import dev.interestlens.job.Program;

/** The program for the short commands of tests: compiled by the first compiler alone, of which most of their time would else go to the second. */
public final class QuickProgram {
    private QuickProgram() {}

    public static Program launcher() {
        return Program.same(Launcher.class).with("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    }
}
