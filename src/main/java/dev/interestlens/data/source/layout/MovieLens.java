package dev.interestlens.data.source.layout;

import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.TextHead;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the tables of all versions of MovieLens have in common. */
final class MovieLens {
    private MovieLens() {}

    /** User, item, rating and time, in this order. */
    static TableInput ratings(TextHead head) {
        List<String> columns = head.columns();
        return new TableInput(
                head,
                Map.of(
                        Roles.USER, columns.get(0),
                        Roles.ITEM, columns.get(1),
                        Roles.RATING, columns.get(2),
                        Roles.TIME, columns.get(3)));
    }

    /** Item, title and genres, in this order. */
    static TableInput movies(TextHead head) {
        List<String> columns = head.columns();
        return new TableInput(
                head, Map.of(Roles.ITEM, columns.get(0), Roles.TITLE, columns.get(1), Roles.CATEGORY, columns.get(2)));
    }

    /** The user, three fields, and a zip code that is not read. */
    static TableInput users(TextHead head) {
        Map<String, String> roles = new LinkedHashMap<>();
        roles.put(Roles.USER, head.columns().get(0));
        head.columns().subList(1, 4).forEach(field -> roles.put(Roles.USER_FIELD + field, field));
        return new TableInput(head, roles);
    }
}
