package dev.interestlens.data.source.layout;

import dev.interestlens.data.source.ColumnMapping;
import dev.interestlens.data.source.FieldRole;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.TextHead;
import java.util.List;

/** What the tables of all versions of MovieLens have in common. */
final class MovieLens {
    private MovieLens() {}

    /** User, item, rating and time, in this order. */
    static TableInput ratings(TextHead head) {
        List<String> columns = head.columns();
        return new TableInput(
                head,
                ColumnMapping.none()
                        .with(Roles.USER, columns.get(0))
                        .with(Roles.ITEM, columns.get(1))
                        .with(Roles.RATING, columns.get(2))
                        .with(Roles.TIME, columns.get(3)));
    }

    /** Item, title and genres, in this order. */
    static TableInput movies(TextHead head) {
        List<String> columns = head.columns();
        return new TableInput(
                head,
                ColumnMapping.none()
                        .with(Roles.ITEM, columns.get(0))
                        .with(Roles.TITLE, columns.get(1))
                        .with(Roles.CATEGORY, columns.get(2)));
    }

    /** The user, three fields, and a zip code that is not read. */
    static TableInput users(TextHead head) {
        ColumnMapping roles =
                ColumnMapping.none().with(Roles.USER, head.columns().get(0));
        for (String field : head.columns().subList(1, 4)) {
            roles = roles.with(new FieldRole(Roles.USER_FIELD, field), field);
        }
        return new TableInput(head, roles);
    }
}
