package dev.interestlens.ui.manual;

import dev.interestlens.ui.control.Worded;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** A page of Markdown as nodes of the window: headings, paragraphs, lists, tables, code and pictures, one below the other. */
final class PageView extends VBox {
    private static final int SPACING = 10;
    private static final double PICTURE_WIDTH = 620;
    private static final int FEWEST_LETTERS = 10;
    private static final int MAX_LETTERS = 60;

    private final Consumer<String> open;

    /** @param open called with the name of the page to which a link leads */
    PageView(org.commonmark.node.Node page, Consumer<String> open) {
        super(SPACING);
        this.open = open;
        getStyleClass().add("manual-page");
        getChildren().addAll(blocks(page));
    }

    private List<Node> blocks(org.commonmark.node.Node parent) {
        Blocks blocks = new Blocks();
        for (org.commonmark.node.Node each = parent.getFirstChild(); each != null; each = each.getNext()) {
            each.accept(blocks);
        }
        return blocks.nodes;
    }

    /** What stands below each other. */
    private final class Blocks extends AbstractVisitor {
        private final List<Node> nodes = new ArrayList<>();

        @Override
        public void visit(Heading heading) {
            Label label = Worded.wrap(Worded.text(words(heading), heading.getLevel() == 1 ? "headline" : "title"));
            nodes.add(label);
        }

        @Override
        public void visit(Paragraph paragraph) {
            boolean picture = paragraph.getFirstChild() instanceof org.commonmark.node.Image;
            nodes.add(picture ? picture((org.commonmark.node.Image) paragraph.getFirstChild()) : flow(paragraph));
        }

        @Override
        public void visit(FencedCodeBlock block) {
            Label code = Worded.wrap(Worded.text(block.getLiteral().stripTrailing(), "code", "manual-code"));
            code.setMaxWidth(Double.MAX_VALUE);
            nodes.add(code);
        }

        @Override
        public void visit(BulletList list) {
            list(list, 0);
        }

        @Override
        public void visit(OrderedList list) {
            list(list, list.getMarkerStartNumber());
        }

        private void list(org.commonmark.node.Node list, int first) {
            int number = first;
            for (org.commonmark.node.Node each = list.getFirstChild(); each != null; each = each.getNext()) {
                if (each instanceof ListItem) {
                    Label mark = new Label(first == 0 ? "•" : number++ + ".");
                    mark.setMinWidth(Region.USE_PREF_SIZE);
                    VBox item = new VBox(SPACING / 2.0);
                    item.getChildren().addAll(blocks(each));
                    HBox.setHgrow(item, Priority.ALWAYS);
                    nodes.add(new HBox(SPACING, mark, item));
                }
            }
        }

        @Override
        public void visit(CustomBlock table) {
            nodes.add(table(table));
        }
    }

    private GridPane table(org.commonmark.node.Node table) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("manual-table");
        List<Integer> longest = new ArrayList<>();
        int row = 0;
        for (org.commonmark.node.Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (org.commonmark.node.Node each = part.getFirstChild(); each != null; each = each.getNext()) {
                if (each instanceof TableRow) {
                    addRow(grid, each, row++, longest);
                }
            }
        }
        int all = longest.stream().mapToInt(Integer::intValue).sum();
        for (int length : longest) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 * length / all);
            grid.getColumnConstraints().add(column);
        }
        return grid;
    }

    /** @param longest of each column the letters of its longest cell, within limits: the columns share the width by them */
    private void addRow(GridPane grid, org.commonmark.node.Node row, int at, List<Integer> longest) {
        int column = 0;
        for (org.commonmark.node.Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            TextFlow flow = flow(cell);
            flow.getStyleClass().add(((TableCell) cell).isHeader() ? "manual-head" : "manual-cell");
            grid.add(flow, column, at);
            if (column == longest.size()) {
                longest.add(FEWEST_LETTERS);
            }
            int letters = Math.min(MAX_LETTERS, words(cell).length() + 2);
            longest.set(column, Math.max(longest.get(column), letters));
            column++;
        }
    }

    private static ImageView picture(org.commonmark.node.Image image) {
        Image loaded =
                new Image(ManualPages.picture(image.getDestination()).toString(), PICTURE_WIDTH, 0, true, true, true);
        ImageView view = new ImageView(loaded);
        view.setAccessibleText(words(image));
        return view;
    }

    private TextFlow flow(org.commonmark.node.Node parent) {
        Inlines inlines = new Inlines();
        inlines.children(parent);
        TextFlow flow = new TextFlow(inlines.nodes.toArray(Node[]::new));
        flow.setMaxWidth(Double.MAX_VALUE);
        return flow;
    }

    /** What stands in a line. */
    private final class Inlines extends AbstractVisitor {
        private final List<Node> nodes = new ArrayList<>();
        private String style = "manual-text";

        void children(org.commonmark.node.Node parent) {
            visitChildren(parent);
        }

        private void add(String words, String styleClass) {
            Text text = new Text(words);
            text.getStyleClass().add(styleClass);
            nodes.add(text);
        }

        @Override
        public void visit(org.commonmark.node.Text text) {
            add(text.getLiteral(), style);
        }

        @Override
        public void visit(Code code) {
            add(code.getLiteral(), "manual-literal");
        }

        @Override
        public void visit(SoftLineBreak line) {
            add(" ", style);
        }

        @Override
        public void visit(StrongEmphasis strong) {
            styled(strong, "manual-strong");
        }

        @Override
        public void visit(Emphasis emphasis) {
            styled(emphasis, "manual-emphasis");
        }

        private void styled(org.commonmark.node.Node parent, String styleClass) {
            String before = style;
            style = styleClass;
            visitChildren(parent);
            style = before;
        }

        @Override
        public void visit(Link link) {
            ManualPages.target(link.getDestination())
                    .ifPresentOrElse(
                            page -> {
                                Hyperlink there = new Hyperlink(words(link));
                                there.getStyleClass().add("manual-link");
                                there.setOnAction(event -> open.accept(page));
                                nodes.add(there);
                            },
                            () -> visitChildren(link));
        }
    }

    /** The bare words of a part. */
    private static String words(org.commonmark.node.Node parent) {
        StringBuilder words = new StringBuilder();
        parent.accept(new AbstractVisitor() {
            @Override
            public void visit(org.commonmark.node.Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString();
    }
}
