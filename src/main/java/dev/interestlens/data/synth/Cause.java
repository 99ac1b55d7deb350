package dev.interestlens.data.synth;

/**
 * Why an event happened, as read from {@code causes.csv}.
 *
 * @param position of the event among its user's events in order of time, from 0
 * @param trigger position of the last earlier event of the interest, or -1
 * @param support positions of all of them; empty for channels N and S
 */
public record Cause(int position, Channel channel, int trigger, int[] support) {

    public Cause {
        support = support.clone();
    }

    @Override
    public int[] support() {
        return support.clone();
    }
}
