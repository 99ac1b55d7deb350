package dev.interestlens.measurement;

import dev.interestlens.data.protocol.Repeats;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.Currency;
import dev.interestlens.metric.CurrencyFigures;
import dev.interestlens.store.EnumNames;
import dev.interestlens.workspace.OpenRun;
import java.util.List;
import java.util.Optional;

/**
 * The figures of the same weights in every currency.
 *
 * @param data name of the data set
 * @param split which event of a user is asked for, and with it how it was trained: {@code data.protocol.split}
 * @param items of the whole catalogue
 * @param repeats whether items that a user has met are ranked and asked for, too: new or all
 * @param currencies in the order of {@link Currency}, for each k
 * @param published figures of papers on a data set of that name
 */
public record Currencies(
        String data,
        String split,
        int users,
        int items,
        String repeats,
        List<CurrencyFigures> currencies,
        List<PublishedFigure> published) {
    public Currencies {
        currencies = List.copyOf(currencies);
        published = List.copyOf(published);
    }

    /** Of a ranking of the catalogue. */
    public static Currencies of(OpenRun run, CatalogueRanking ranking, List<Integer> k) {
        String data = run.data().info().origin().name();
        return new Currencies(
                data,
                EnumNames.name(run.samples().config().split()),
                ranking.users(),
                ranking.items(),
                ranking.repeats(),
                CurrencyFigures.of(ranking.kept(), k),
                PublishedFigure.of(data));
    }

    /** Under which words a currency stands: where everything is ranked, nothing that was met is left out. */
    String wordsOf(String currency) {
        boolean all = EnumNames.lower(Repeats.ALL).equals(repeats);
        return all && currency.equals(Currency.CATALOGUE.id()) ? Currency.CATALOGUE_MET.id() : currency;
    }

    /** For the first k; empty where nobody counts. */
    Optional<CurrencyFigures> first(Currency currency) {
        return currencies.stream().filter(each -> each.isOf(currency)).findFirst();
    }
}
