package dev.interestlens.foreign;

import static dev.interestlens.foreign.ContractWords.figure;
import static dev.interestlens.foreign.ContractWords.percent;

import dev.interestlens.foreign.Contract.Check;
import dev.interestlens.foreign.mapping.MappedInput;
import dev.interestlens.foreign.mapping.Mapping.Length;
import dev.interestlens.foreign.mapping.Mapping.Removal;
import dev.interestlens.foreign.mapping.Mapping.Role;
import dev.interestlens.foreign.onnx.GraphFile;
import dev.interestlens.foreign.onnx.Variant;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.store.EnumNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether padding is read, and how behaviours must therefore be removed. */
record PaddingChecks(Trial trial) {
    /** Smaller shares of attention are not mentioned. */
    private static final double LITTLE = 0.005;

    /** Tables of histories whose padding row can be changed. */
    private List<String> tables() {
        Set<String> names = new LinkedHashSet<>();
        GraphFile file = trial.host().file();
        for (MappedInput input : trial.mapping().inputs()) {
            input.each().filter(part -> part.role() == Role.HISTORY).forEach(part -> {
                List<Integer> range = part.columns();
                GraphFile.Columns columns =
                        range == null ? GraphFile.Columns.ALL : new GraphFile.Columns(range.get(0), range.get(1));
                file.use(input.name()).tables(columns).stream()
                        .filter(table -> table.width() > 0)
                        .forEach(table -> names.add(table.name()));
            });
        }
        return file.changeable(names);
    }

    /** By how much other values in the padding row change logits; empty where there is no such row. */
    private Optional<Double> movedByRow(Scoring scoring, List<Row> rows, List<String> tables) {
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        Variant other = new Variant(scoring.logitVariant().outputs(), List.of(), tables);
        return Optional.of(AttentionFinder.difference(scoring.logits(rows), scoring.logits(rows, other)));
    }

    /** By how much less padding changes logits; empty where the length cannot be changed. */
    private Optional<Double> movedByLength() {
        Optional<float[]> exact =
                trial.isDynamic() ? trial.tried(trial.scoring().at(Trial.SHORT), trial.brief()) : Optional.empty();
        return exact.map(
                logits -> AttentionFinder.difference(logits, trial.scoring().logits(trial.brief())));
    }

    private boolean moves(Optional<Double> difference) {
        return difference.filter(by -> !trial.alike(by)).isPresent();
    }

    /**
     * Padding is read if less padding, or another vector in its place, changes the score. Replacing a vector of zeros proves nothing, since it adds
     * nothing to a sum for any weight.
     */
    void padding() {
        List<String> tables = tables();
        Optional<Double> byLength = movedByLength();
        Optional<Double> byRow = movedByRow(trial.scoring(), trial.brief(), tables);
        boolean zero = trial.host().file().firstRowsAreZero(tables);
        boolean longer = moves(byLength);
        if (longer || !zero && moves(byRow)) {
            read(longer ? byLength.get() : byRow.get(), longer);
        } else if (moves(byRow)) {
            trial.say(Check.PADDING, byLength.isPresent() ? true : null, "padding.zero", "share", percent(share()));
        } else if (tables.isEmpty() && !trial.isDynamic()) {
            trial.say(Check.PADDING, null, "padding.unknown");
        } else {
            trial.say(Check.PADDING, true, "padding");
        }
    }

    private void read(double by, boolean longer) {
        double share = share();
        trial.say(
                Check.PADDING,
                false,
                share > LITTLE ? "padding.attended" : longer ? "padding.longer" : "padding.read",
                "share",
                percent(share),
                "by",
                figure(by),
                "places",
                trial.mapping().length().most());
    }

    /** The share of attention on padding, the maximum over layers. */
    private double share() {
        return trial.attention(trial.brief()).stream()
                .mapToDouble(each -> each.paddingShare() == null ? 0 : each.paddingShare())
                .max()
                .orElse(0);
    }

    /** Whether inputs of other lengths are accepted, and give the same logits. */
    void lengths() {
        Length length = trial.mapping().length();
        if (!trial.isDynamic()) {
            trial.say(Check.LENGTHS, null, "lengths.fixed", "places", length.most());
            return;
        }
        Optional<float[]> shorter = trial.tried(trial.scoring().at(Trial.SHORT), trial.brief());
        Optional<float[]> longer = trial.tried(trial.scoring().at(length.most() + Trial.ROWS), trial.brief());
        if (shorter.isEmpty()) {
            trial.use(trial.mapping().with(new Length(length.most(), true, length.keep())));
            trial.say(Check.LENGTHS, false, "lengths.baked", "places", length.most());
            return;
        }
        Optional<float[]> now = Optional.of(trial.scoring().logits(trial.brief()));
        double apart = Trial.apart(now, shorter);
        if (longer.isPresent()) {
            trial.sayAlike(Check.LENGTHS, "lengths", Math.max(apart, Trial.apart(now, longer)));
            return;
        }
        boolean alike = trial.alike(apart);
        trial.say(
                Check.LENGTHS,
                alike ? null : false,
                alike ? "lengths.limited" : "lengths.limited.not",
                "places",
                length.most(),
                "by",
                figure(apart));
    }

    /** Decides how behaviours are removed so that they are no longer read. */
    void removal() {
        if (trial.isGiven()) {
            trial.say(Check.REMOVAL, null, key(trial.mapping().removal()));
            return;
        }
        Removal way = way();
        boolean replaced = way == Removal.COMPACT
                && trial.failed(Check.PADDING)
                && !trial.mapping().has(Role.LENGTH);
        trial.use(trial.mapping().with(way));
        trial.say(Check.REMOVAL, null, replaced ? "removal.replaced" : key(way));
        trial.scoreAgain();
    }

    private static String key(Removal way) {
        return "removal." + EnumNames.lower(way);
    }

    private Removal way() {
        boolean mask = trial.mapping().has(Role.MASK);
        boolean length = trial.mapping().has(Role.LENGTH);
        boolean read = trial.failed(Check.PADDING);
        if (mask && !trial.failed(Check.MASK)) {
            return Removal.MASK;
        }
        if (length || mask) {
            return length ? Removal.COMPACT : Removal.MASK;
        }
        if (!read && holes()) {
            return Removal.HOLE;
        }
        return read && trial.isDynamic() ? Removal.SHORTEN : Removal.COMPACT;
    }

    /** Whether padding in the middle of a history is not read. */
    private boolean holes() {
        List<String> tables = tables();
        List<Row> rows = new ArrayList<>();
        for (Row row : trial.rows()) {
            boolean[] kept = ArrayFill.flags(row.length(), every -> true);
            if (kept.length > 2) {
                kept[kept.length / 2] = false;
            }
            rows.add(new Row(row.raw(), row.sample(), kept));
        }
        Scoring holes = trial.fed(trial.mapping().with(Removal.HOLE));
        if (trial.tried(holes, rows).isEmpty()) {
            return false;
        }
        if (tables.isEmpty()) {
            return trial.alike(trial.apart(holes, trial.fed(trial.mapping().with(Removal.COMPACT)), rows));
        }
        return trial.host().file().firstRowsAreZero(tables) || !moves(movedByRow(holes, rows, tables));
    }
}
