package dev.interestlens.ui.common;

import java.text.BreakIterator;
import java.text.CharacterIterator;

/** The boundaries of another iterator, but for those between the digits of a number. */
final class WholeNumbers extends BreakIterator {
    private final BreakIterator all;

    WholeNumbers(BreakIterator all) {
        this.all = all;
    }

    private boolean isWithinNumber(int boundary) {
        CharacterIterator text = all.getText();
        if (boundary - 2 < text.getBeginIndex() || boundary >= text.getEndIndex()) {
            return false;
        }
        int was = text.getIndex();
        boolean within = isDigit(text.setIndex(boundary))
                && ".,".indexOf(text.setIndex(boundary - 1)) >= 0
                && isDigit(text.setIndex(boundary - 2));
        text.setIndex(was);
        return within;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public int next() {
        int at = all.next();
        while (at != DONE && isWithinNumber(at)) {
            at = all.next();
        }
        return at;
    }

    @Override
    public int previous() {
        int at = all.previous();
        while (at != DONE && isWithinNumber(at)) {
            at = all.previous();
        }
        return at;
    }

    @Override
    public int next(int count) {
        int at = current();
        for (int i = 0; i < Math.abs(count) && at != DONE; i++) {
            at = count > 0 ? next() : previous();
        }
        return at;
    }

    @Override
    public int following(int offset) {
        int at = all.following(offset);
        return at != DONE && isWithinNumber(at) ? next() : at;
    }

    @Override
    public int first() {
        return all.first();
    }

    @Override
    public int last() {
        return all.last();
    }

    @Override
    public int current() {
        return all.current();
    }

    @Override
    public CharacterIterator getText() {
        return all.getText();
    }

    @Override
    public void setText(CharacterIterator text) {
        all.setText(text);
    }

    @Override
    public Object clone() {
        return new WholeNumbers((BreakIterator) all.clone());
    }
}
