package dev.interestlens.explain.words;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.Schema;
import dev.interestlens.data.synth.ShopNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names of the categories of a data set; those of the shop in both languages, all others as in their source. */
public final class CategoryNames {
    private static final String SHOP = "shop";
    private static final Text NONE = Text.same("");

    private final PreparedDataset data;
    private final ShopNames shop;

    public CategoryNames(PreparedDataset data) {
        this.data = data;
        shop = data.info().origin().format().equals(SHOP) ? new ShopNames() : null;
    }

    /** All categories of an item with commas between them; empty where it has none. */
    public Text ofItem(int item) {
        if (!data.schema().hasCategory() || item < Field.FIRST) {
            return NONE;
        }
        List<Text> each = each(item);
        return Text.joined(each, new Text(", ", "、"));
    }

    /** Each category of an item; none where it has none. */
    public List<Text> each(int item) {
        if (!data.schema().hasCategory() || item < Field.FIRST) {
            return List.of();
        }
        Set<Text> names = new LinkedHashSet<>();
        int width = data.schema().itemFields().get(Schema.CATEGORY).width();
        for (int k = 0; k < width; k++) {
            Text name = of(data.itemField(Schema.CATEGORY, item, k));
            if (!name.en().isEmpty()) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    /** Of a category id; empty for padding and unknown. */
    public Text of(int category) {
        String name = data.categoryName(category);
        return shop == null
                ? Text.same(name)
                : new Text(name, shop.chineseCategory(name).orElse(name));
    }
}
