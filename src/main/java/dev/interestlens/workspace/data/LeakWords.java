package dev.interestlens.workspace.data;

import dev.interestlens.data.protocol.probe.Leaks;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.TextBundle;
import dev.interestlens.figure.Numerals;
import java.util.ArrayList;
import java.util.List;

/** What shows the answer of samples, in words. */
public record LeakWords(Leaks leaks) {
    private static final TextBundle TEXTS = new TextBundle(LeakWords.class);

    /**
     * What a probe measures.
     *
     * @param name one of {@link dev.interestlens.data.protocol.probe.LeakProbes#figures}
     */
    public Text probe(String name) {
        return TEXTS.of("leak.probe." + (leaks.comesBack(name) ? "comesBack" : name));
    }

    /** The fields that are nearly the label, those of which it is a question whether they are known before the choice, and cold targets. */
    public List<Text> warnings() {
        List<Text> warnings = new ArrayList<>();
        leaks.fields()
                .nearlyTheLabel()
                .forEach(role -> warnings.add(TEXTS.of("leak.field", "field", role, "auc", auc(role, 4))));
        leaks.fields()
                .doubtful()
                .forEach(role -> warnings.add(TEXTS.of(
                        "leak.doubt",
                        "field",
                        role,
                        "auc",
                        auc(role, 3),
                        "explained",
                        Numerals.fixed(leaks.fields().explained(), 3))));
        if (leaks.warnsOfCold()) {
            warnings.add(TEXTS.of(
                    leaks.scoresCold() ? "leak.cold" : "leak.coldLeftOut",
                    "share",
                    Numerals.fixed(100 * leaks.counts().coldShare(), 1),
                    "auc",
                    Numerals.fixed(leaks.counts().coldLeak(), 2)));
        }
        return warnings;
    }

    private String auc(String role, int decimals) {
        return Numerals.fixed(leaks.fields().auc().get(role), decimals);
    }
}
