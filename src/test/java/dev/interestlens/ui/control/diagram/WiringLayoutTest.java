package dev.interestlens.ui.control.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.ui.control.diagram.WiringData.Box;
import dev.interestlens.ui.control.diagram.WiringData.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WiringLayoutTest {
    /** Boxes as {@code name:read,read}. */
    private static WiringData data(String... boxes) {
        return new WiringData(Stream.of(boxes)
                .map(box -> box.split(":"))
                .map(parts -> new Box(
                        parts[0],
                        parts[0],
                        "",
                        "",
                        parts.length == 1 ? List.of() : List.of(parts[1].split(",")),
                        Kind.PLAIN))
                .toList());
    }

    @Test
    void theLongestWayIsTheSpineAndWhatFeedsItStandsRightOfIt() {
        WiringLayout layout = WiringLayout.of(data(
                "tables",
                "history:tables",
                "candidate:tables",
                "unit:history,candidate",
                "sum:unit,history",
                "head:sum,candidate"));
        assertThat(layout.row()).containsExactly(0, 1, 1, 2, 3, 4);
        assertThat(layout.column()).containsExactly(0, 0, 1, 0, 0, 0);
        assertThat(layout.passes(1, 4)).isTrue();
        assertThat(layout.passes(3, 4)).isFalse();
    }

    @Test
    void aBoxBesideTheSpineStandsBelowTheLinesThatItDoesNotRead() {
        WiringLayout layout = WiringLayout.of(data(
                "history",
                "candidate",
                "unit:history,candidate",
                "sum:unit",
                "neighbours:history,candidate",
                "head:sum,neighbours,candidate"));
        assertThat(layout.row()).containsExactly(0, 0, 1, 2, 2, 3);
    }

    @Test
    void aLineToTheInnerOfTwoBoxesGoesRoundTheOuterOne() {
        WiringLayout layout = WiringLayout.of(data(
                "history",
                "candidate",
                "unit:history,candidate",
                "sum:unit",
                "neighbours:history,candidate",
                "trend:candidate",
                "head:sum,neighbours,trend,candidate"));
        assertThat(layout.row()).containsExactly(0, 0, 1, 2, 2, 2, 3);
        assertThat(layout.column()).containsExactly(0, 3, 0, 0, 1, 2, 0);
        assertThat(layout.isBehind(1, 4)).isTrue();
        assertThat(layout.isBehind(1, 5)).isFalse();
    }

    @Test
    void deadEndsStandOnTheLeft() {
        WiringLayout layout = WiringLayout.of(data("a", "b:a", "loss:b", "c:b", "d:c"));
        assertThat(layout.column()).containsExactly(0, 0, -1, 0, 0);
        assertThat(layout.hasLeft()).isTrue();
    }

    @Test
    void twoThatRunBesideEachOtherHaveColumnsOfTheirOwn() {
        WiringLayout layout = WiringLayout.of(data("a", "b:a", "x:a", "y:a", "c:b,x", "d:c,y"));
        assertThat(layout.column()).containsExactly(0, 0, 1, 2, 0, 0);
    }

    @Test
    void theLineToALowBoxDoesNotPassAHighOne() {
        WiringLayout layout = WiringLayout.of(data(
                "tables",
                "history:tables",
                "candidate:tables",
                "score:history,candidate",
                "attention:score",
                "state:attention",
                "interest:state",
                "attended:attention,history",
                "head:interest,attended,candidate"));
        assertThat(layout.column()).containsExactly(0, 0, 2, 0, 0, 0, 0, 1, 0);
    }

    @Test
    void aLineFromTheSpineGoesBelowABoxBesideItsSource() {
        WiringLayout layout = WiringLayout.of(data(
                "tables",
                "history:tables",
                "places",
                "sequence:history,places",
                "encoder:sequence",
                "neighbours:history",
                "head:encoder,neighbours"));
        assertThat(layout.column()).containsExactly(0, 0, 1, 0, 0, 2, 0);
        assertThat(layout.isBlocked(1, 5)).isTrue();
        assertThat(layout.isBlocked(1, 2)).isTrue();
        assertThat(layout.isBlocked(3, 5)).isFalse();
    }

    @Test
    void aSourceOfItsOwnStandsJustAboveItsReader() {
        WiringLayout layout = WiringLayout.of(data("a", "b:a", "places", "c:b,places", "d:c"));
        assertThat(layout.row()[2]).isEqualTo(1);
    }

    @Test
    void whatIsReadMustBeThereBefore() {
        assertThatThrownBy(() -> data("a:b", "b")).isInstanceOf(IllegalArgumentException.class);
    }
}
