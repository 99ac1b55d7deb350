package dev.interestlens.ui.common;

import dev.interestlens.train.run.RunFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The colour, dash and marker of each run, from 0: the same wherever a run is shown. Runs that are drawn together have different ones. */
public final class RunStyles {
    /** Styles that can be told apart; more runs than these share them, if they are never drawn together. */
    static final int COUNT = 6;

    private final Map<RunFolder, Integer> known = new HashMap<>();

    /** Those of runs that are drawn together, in their order. */
    public List<Integer> of(List<RunFolder> together) {
        List<Integer> styles = new ArrayList<>();
        for (RunFolder run : together) {
            Integer own = known.get(run);
            int style = own == null || styles.contains(own) ? free(run, together, styles) : own;
            known.put(run, style);
            styles.add(style);
        }
        return styles;
    }

    /** One that no other run has, else one that none of those beside it has. */
    private int free(RunFolder run, List<RunFolder> together, List<Integer> taken) {
        return IntStream.range(0, COUNT)
                .filter(style -> known.entrySet().stream()
                        .allMatch(each ->
                                each.getValue() != style || each.getKey().equals(run)))
                .filter(style -> !taken.contains(style))
                .findFirst()
                .orElseGet(() -> IntStream.iterate(0, style -> style + 1)
                        .filter(style -> !taken.contains(style))
                        .filter(style -> style >= COUNT
                                || together.stream()
                                        .noneMatch(each -> !each.equals(run)
                                                && Integer.valueOf(style).equals(known.get(each))))
                        .findFirst()
                        .orElseThrow());
    }
}
