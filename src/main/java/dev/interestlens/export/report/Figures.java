package dev.interestlens.export.report;

import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.json.Provenance;
import dev.interestlens.export.report.page.ReportWords;

/** The footer of every picture. */
final class Figures {
    private Figures() {}

    /** Run, model, data, sample and time. */
    static Text footer(Provenance provenance, String user) {
        return ReportWords.filled("footer")
                .with("run", provenance.run())
                .with("model", provenance.model())
                .with("dataset", provenance.dataset())
                .with("sample", provenance.sample())
                .with("user", user)
                .text("created", ReportWords.time(provenance.created()));
    }
}
