package dev.interestlens.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.model.ContractCases;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MixedSamplesTest {
    private final RawBatch all = ContractCases.seven();
    private final MixedSamples mixed = new MixedSamples(all, all);

    private RawBatch one(int history, int[] order, int gaps, int user, int context, int item, int fields) {
        return mixed.batch(List.of(new MixedSamples.Parts(history, order, gaps, user, context, item, fields, 1)));
    }

    @Test
    void samplesOfTheirOwnPartsAreTheSame() {
        RawBatch same = mixed.batch(IntStream.range(0, all.size())
                .mapToObj(b -> new MixedSamples.Parts(b, null, b, b, b, b, b, all.labels[b]))
                .toList());
        assertThat(same.offsets).isEqualTo(all.offsets);
        assertThat(same.history).isDeepEqualTo(all.history);
        assertThat(same.historyNumbers).isEqualTo(all.historyNumbers);
        assertThat(same.gaps).isEqualTo(all.gaps);
        assertThat(same.candidate).isDeepEqualTo(all.candidate);
        assertThat(same.candidateNumbers).isEqualTo(all.candidateNumbers);
        assertThat(same.user).isDeepEqualTo(all.user);
        assertThat(same.context).isDeepEqualTo(all.context);
        assertThat(same.days).isEqualTo(all.days);
        assertThat(same.labels).isEqualTo(all.labels);
    }

    @Test
    void onlyTheIdComesFromTheItem() {
        RawBatch made = one(0, null, 0, 0, 0, 3, 1);
        assertThat(made.candidate[Schema.ITEM][0]).isEqualTo(all.candidate[Schema.ITEM][3]);
        for (int f = 1; f < all.candidate.length; f++) {
            int width = all.candidate[f].length / all.size();
            for (int k = 0; k < width; k++) {
                assertThat(made.candidate[f][k]).isEqualTo(all.candidate[f][width + k]);
            }
        }
    }

    @Test
    void foreignGapsAreLaidUnderTheOwnOrder() {
        int own = longest();
        int[] turned = IntStream.range(0, all.length(own))
                .map(i -> all.length(own) - 1 - i)
                .toArray();
        RawBatch made = one(own, turned, 2, 0, 0, 0, 0);
        assertThat(made.length()).isEqualTo(all.length(own));
        assertThat(made.history[Schema.ITEM][0]).isEqualTo(all.history[Schema.ITEM][all.offsets[own + 1] - 1]);
        for (int i = 0; i < made.length(); i++) {
            int at = (2 * i + 1) * all.length(2) / (2 * made.length());
            assertThat(made.gaps[i]).isEqualTo(all.length(2) == 0 ? 0 : all.gaps[all.offsets[2] + at]);
        }
    }

    private int longest() {
        return IntStream.range(0, all.size())
                .reduce((a, b) -> all.length(b) > all.length(a) ? b : a)
                .orElseThrow();
    }
}
