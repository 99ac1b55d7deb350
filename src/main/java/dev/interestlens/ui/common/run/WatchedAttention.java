package dev.interestlens.ui.common.run;

import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.data.AttentionStripData;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.history.AttentionStrip;
import dev.interestlens.workspace.AttentionLog;

/** Draws the attention of one watched sample: one row per moment with its step, one column per behaviour. */
public final class WatchedAttention {
    private WatchedAttention() {}

    /** @param sample of the log's */
    public static AttentionStrip strip(AttentionLog log, int sample, Messages messages) {
        AttentionStrip strip = new AttentionStrip(messages);
        strip.setData(new AttentionStripData(
                log.moments().stream()
                        .map(moment -> Phrase.same(Numerals.count(moment.step())))
                        .toList(),
                log.samples().get(sample).behaviours(),
                log.moments().stream()
                        .map(moment -> moment.samples().get(sample).look().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray())
                        .toList()));
        return strip;
    }
}
