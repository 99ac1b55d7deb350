package dev.interestlens.explain;

import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.ReadReport;
import dev.interestlens.explain.look.Behaviour;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Item;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.look.LookWords;
import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.words.RelativeTime;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.figure.HistoryReading;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.data.HistoryData;
import java.util.ArrayList;
import java.util.List;

/** The history of one prediction with its Look and its Effect. */
public final class HistoryPicture {
    private HistoryPicture() {}

    /** Of a complete explanation; the note says what Look and Effect mean. */
    public static Chart of(Explanation explanation) {
        Text look = LookWords.help(explanation.looked());
        boolean split = explanation.effects().byTable().beside();
        Text effect = Wording.of(split ? "note.history.split" : "note.history");
        ReadReport read = explanation.read();
        HistoryData all = data(explanation.impression(), 0, explanation.looked(), read, explanation.effects())
                .withNamed(explanation.sentence().named());
        Text line = read.leavesOut() ? read.line(explanation.score()) : Text.same("");
        String gap = line.en().isEmpty() ? "" : " ";
        return of(all, new Text(line.en() + gap + look.en() + " " + effect.en(), line.zh() + look.zh() + effect.zh()));
    }

    public static Chart of(HistoryData data, Text note) {
        return new Chart("history", Wording.of("panel.history"), data, note);
    }

    /**
     * A history of which the model reads a part.
     *
     * @param unread earlier behaviours that are not part of the history
     * @param effects null while they are not measured
     */
    public static HistoryData data(
            Impression impression, long unread, LookResult looked, ReadReport read, Effects effects) {
        HistoryData all = data(impression, unread, looked, read.read(), effects);
        return read.leavesOut() ? all.withReading(reading(read)) : all;
    }

    private static HistoryReading reading(ReadReport read) {
        List<Phrase> reasons = new ArrayList<>();
        for (int j = 0; j < read.of(); j++) {
            int behaviour = j;
            reasons.add(language -> read.reason(behaviour).in(language));
        }
        return new HistoryReading(
                new int[0],
                read.states().stream()
                        .map(state -> HistoryReading.State.valueOf(state.name()))
                        .toList(),
                reasons,
                read.frozen());
    }

    /**
     * @param unread earlier behaviours that were not read
     * @param readable how many may be read
     * @param effects null while they are not measured
     */
    public static HistoryData data(
            Impression impression, long unread, LookResult looked, int readable, Effects effects) {
        List<HistoryData.Behaviour> behaviours = new ArrayList<>();
        for (int j = 0; j < impression.behaviours(); j++) {
            Behaviour behaviour = impression.history().get(j);
            boolean timed = behaviour.time() != Behaviour.UNTIMED;
            behaviours.add(
                    named(behaviour.item(), timed ? RelativeTime.before(impression.batch().gaps[j]) : Text.same("")));
        }
        HistoryData data = new HistoryData(
                behaviours,
                unread,
                named(impression.candidate(), Text.same("")),
                looked.look(),
                effects == null ? new double[0] : effects.effect(),
                looked.even(readable));
        if (effects == null) {
            return data;
        }
        HistoryData measured = data.withPoints(effects.points());
        return effects.byTable().beside()
                ? measured.withSplit(effects.byTable().effect(), looked.kind().ranks())
                : measured;
    }

    private static HistoryData.Behaviour named(Item item, Text time) {
        return new HistoryData.Behaviour(item.title(), item.category(), time);
    }
}
