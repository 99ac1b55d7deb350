package dev.interestlens.explain.look;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.explain.words.CategoryNames;
import dev.interestlens.explain.words.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes impressions of samples, including all names. Safe for several threads while the data set is open. */
public final class Impressions {
    private final SampleSet samples;
    private final PreparedDataset data;
    private final CategoryNames categories;

    public Impressions(SampleSet samples) {
        this.samples = samples;
        this.data = samples.data();
        this.categories = new CategoryNames(data);
    }

    /** A row of a part. */
    public Impression of(Part part, int row) {
        Sample sample = samples.sample(part, row);
        return of(sample.user(), sample.position(), sample.candidate(), sample.label());
    }

    /**
     * Any item with the user's history until then.
     *
     * @param position in the user's own sequence; the events before it are read
     * @param label NaN where it is not known
     */
    public Impression of(int user, int position, int candidate, float label) {
        List<Impression.Other> others = new OtherCandidates(samples, user, candidate).find(this::item);
        int[] candidates = candidates(candidate, others);
        return new Impression(
                user,
                data.userKey(user),
                label,
                item(candidate),
                history(user, position),
                samples.single(user, position, new int[] {candidate}),
                others,
                samples.single(user, position, candidates));
    }

    /** A row of a part without other candidates, for processing many rows. */
    public Impression alone(Part part, int row) {
        Sample sample = samples.sample(part, row);
        RawBatch batch = samples.single(sample.user(), sample.position(), new int[] {sample.candidate()});
        return new Impression(
                sample.user(),
                data.userKey(sample.user()),
                sample.label(),
                item(sample.candidate()),
                history(sample.user(), sample.position()),
                batch,
                List.of(),
                batch);
    }

    /** A user's history before a position, as the protocol defines it; oldest first. */
    public List<Behaviour> history(int user, int position) {
        List<Behaviour> history = new ArrayList<>();
        long first = samples.firstHistoryEvent(user, position);
        long end = samples.endHistoryEvent(user, position);
        for (long event = first; event < end; event++) {
            long time = data.info().times().timed() ? data.eventTime(event) : Behaviour.UNTIMED;
            history.add(new Behaviour((int) (event - first), item(data.eventItem(event)), time));
        }
        return history;
    }

    /** An edited history. Its context fields are unknown. */
    public Impression of(WhatIf made) {
        List<Behaviour> history = new ArrayList<>();
        for (WhatIf.Step step : made.history()) {
            history.add(new Behaviour(history.size(), item(step.item()), step.time()));
        }
        int[] items = made.history().stream().mapToInt(WhatIf.Step::item).toArray();
        long[] gaps = made.history().stream().mapToLong(WhatIf.Step::gap).toArray();
        List<Impression.Other> others = new OtherCandidates(samples, made.user(), made.candidate()).find(this::item);
        RawBatch batch = samples.custom(items, gaps, made.user(), made.day(), new int[] {made.candidate()});
        return new Impression(
                made.user(),
                made.user() < 0 ? "" : data.userKey(made.user()),
                Float.NaN,
                item(made.candidate()),
                history,
                batch,
                others,
                samples.custom(items, gaps, made.user(), made.day(), candidates(made.candidate(), others)));
    }

    /** An item with its names. */
    public Item item(int number) {
        Text title = new Text(data.itemTitle(number, Locale.ENGLISH), data.itemTitle(number, Locale.CHINESE));
        return new Item(number, data.itemKey(number), title, categories.ofItem(number), categories.each(number));
    }

    private static int[] candidates(int candidate, List<Impression.Other> others) {
        int[] candidates = new int[others.size() + 1];
        candidates[0] = candidate;
        for (int i = 0; i < others.size(); i++) {
            candidates[i + 1] = others.get(i).item().number();
        }
        return candidates;
    }
}
