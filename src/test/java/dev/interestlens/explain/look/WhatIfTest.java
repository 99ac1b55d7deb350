package dev.interestlens.explain.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.look.WhatIf.Step;
import org.junit.jupiter.api.Test;

class WhatIfTest {
    private static final WhatIf BEFORE = WhatIf.of(Fixtures.impression(3));

    @Test
    void itBeginsAsTheImpressionWas() {
        assertThat(BEFORE.candidate()).isEqualTo(20);
        assertThat(BEFORE.history())
                .containsExactly(new Step(2, 180, 1000), new Step(5, 120, 1001), new Step(8, 60, 1002));
    }

    @Test
    void movingKeepsTimesInOrder() {
        assertThat(BEFORE.move(0, 2).history())
                .containsExactly(new Step(5, 180, 1000), new Step(8, 120, 1001), new Step(2, 60, 1002));
    }

    @Test
    void insertingTakesTheTimeOfItsNeighbour() {
        assertThat(BEFORE.insert(3, 11).history().get(3)).isEqualTo(new Step(11, 60, 1002));
        assertThat(BEFORE.insert(0, 11).history().get(0)).isEqualTo(new Step(11, 180, 1000));
    }

    @Test
    void anEmptyHistoryTakesAnItem() {
        WhatIf empty = WhatIf.of(Fixtures.impression(0));
        assertThat(empty.insert(0, 11).history()).containsExactly(new Step(11, 0, Behaviour.UNTIMED));
    }

    @Test
    void changesLeaveTheOriginalAsItWas() {
        WhatIf swapped = BEFORE.swap(9);
        assertThat(swapped.candidate()).isEqualTo(9);
        assertThat(BEFORE.candidate()).isEqualTo(20);
    }
}
