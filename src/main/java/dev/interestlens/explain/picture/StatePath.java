package dev.interestlens.explain.picture;

import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.data.PathData;
import dev.interestlens.figure.paint.PathPainter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Paths of a state in the plane of its two principal components, one for each candidate.
 *
 * @param steps the behaviours, oldest first; a track has one point before the first of them, where the state is zero
 * @param tracks the explained candidate first
 * @param firstShare share of the variance along x
 * @param secondShare share of the variance along y
 */
public record StatePath(
        String name, Text title, Axis steps, List<Track> tracks, double firstShare, double secondShare, Text note)
        implements Picture {

    /** One path: steps + 1 points. */
    public record Track(Text name, double[] x, double[] y) {
        public Track {
            Objects.requireNonNull(name);
            x = x.clone();
            y = y.clone();
        }
    }

    public StatePath {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(note);
        tracks = List.copyOf(tracks);
        int points = steps.size() + 1;
        if (tracks.stream().anyMatch(track -> track.x().length != points || track.y().length != points)) {
            throw new IllegalArgumentException(name + ": a track that has not " + points + " points");
        }
    }

    /** The same as the data of a picture. */
    public PathData data() {
        return new PathData(
                steps.labels(),
                tracks.stream()
                        .map(track -> new PathData.Track(track.name(), track.x(), track.y()))
                        .toList(),
                component(1, firstShare),
                component(2, secondShare));
    }

    private static Text component(int number, double share) {
        return Wording.of(
                "path.component", Map.of("number", Text.same(String.valueOf(number)), "share", Wording.share(share)));
    }

    @Override
    public Drawing drawing() {
        return new PathPainter(data());
    }

    /** Beginning with the empty state, one behaviour at a time. */
    @Override
    public List<Drawing> buildUp() {
        return IntStream.rangeClosed(0, steps.size())
                .<Drawing>mapToObj(step -> new PathPainter(data(), null, step))
                .toList();
    }

    @Override
    public NumberTable numbers(Locale language) {
        return data().numbers(language);
    }
}
