package dev.interestlens.model.bst;

import dev.interestlens.model.bst.EncoderConfig.AttentionKind;
import dev.interestlens.model.bst.EncoderConfig.AttentionStart;
import dev.interestlens.model.config.ConfigCheck;

/**
 * The attention of the encoder layers.
 *
 * @param attention which positions a position reads; configurations of older versions read all
 * @param window how many steps before and behind it, for {@link AttentionKind#WINDOW}
 * @param start how queries and keys begin; configurations of older versions begin at random
 */
public record SelfAttentionConfig(AttentionKind attention, int window, AttentionStart start) {
    private static final int NEIGHBOURS = 32;

    public SelfAttentionConfig {
        attention = attention == null ? AttentionKind.FULL : attention;
        start = start == null ? AttentionStart.RANDOM : start;
        window = window == 0 ? NEIGHBOURS : window;
        ConfigCheck.range("encoder.window", window, 1, 10_000);
    }
}
