package dev.interestlens.export.report;

import dev.interestlens.data.protocol.Split;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.export.report.page.Document;
import dev.interestlens.export.report.page.ReportWords;
import java.util.List;

/** A model card: data, protocol, switches, measured quality with baselines, and limitations. */
public final class ModelCard {
    private ModelCard() {}

    public static Document of(RunFacts run) {
        Document card = titled("card.title", run);
        data(card, run);
        card.heading(ReportWords.of("facts.protocol")).paragraph(ReportWords.of("facts.protocolHelp"));
        card.table(RunTables.switches(run, "data."));
        quality(card, run);
        fidelity(card, run);
        card.heading(ReportWords.of("facts.model")).table(RunTables.switches(run, "model."));
        card.heading(ReportWords.of("facts.training")).table(RunTables.switches(run, "training."));
        card.heading(ReportWords.of("card.limits")).points(limits(run));
        return card;
    }

    /** A document that says what the model is; this and the next parts are also of the report of a run. */
    static Document titled(String title, RunFacts run) {
        Document document = new Document(ReportWords.of(title, "run", run.name()));
        if (run.data().planted()) {
            document.paragraph(ReportWords.of("facts.planted"));
        }
        return document.paragraph(ReportWords.filled("card.what")
                .with("family", ReportWords.family(run.family()))
                .with("parameters", Wording.number(run.parameters()))
                .text("versions", run.versions()));
    }

    static void data(Document document, RunFacts run) {
        document.heading(ReportWords.of("facts.data")).table(RunTables.data(run));
    }

    static void quality(Document document, RunFacts run) {
        if (run.measured().isEmpty()) {
            document.heading(ReportWords.of("facts.quality")).paragraph(ReportWords.of("facts.notMeasured"));
            return;
        }
        RunFacts.Measured measured = run.measured().get();
        measured.catalogue().ifPresent(ranking -> CatalogueTables.of(document, ranking));
        document.heading(ReportWords.of(measured.catalogue().isPresent() ? "sampled.title" : "facts.quality"));
        document.paragraph(ReportWords.filled("facts.qualityHelp")
                .with("samples", Wording.number(measured.samples()))
                .text("users", Wording.number(measured.users())));
        measured.notes().forEach(document::paragraph);
        document.table(RunTables.figures(measured));
        run.studies().measurements().forEach(each -> each.section(document));
        document.heading(ReportWords.of("facts.baselines")).paragraph(ReportWords.of("facts.baselinesHelp"));
        document.table(RunTables.baselines(measured.references()));
        document.heading(ReportWords.of("facts.probes")).paragraph(ReportWords.of("facts.probesHelp"));
        document.table(RunTables.values(ReportWords.of("facts.probe"), measured.probes()));
    }

    /** That it is missing, where no measurement told it, and what is believed of explanations. */
    static void fidelity(Document document, RunFacts run) {
        if (!run.studies().fidelity()) {
            document.heading(ReportWords.of("facts.fidelity")).paragraph(ReportWords.of("facts.noFidelity"));
        }
        run.studies().believed().ifPresent(document::paragraph);
    }

    private static List<Text> limits(RunFacts run) {
        boolean logged = run.config().at("/data/protocol/split").asText().equalsIgnoreCase(Split.LOGGED.name());
        return List.of(
                ReportWords.of(logged ? "card.limit.score.logged" : "card.limit.score"),
                ReportWords.of("card.limit.offline"),
                ReportWords.of("card.limit.unknown"),
                ReportWords.of("card.limit.length"),
                ReportWords.of("card.limit.attention"),
                ReportWords.of("card.limit.ids"));
    }
}
