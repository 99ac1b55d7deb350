package dev.interestlens.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PictureSlideTest {
    private static final Phrase TITLE = Phrase.same("title");

    private static Recorder slide(double width, double height) {
        Recorder recorder = new Recorder(Locale.ENGLISH);
        Sketch picture = new Sketch(new Recorder(Locale.ENGLISH), width, height);
        picture.rect(0, 0, width, height, Ink.Role.UP);
        Drawing slide = new PictureSlide(TITLE, picture);
        double wide = slide.width(recorder);
        slide.paint(recorder, wide, slide.height(recorder, wide));
        return recorder;
    }

    private static double[] rect(Recorder recorder) {
        String line = recorder.operations().stream()
                .filter(each -> each.startsWith("rect"))
                .findFirst()
                .orElseThrow();
        return Pattern.compile("-?\\d+(\\.\\d+)?")
                .matcher(line)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group()))
                .toArray();
    }

    @Test
    void aPictureIsAsLargeAsFitsInTheMiddle() {
        double[] wide = rect(slide(456, 100));
        assertThat(wide).containsSubsequence(912, 200);
        double[] small = rect(slide(100, 50));
        assertThat(small).containsSubsequence((912 - 300) / 2.0);
        assertThat(small).containsSubsequence(300, 150);
    }

    @Test
    void aPictureThatIsTooLargeIsNotMadeUnreadable() {
        assertThat(rect(slide(912, 5000))).containsSubsequence(456, 2500);
        assertThat(slide(912, 5000).operations()).anyMatch(each -> each.startsWith("clip"));
    }
}
