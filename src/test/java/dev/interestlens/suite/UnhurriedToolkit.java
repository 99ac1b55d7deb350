package dev.interestlens.suite;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.testfx.api.FxToolkit;

/** Gives the first window of a suite as much time as a loaded machine needs, where TestFX gives up after seconds. */
public final class UnhurriedToolkit implements LauncherSessionListener {
    private static final long MILLIS = 15 * 60_000L;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        FxToolkit.toolkitContext().setLaunchTimeoutInMillis(MILLIS);
        FxToolkit.toolkitContext().setSetupTimeoutInMillis(MILLIS);
    }
}
