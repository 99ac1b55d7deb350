package dev.interestlens.export.report;

import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.json.Provenance;
import dev.interestlens.export.report.page.ReportWords;

/** The footer of every picture of an explanation. */
final class Figures {
    private Figures() {}

    /** Run, model, data, sample and time. */
    static Text footer(Explanation explanation, Provenance provenance) {
        return ReportWords.filled("footer")
                .with("run", provenance.run())
                .with("model", provenance.model())
                .with("dataset", provenance.dataset())
                .with("sample", provenance.sample())
                .with("user", explanation.impression().userKey())
                .with("created", ReportWords.time(provenance.created()))
                .text();
    }
}
