package dev.interestlens.figure;

/** One slide, 16:9: a title, and below it a picture as large as fits; what does not fit even in small is left out at its end. */
public record PictureSlide(Phrase title, Drawing picture) implements WideSlide {
    private static final double GAP = 16;
    private static final double MAX = 3;
    private static final double MIN = 0.5;
    private static final Letters LARGE = new Letters(24, Letters.Cut.BOLD);

    @Override
    public void paint(Surface surface, double width, double height) {
        Drawing heading = new Paragraph(surface.fit(title, LARGE, WIDTH), LARGE, Ink.Role.INK);
        double top = heading.height(surface, WIDTH);
        heading.paint(surface, WIDTH, top);
        double room = HEIGHT - top - GAP;
        double own = picture.width(surface);
        double high = picture.height(surface, own);
        double factor = Math.max(MIN, Math.min(MAX, Math.min(WIDTH / own, room / high)));
        double right = Math.max(0, (WIDTH - factor * own) / 2);
        double down = top + GAP + Math.max(0, (room - factor * high) / 2);
        surface.clipped(
                0, top + GAP, WIDTH, room, () -> picture.paint(new Moved(surface, right, down, factor), own, high));
    }
}
