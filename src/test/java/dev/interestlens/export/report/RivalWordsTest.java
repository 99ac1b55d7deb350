package dev.interestlens.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.words.Text;
import dev.interestlens.metric.Lead;
import dev.interestlens.train.run.JournalEntry.Compared;
import dev.interestlens.train.run.JournalEntry.Rival;
import java.util.List;
import org.junit.jupiter.api.Test;

class RivalWordsTest {
    @Test
    void oneLineSaysHowTheModelStandsToEach() {
        Text line = RivalWords.line(new Compared(
                2,
                10,
                500,
                .0964,
                List.of(
                        new Rival("table", .0553, .0411, .0262, .0562, Lead.AHEAD),
                        new Rival("popularity", .2, -.1036, -.2, -.1, Lead.BEHIND),
                        new Rival("coOccurrence", .096, .0004, -.002, .003, Lead.EQUAL),
                        new Rival("popularity", .09, .006, -.01, .02, Lead.UNKNOWN))));
        assertThat(line.en())
                .isEqualTo("Validation NDCG@10 0.0964, less that of what is simpler, paired over 500 users:"
                        + " its own table of what followed what +0.0411 [+0.0262, +0.0562], ahead;"
                        + " popularity −0.1036 [−0.2000, −0.1000], behind;"
                        + " co-occurrence +0.0004 [−0.0020, +0.0030], practically equal;"
                        + " popularity +0.0060 [−0.0100, +0.0200], not known which is ahead.");
        assertThat(line.zh()).contains("其前后相继表 +0.0411", "领先；", "落后；", "实际上相当；", "尚不知谁领先。");
    }
}
