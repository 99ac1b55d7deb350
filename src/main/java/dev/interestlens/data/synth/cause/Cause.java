package dev.interestlens.data.synth.cause;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why an event happened, as read from {@code causes.csv}.
 *
 * @param position of the event among its user's events in order of time, from 0
 * @param trigger position of the last cause, or -1
 * @param supports positions of the earlier events of each interest that it needs: none for channels N and S, two for P
 */
public record Cause(int position, Channel channel, int trigger, List<int[]> supports) {

    public Cause {
        supports = supports.stream().map(int[]::clone).toList();
    }

    /** An event that needs one interest, or none. */
    public Cause(int position, Channel channel, int trigger, int[] support) {
        this(
                position,
                channel,
                trigger,
                support.length == 0 ? List.<int[]>of() : Stream.of(support).toList());
    }

    /** Positions for each interest, as copies. */
    @Override
    public List<int[]> supports() {
        return supports.stream().map(int[]::clone).toList();
    }

    /** Positions of all causes, ascending. */
    public int[] support() {
        return supports.stream().flatMapToInt(Arrays::stream).sorted().toArray();
    }
}
