package dev.interestlens.export.report;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.explain.effect.Standing;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.page.PageFrame;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.file.Markup;
import dev.interestlens.recommend.Recommendation;
import dev.interestlens.store.EnumNames;
import java.util.Locale;

/** Recommendations to several people as one HTML file in both languages, an article each, that needs no network and no script. */
public final class RecommendationPage {
    private RecommendationPage() {}

    /**
     * Everything before the first person.
     *
     * @param run its name
     * @param data of the run
     */
    public static String begin(String run, DatasetInfo data, Locale language) {
        Text title = ReportWords.of("recommend.title", "run", run);
        return PageFrame.begin(title, language) + "<h1>" + PageFrame.both(title) + "</h1>\n"
                + FigureWords.mark(data).map(RecommendationPage::note).orElse("")
                + note(ReportWords.of("recommend.note"));
    }

    private static String note(Text text) {
        return "<p class=\"note\">" + PageFrame.both(text) + "</p>\n";
    }

    /** Everything behind the last. */
    public static String end() {
        return PageFrame.END;
    }

    /** One person. */
    public static String article(Recommendation recommendation) {
        StringBuilder html = new StringBuilder("<article><h2>"
                + PageFrame.both(ReportWords.filled("recommend.person")
                        .with("name", recommendation.person().name())
                        .text("count", String.valueOf(recommendation.person().behaviours())))
                + "</h2>\n");
        recommendation
                .sentence()
                .ifPresent(sentence -> html.append("<section class=\"answer\"><p class=\"sentence\">"
                        + PageFrame.both(sentence.text()) + "</p></section>\n"));
        recommendation
                .truth()
                .ifPresent(truth -> html.append(note(ReportWords.of(
                        truthKey(truth), "title", truth.item().title(), "rank", String.valueOf(truth.rank())))));
        if (recommendation.entries().isEmpty()) {
            return html.append("<p>" + PageFrame.both(ReportWords.of("recommend.nothing")) + "</p></article>\n")
                    .toString();
        }
        html.append("<table><thead><tr><th class=\"position\"></th><th>"
                + PageFrame.both(ReportWords.of("recommend.item")) + "</th><th>"
                + PageFrame.both(ReportWords.of("recommend.score")) + "</th><th>"
                + PageFrame.both(ReportWords.of("recommend.popularity")) + "</th><th>"
                + PageFrame.both(ReportWords.of("recommend.leads")) + "</th><th>"
                + PageFrame.both(ReportWords.of("recommend.reasons")) + "</th></tr></thead><tbody>\n");
        recommendation.entries().forEach(entry -> html.append(row(entry)));
        return html.append("</tbody></table></article>\n").toString();
    }

    /** A person for whom nothing can be recommended. */
    public static String refused(String user, String note) {
        return "<article><h2>" + Markup.escape(user) + "</h2><p>" + PageFrame.both(ReportWords.of("recommend." + note))
                + "</p></article>\n";
    }

    private static String row(Recommendation.Entry entry) {
        StringBuilder reasons = new StringBuilder();
        entry.reasons()
                .forEach(reason ->
                        reasons.append("<small>" + PageFrame.both(reason.item().title()) + " "
                                + Numerals.plainSigned(reason.effect(), 2) + byTable(reason) + "</small>"));
        return "<tr><td class=\"position\">" + entry.rank() + "</td><td class=\"title\">"
                + PageFrame.both(entry.item().title()) + "<small>"
                + PageFrame.both(entry.item().category()) + "</small></td><td>"
                + Numerals.plain(entry.score(), 3) + "</td><td>" + entry.popularity() + "</td><td>"
                + entry.leads().map(RecommendationPage::leads).orElse("") + "</td><td class=\"title\">" + reasons
                + "</td></tr>\n";
    }

    /** The part of the table, where there is one. */
    private static String byTable(Recommendation.Reason reason) {
        return Double.isNaN(reason.byTable()) || reason.byTable() == 0
                ? ""
                : " "
                        + PageFrame.both(
                                ReportWords.of("recommend.byTable", "part", Numerals.plainSigned(reason.byTable(), 2)));
    }

    private static String leads(Standing.Lead leads) {
        return PageFrame.both(ReportWords.of("recommend.leads." + EnumNames.lower(leads)));
    }

    private static String truthKey(Recommendation.Truth truth) {
        if (truth.rank() == 0) {
            return "recommend.truth.cold";
        }
        return truth.seen() ? "recommend.truth.seen" : "recommend.truth";
    }
}
