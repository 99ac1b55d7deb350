package dev.interestlens.golden;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds computed numbers against those of a case, name by name, and knows which names were never asked. */
final class Comparison {
    private final GoldenCase golden;
    private final List<String> failures = new ArrayList<>();
    private final Set<String> compared = new HashSet<>();
    private double worst;
    private String worstName = "-";

    Comparison(GoldenCase golden) {
        this.golden = golden;
    }

    void check(String name, double[] actual) {
        compared.add(name);
        if (!golden.outputs().containsKey(name)) {
            failures.add(name + ": no such output");
            return;
        }
        double deviation = golden.deviation(name, actual);
        double tolerance = golden.tolerance(name);
        if (!(deviation <= tolerance)) {
            failures.add(name + ": off by " + deviation + ", tolerance " + tolerance);
        }
        if (deviation / tolerance > worst) {
            worst = deviation / tolerance;
            worstName = name + " (" + deviation + ")";
        }
    }

    /** A parameter after optimiser steps: elements that are known to be rounding noise are skipped. */
    void checkTrained(String name, double[] actual, String parameter) {
        double[] expected = golden.outputs().get(name).doubles();
        double[] cleaned = actual.clone();
        for (int i = 0; i < cleaned.length && i < expected.length; i++) {
            cleaned[i] = golden.noise(parameter, i) ? expected[i] : cleaned[i];
        }
        check(name, cleaned);
    }

    /** Every output was compared, but for the left-out tags. */
    void finish(String... leftOut) {
        for (String name : golden.outputs().keySet()) {
            boolean out = false;
            for (String tag : leftOut) {
                out |= name.contains(tag);
            }
            if (!out && !compared.contains(name)) {
                failures.add(name + ": never compared");
            }
        }
        if (!failures.isEmpty()) {
            throw new AssertionError(golden + ": " + failures.size() + " of "
                    + golden.outputs().size() + "\n" + String.join("\n", failures));
        }
        System.out.printf(
                "%s: %d outputs, at most %.2f of the tolerance: %s%n", golden, compared.size(), worst, worstName);
    }
}
