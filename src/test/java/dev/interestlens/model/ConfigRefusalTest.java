package dev.interestlens.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.interestlens.data.Field;
import dev.interestlens.data.Schema;
import dev.interestlens.model.bst.BstConfig;
import dev.interestlens.model.bst.BstConfig.ReadOut;
import dev.interestlens.model.bst.EncoderConfig;
import dev.interestlens.model.bst.EncoderConfig.AttentionKind;
import dev.interestlens.model.bst.EncoderConfig.AttentionStart;
import dev.interestlens.model.bst.EncoderConfig.FeedForward;
import dev.interestlens.model.bst.PositionConfig;
import dev.interestlens.model.bst.PositionConfig.PositionUse;
import dev.interestlens.model.bst.PositionConfig.SequencePosition;
import dev.interestlens.model.bst.SelfAttentionConfig;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.NeighbourConfig;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.dien.AuxiliaryConfig;
import dev.interestlens.model.dien.AuxiliaryConfig.AuxiliaryKind;
import dev.interestlens.model.dien.AuxiliaryConfig.LastTarget;
import dev.interestlens.model.dien.AuxiliaryConfig.Reduction;
import dev.interestlens.model.dien.DienConfig;
import dev.interestlens.model.dien.DienConfig.InterestScore;
import dev.interestlens.nn.layer.EncoderBlock.NormPlace;
import dev.interestlens.store.Components;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What cannot work is refused before anything is made, beside the field and with the figure. */
class ConfigRefusalTest {
    private static final ModelInput SHOP = new ModelInput(
            new Schema(
                    List.of(Field.categorical("item", 60_000), Field.categorical("category", 40)),
                    List.of(),
                    List.of()),
            50);

    private static Problem refused(ModelConfig config) {
        return catchThrowableOfType(ProblemException.class, () -> ModelCatalog.create(config, SHOP))
                .problem();
    }

    @Test
    void aTableFromWhichNoUsersEventsCanBeTakenIsNotReadBesideAModel() {
        Problem refused = catchThrowableOfType(
                        ProblemException.class,
                        () -> NeighbourConfig.beside(new NeighbourConfig(NeighbourConfig.Kind.EASE, 0, false)))
                .problem();
        assertThat(refused.values()).containsEntry("field", "neighbours.kind");
        assertThat(refused.fix(Locale.ENGLISH)).contains("--model neighbours");
    }

    private static BstConfig bst(PositionConfig position, EncoderConfig encoder) {
        BstConfig paper = BstConfig.preset(Preset.PAPER);
        return Components.of(paper)
                .with(
                        "embeddingSize",
                        16,
                        "fieldEmbeddingSize",
                        8,
                        "itemFields",
                        BstConfig.ItemFields.ALL,
                        "position",
                        position,
                        "encoder",
                        encoder);
    }

    private static DienConfig dien(InterestScore attention, AuxiliaryKind auxiliary) {
        return Components.of(DienConfig.preset(Preset.QUICK))
                .with(
                        "embeddingSize",
                        16,
                        "hiddenSize",
                        20,
                        "attention",
                        attention,
                        "auxiliary",
                        new AuxiliaryConfig(auxiliary, 1, Reduction.PER_PAIR, 1, LastTarget.RESOLVED));
    }

    @Test
    void headsMustDivideTheWidth() {
        Problem problem = refused(bst(
                new PositionConfig(SequencePosition.NONE, PositionUse.ADDED, 8, 40, 64),
                new EncoderConfig(
                        0,
                        5,
                        1,
                        32,
                        FeedForward.RELU,
                        NormPlace.POST,
                        0,
                        new SelfAttentionConfig(AttentionKind.FULL, 32, AttentionStart.RANDOM))));

        assertThat(problem.values()).containsEntry("field", "encoder.heads");
        assertThat(problem.what(Locale.ENGLISH)).isEqualTo("5 heads do not divide a width of 24.");
    }

    @Test
    void aPositionTableMustHoldTheSequence() {
        Problem problem = refused(bst(
                new PositionConfig(SequencePosition.INDEX, PositionUse.ADDED, 8, 40, 50),
                new EncoderConfig(
                        0,
                        4,
                        1,
                        32,
                        FeedForward.RELU,
                        NormPlace.POST,
                        0,
                        new SelfAttentionConfig(AttentionKind.FULL, 32, AttentionStart.RANDOM))));

        assertThat(problem.values()).containsEntry("field", "position.rows");
        assertThat(problem.what(Locale.ENGLISH)).contains("50 rows").contains("51 positions");
    }

    @Test
    void theCandidateIsReadOutOnlyWhereItIsInside() {
        Problem problem = catchThrowableOfType(
                        ProblemException.class,
                        () -> Components.of(BstConfig.preset(Preset.REFERENCE)).with("readOut", ReadOut.CANDIDATE))
                .problem();

        assertThat(problem.values()).containsEntry("field", "readOut");
    }

    @Test
    void aFullSoftmaxThatWouldNotFitSaysWhatItNeeds() {
        Problem problem = refused(dien(InterestScore.BILINEAR, AuxiliaryKind.FULL_SOFTMAX));

        assertThat(problem.values()).containsEntry("field", "auxiliary.kind");
        assertThat(problem.what(Locale.ENGLISH)).contains("60000 items").contains("9.2 GB");
    }

    @Test
    void aDotProductNeedsStatesAsWideAsAnItem() {
        Problem problem = refused(dien(InterestScore.DOT, AuxiliaryKind.NONE));

        assertThat(problem.values()).containsEntry("field", "attention");
        assertThat(problem.what(Locale.ENGLISH)).contains("20 units").contains("width 24");
    }

    @Test
    void everyPresetFitsWhateverFieldsADataSetHas() {
        Field item = Field.categorical("item", 100);
        Field category = Field.categorical("category", 9);
        List<Schema> schemas = List.of(
                new Schema(List.of(item), List.of(), List.of()),
                new Schema(List.of(item, category), List.of(), List.of()),
                new Schema(List.of(item, category, Field.numeric("price")), List.of(), List.of()),
                new Schema(
                        List.of(item, category, Field.categorical("genre", 9, 4)),
                        List.of(Field.numeric("age")),
                        List.of(Field.categorical("hour", 26))));
        for (ModelFamily<?> family : ModelCatalog.families()) {
            for (Preset preset : family.presets()) {
                // SIM's hard search is by category, and refused without one
                for (Schema schema : schemas.subList(preset == Preset.SIM ? 1 : 0, schemas.size())) {
                    CtrModel model = ModelCatalog.create(family.preset(preset), new ModelInput(schema, 100));
                    assertThat(model.parameters().count()).isPositive();
                    model.close();
                }
            }
        }
    }

    @Test
    void hardSearchByNameIsRefusedWithoutCategories() {
        Schema bare = new Schema(List.of(Field.categorical("item", 100)), List.of(), List.of());
        for (String family : List.of("din", "bst")) {
            ModelConfig config = ModelCatalog.family(family).preset(Preset.SIM);
            Problem refused = catchThrowableOfType(
                            ProblemException.class, () -> ModelCatalog.create(config, new ModelInput(bare, 100)))
                    .problem();
            assertThat(refused.what(Locale.ENGLISH)).contains("no categories");
        }
    }
}
