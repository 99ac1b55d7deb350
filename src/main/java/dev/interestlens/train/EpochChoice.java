package dev.interestlens.train;

import dev.interestlens.model.CtrModel;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.JournalEntry.Calibrated;
import dev.interestlens.train.run.JournalEntry.EpochDone;
import dev.interestlens.train.run.JournalEntry.Trended;
import dev.interestlens.train.run.JournalEntry.Weighed;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** What a run's journal says was chosen for the model of an epoch after its steps: the terms of the logit and its scale. */
public record EpochChoice(Optional<Weighed> weighed, Optional<Trended> trended, Optional<Calibrated> calibrated) {
    static EpochChoice of(List<JournalEntry> entries, int epoch) {
        return new EpochChoice(
                last(entries, Weighed.class, Weighed::epoch, epoch),
                last(entries, Trended.class, Trended::epoch, epoch),
                last(entries, Calibrated.class, Calibrated::epoch, epoch));
    }

    /** For the state after a step: of the last epoch that was finished by then, or of the first one that was finished later. */
    public static EpochChoice at(List<JournalEntry> entries, long step) {
        List<EpochDone> epochs = entries.stream()
                .filter(EpochDone.class::isInstance)
                .map(EpochDone.class::cast)
                .toList();
        int epoch = epochs.stream()
                .filter(done -> done.step() <= step)
                .reduce((before, later) -> later)
                .or(() -> epochs.stream().findFirst())
                .map(EpochDone::epoch)
                .orElse(0);
        return of(entries, epoch);
    }

    private static <E extends JournalEntry> Optional<E> last(
            List<JournalEntry> entries, Class<E> kind, ToIntFunction<E> epochOf, int epoch) {
        return entries.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(entry -> epochOf.applyAsInt(entry) == epoch)
                .reduce((before, last) -> last);
    }

    /** Gives it to a model, without a further table of what followed what: that is in no state. */
    public void give(CtrModel model) {
        give(model, choice -> model.weighNeighbours((float) choice.chosen()));
    }

    void give(CtrModel model, Consumer<Weighed> weigh) {
        weighed.ifPresent(weigh);
        trended.ifPresent(choice -> model.trend().orElseThrow().weigh((float) choice.weight()));
        calibrated.ifPresent(choice -> model.calibrate(choice.scale(), choice.shift()));
    }
}
