package dev.interestlens.figure;

import java.util.List;

/**
 * Drawings below each other, all as wide as the widest.
 *
 * @param gap between two of them
 */
public record Stacked(List<? extends Drawing> parts, double gap) implements Drawing {
    private static final double CAPTION_GAP = 6;

    public Stacked {
        parts = List.copyOf(parts);
    }

    /** A picture below its title and explanation. */
    public static Drawing captioned(Phrase title, Phrase note, Drawing picture) {
        return new Stacked(List.of(Paragraph.title(title), Paragraph.note(note), picture), CAPTION_GAP);
    }

    @Override
    public double width(Surface ruler) {
        return parts.stream().mapToDouble(part -> part.width(ruler)).max().orElse(0);
    }

    @Override
    public double height(Surface ruler, double width) {
        double height = 0;
        for (Drawing part : parts) {
            height += step(part.height(ruler, width));
        }
        return Math.max(0, height - gap);
    }

    @Override
    public void paint(Surface surface, double width, double height) {
        double y = 0;
        for (Drawing part : parts) {
            double own = part.height(surface, width);
            part.paint(new Moved(surface, 0, y), width, own);
            y += step(own);
        }
    }

    /** An empty drawing leaves no gap. */
    private double step(double height) {
        return height == 0 ? 0 : height + gap;
    }
}
