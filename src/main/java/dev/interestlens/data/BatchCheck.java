package dev.interestlens.data;

import java.util.List;

/** Checks that the arrays of a batch fit each other and a schema. */
final class BatchCheck {
    private BatchCheck() {}

    /** @throws IllegalArgumentException naming the first array that does not fit */
    static void requireFits(RawBatch batch, Schema schema) {
        for (int b = 0; b < batch.size(); b++) {
            if (batch.length(b) < 0) {
                throw new IllegalArgumentException("offsets fall at sample " + b);
            }
        }
        for (long gap : batch.gaps) {
            if (gap < 0) {
                throw new IllegalArgumentException("a behaviour lies " + -gap + " s after its candidate");
            }
        }
        List<Field> items = schema.categoricalItemFields();
        int behaviours = batch.length();
        int samples = batch.size();
        requireIds("history", batch.history, items, behaviours);
        requireIds("candidate", batch.candidate, items, samples);
        requireIds("user", batch.user, schema.categoricalUserFields(), samples);
        requireIds("context", batch.context, schema.categoricalContextFields(), samples);
        if (batch.negatives != null) {
            requireIds("negatives", batch.negatives, items, behaviours * batch.negativesPerStep);
        }
        requireLength("historyNumbers", batch.historyNumbers.length, behaviours * schema.numericItemFields());
        requireLength("candidateNumbers", batch.candidateNumbers.length, samples * schema.numericItemFields());
        requireLength("userNumbers", batch.userNumbers.length, samples * schema.numericUserFields());
        requireLength("contextNumbers", batch.contextNumbers.length, samples * schema.numericContextFields());
    }

    private static void requireIds(String what, int[][] ids, List<Field> fields, int positions) {
        requireLength(what + " fields", ids.length, fields.size());
        for (int f = 0; f < ids.length; f++) {
            Field field = fields.get(f);
            requireLength(what + " " + field.name(), ids[f].length, positions * field.width());
            for (int id : ids[f]) {
                if (id < 0 || id >= field.size()) {
                    throw new IllegalArgumentException(what + " " + field.name() + ": id " + id);
                }
            }
        }
    }

    /** @throws IllegalArgumentException where an array has another length */
    static void requireLength(String what, int actual, int expected) {
        if (actual != expected) {
            throw new IllegalArgumentException(what + ": " + actual + " values, expected " + expected);
        }
    }
}
