package dev.interestlens.data.source.layout;

import dev.interestlens.data.source.ColumnMapping;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.SourceFiles;
import dev.interestlens.data.source.file.TextHead;
import dev.interestlens.data.source.role.ColumnRoles;
import dev.interestlens.store.Problem;
import java.util.List;
import java.util.Optional;

/** All known layouts of sources. */
public final class Layouts {

    /** With their ids, in the order in which they are tried; the one that fits anything is last. */
    private static final List<SourceLayout> LAYOUTS = List.of(
            new ParquetFolder(ParquetFolder.ID),
            new MovieLensLatest("movielens-latest"),
            new MovieLensOld("movielens-1m"),
            new MovieLens100K("movielens-100k"),
            new ShopFolder("shop"),
            new FieldShopFolder("fields"),
            new RecBoleFolder("recbole"),
            new AmazonFolder("amazon"),
            new TaobaoBehavior("taobao"),
            new DienFiles("dien"),
            new MindFolder("mind"),
            new AnyTable(AnyTable.ID));

    private Layouts() {}

    /** Their ids, in the order in which they are tried. */
    public static List<String> ids() {
        return LAYOUTS.stream().map(SourceLayout::id).toList();
    }

    /**
     * How to read these files, by the first layout that fits.
     *
     * @throws dev.interestlens.store.ProblemException where columns are named for a layout that has its own
     */
    public static Optional<ImportPlan> recognise(SourceFiles files, PrepareOptions options) {
        boolean mapped = !options.mapping().isEmpty() || !options.answers().isEmpty();
        for (SourceLayout layout : LAYOUTS) {
            boolean asked = options.format().equals(layout.id());
            if (asked && mapped && !(layout instanceof AnyTable)) {
                throw Problem.usage(Layouts.class, "ownColumns").ofValue(layout.id());
            }
            boolean open = options.format().equals(PrepareOptions.AUTO) && (!mapped || layout instanceof AnyTable);
            Optional<ImportPlan> plan = asked || open ? layout.recognise(files, options) : Optional.empty();
            if (plan.isPresent()) {
                ImportPlan whole =
                        plan.get().users().isPresent() ? plan.get() : plan.get().withUsers(users(files, options));
                whole.requireSingleValues();
                return Optional.of(whole.labelled(options.rules()));
            }
        }
        return Optional.empty();
    }

    // A layout that has no file of users takes one all the same: fields of users are never part of its log.
    private static Optional<TableInput> users(SourceFiles files, PrepareOptions options) {
        return files.named("users.csv")
                .map(file -> TextHead.of(file, options))
                .map(head -> new TableInput(head, ColumnRoles.of(head, options, ColumnMapping.none())))
                .filter(table -> table.has(Roles.USER) && !table.has(Roles.ITEM))
                .filter(table -> !table.fields(Roles.USER_FIELD).isEmpty());
    }
}
