package dev.interestlens.figure.file;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Moved;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.Surface;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/** Writes drawings as a PDF with embedded fonts: one on a page of its size, or many on pages of A4. */
record PdfFile(Typeface face, Palette palette, Locale language) {
    /** A pixel of a screen in points. */
    private static final double POINTS = 0.75;

    private static final double PAGE_MARGIN = 56;
    private static final double GAP = 14;

    /** One page of a size in pixels, and what is painted on it. */
    private record Page(double width, double height, double points, Consumer<Surface> paint) {}

    byte[] of(Drawing drawing, String title, double width, double height, double margin) {
        return written(
                List.of(new Page(
                        width + 2 * margin,
                        height + 2 * margin,
                        POINTS,
                        surface -> drawing.paint(new Moved(surface, margin, margin), width, height))),
                title);
    }

    /** All drawings are scaled down where one is wider than a page. */
    byte[] pages(List<Drawing> parts, Surface ruler, String title) {
        double widest =
                parts.stream().mapToDouble(part -> part.width(ruler)).max().orElse(0);
        double room = PDRectangle.A4.getWidth() / POINTS - 2 * PAGE_MARGIN;
        double points = POINTS * Math.min(1, room / Math.max(1, widest));
        double margin = PAGE_MARGIN * POINTS / points;
        double width = PDRectangle.A4.getWidth() / points - 2 * margin;
        double height = PDRectangle.A4.getHeight() / points - 2 * margin;
        List<Page> pages = new ArrayList<>();
        List<Consumer<Surface>> on = new ArrayList<>();
        double y = 0;
        for (Drawing part : parts) {
            double own = part.height(ruler, Math.min(width, part.width(ruler)));
            if (own == 0) {
                continue;
            }
            if (y > 0 && y + own > height) {
                pages.add(page(on, points));
                on = new ArrayList<>();
                y = 0;
            }
            double top = margin + y;
            on.add(surface -> part.paint(new Moved(surface, margin, top), Math.min(width, part.width(ruler)), own));
            y += own + GAP;
        }
        pages.add(page(on, points));
        return written(pages, title);
    }

    private static Page page(List<Consumer<Surface>> parts, double points) {
        List<Consumer<Surface>> all = List.copyOf(parts);
        return new Page(
                PDRectangle.A4.getWidth() / points,
                PDRectangle.A4.getHeight() / points,
                points,
                surface -> all.forEach(part -> part.accept(surface)));
    }

    private byte[] written(List<Page> pages, String title) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.setDocumentId(0L); // the same drawing gives the same bytes
            document.getDocumentInformation().setTitle(title);
            document.getDocumentCatalog().setLanguage(language.getLanguage());
            Map<Typeface.Cut, PDFont> fonts = new EnumMap<>(Typeface.Cut.class);
            for (Page page : pages) {
                add(document, page, fonts);
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(PDDocument document, Page page, Map<Typeface.Cut, PDFont> fonts) throws IOException {
        PDPage sheet = new PDPage(
                new PDRectangle((float) (page.points() * page.width()), (float) (page.points() * page.height())));
        document.addPage(sheet);
        try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
            content.transform(Matrix.getScaleInstance((float) page.points(), (float) page.points()));
            Surface surface = new PdfSurface(
                    face,
                    language,
                    content,
                    cut -> fonts.computeIfAbsent(cut, wanted -> font(document, wanted)),
                    palette,
                    page.height());
            surface.rect(0, 0, page.width(), page.height(), Ink.Role.PAPER);
            page.paint().accept(surface);
        }
    }

    private PDFont font(PDDocument document, Typeface.Cut cut) {
        try {
            return PDType0Font.load(document, face.parsed(cut), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
