package dev.interestlens.data.synth;

import dev.interestlens.data.synth.cause.Channel;

/**
 * One step of a customer.
 *
 * @param item number in the {@link ShopWorld}
 * @param time seconds since 1970
 * @param trigger position of the last earlier event of the interest that caused it, or -1
 * @param support positions of all of them
 */
public record ShopEvent(int item, long time, Channel channel, int trigger, int[] support) {

    public ShopEvent {
        support = support.clone();
    }

    @Override
    public int[] support() {
        return support.clone();
    }
}
