package dev.interestlens.ui.train;

import dev.interestlens.ui.common.Messages;
import java.math.BigDecimal;
import java.util.List;

/**
 * A likely cause of abnormal training curves.
 *
 * @param key of its text
 * @param values arguments of the text
 * @param rate the learning rate to try instead; 0 where the rate is not the cause
 */
record Alert(String key, List<String> values, double rate) {
    Alert {
        values = List.copyOf(values);
    }

    static Alert of(String key) {
        return new Alert(key, List.of(), 0);
    }

    String text(Messages messages) {
        return messages.text(key, values.toArray());
    }

    boolean offersRate() {
        return rate > 0;
    }

    /** A rate as typed. */
    static String plain(double rate) {
        return BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString();
    }
}
