package dev.interestlens.cli;

import dev.interestlens.data.source.Progress;
import java.util.Map;

/** Says how far work is: a JSON object a line where that was asked for, else a line for people at each new stage. */
final class PrintedProgress implements Progress {
    private final Console console;
    private final boolean json;
    private final Interrupt interrupt;
    private String stage = "";
    private int percent = -1;

    PrintedProgress(Console console, boolean json, Interrupt interrupt) {
        this.console = console;
        this.json = json;
        this.interrupt = interrupt;
    }

    @Override
    public void at(String now, double fraction) {
        int rounded = (int) Math.floor(fraction * 100);
        if (now.equals(stage) && rounded == percent) {
            return;
        }
        boolean newStage = !now.equals(stage);
        stage = now;
        percent = rounded;
        if (json) {
            console.line(Map.of("event", "progress", "stage", now, "fraction", fraction));
        } else if (newStage) {
            console.say("progress." + now);
        }
    }

    @Override
    public boolean cancelled() {
        return interrupt.wished();
    }
}
