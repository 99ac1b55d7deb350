package dev.interestlens.data.source;

/** The progress of a part of longer work, mapped into the whole. */
public record SubProgress(Progress whole, double from, double to) implements Progress {
    @Override
    public void at(String stage, double fraction) {
        whole.at(stage, from + (to - from) * fraction);
    }

    @Override
    public boolean cancelled() {
        return whole.cancelled();
    }
}
