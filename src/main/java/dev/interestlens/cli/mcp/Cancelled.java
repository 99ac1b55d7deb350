package dev.interestlens.cli.mcp;

import dev.interestlens.data.source.Progress;
import java.util.function.BooleanSupplier;

/** Tells nobody how far it is. */
record Cancelled(BooleanSupplier wished) implements Progress {
    @Override
    public void at(String stage, double fraction) {}

    @Override
    public boolean cancelled() {
        return wished.getAsBoolean();
    }
}
