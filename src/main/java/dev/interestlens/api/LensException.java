package dev.interestlens.api;

import dev.interestlens.store.ProblemException;
import java.io.Serial;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

/** Something could not be done; the message says what, where, and what to do. */
public final class LensException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /** Who can do something about it. */
    public enum Kind {
        /** What was asked for does not exist, such as a user that the data do not have. */
        REQUEST,
        /** A file or folder is not what it should be. */
        FILE,
        /** The disk, memory or a permission is missing. */
        RESOURCE,
        /** A fault of Interest Lens. */
        INTERNAL
    }

    /** Who can do something about it. */
    private final Kind kind;

    /** The message in Chinese. */
    private final String chinese;

    private LensException(Kind kind, String english, String chinese, Throwable cause) {
        super(english, cause);
        this.kind = kind;
        this.chinese = Objects.requireNonNull(chinese);
    }

    /** Does the work and turns its problem into an exception of this class. */
    static <T> T guard(Supplier<T> work) {
        try {
            return work.get();
        } catch (ProblemException e) {
            Kind kind =
                    switch (e.problem().kind()) {
                        case USAGE -> Kind.REQUEST;
                        case BAD_INPUT -> Kind.FILE;
                        case RESOURCE -> Kind.RESOURCE;
                        case INTERNAL, DIVERGED, CANCELLED -> Kind.INTERNAL;
                    };
            throw new LensException(
                    kind, e.problem().text(Locale.ENGLISH), e.problem().text(Locale.CHINESE), e);
        }
    }

    /**
     * What sort of failure it is.
     *
     * @return who can do something about it
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The message in a language, of several lines: what, where, what to do.
     *
     * @param language Chinese gives the Chinese one, any other the English one
     * @return the message
     */
    public String message(Locale language) {
        return language.getLanguage().equals("zh") ? chinese : getMessage();
    }
}
