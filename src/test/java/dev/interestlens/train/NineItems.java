package dev.interestlens.train;

import dev.interestlens.data.Field;
import dev.interestlens.data.Schema;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.nn.Tensors;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests on a pooling model of nine items, made anew for each. */
abstract class NineItems {
    static final String ITEMS = "item_embedding.weight";
    static final Schema SCHEMA = new Schema(List.of(Field.categorical("item", 9)), List.of(), List.of());

    CtrModel model;
    private Tensors tensors;

    @BeforeEach
    void make() {
        tensors = Tensors.onCpu();
        model = ModelCatalog.create(ModelCatalog.family("pool").preset(Preset.QUICK), new ModelInput(SCHEMA, 4));
        model.create(tensors, 3, true);
    }

    @AfterEach
    void free() {
        model.close();
        tensors.close();
    }
}
