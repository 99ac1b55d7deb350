package dev.interestlens.model.bst;

import dev.interestlens.model.bst.BstConfig.CandidatePlace;
import dev.interestlens.model.bst.BstConfig.ItemFields;
import dev.interestlens.model.bst.BstConfig.ReadOut;
import dev.interestlens.model.bst.BstEncoder.Place;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.graph.CacheRule;
import dev.interestlens.model.graph.ServingFeatures;
import dev.interestlens.model.graph.ServingForm;
import dev.interestlens.model.graph.ServingGraphs;
import dev.interestlens.model.graph.ServingHead;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Layers;
import dev.interestlens.nn.graph.Value;
import dev.interestlens.nn.layer.EncoderBlock.NormPlace;

/**
 * {@link Bst} as two graphs. With one layer that is read at the candidate, keys and values of the behaviours belong to the user's graph; an encoder
 * that does not read the candidate belongs to it as a whole; in all other forms behaviours read the candidate, and only their embeddings belong to
 * it. Where behaviours are passed separately, positions are counted from the request. N candidates, L behaviours, T positions of a sequence, d width
 * of the encoder.
 */
public final class BstServing {
    private final BstConfig config;
    private final Graph g;
    private final Layers ofUser;
    private final Layers layers;
    private final ServingFeatures features;
    private final BstEncoder userEncoder;
    private final BstEncoder encoder;
    private final int item;
    private final int width;

    private BstServing(BstConfig config, ModelInput input, ServingGraphs graphs) {
        this.config = config;
        g = graphs.candidate();
        ofUser = new Layers(graphs.user(), 1e-5);
        layers = new Layers(g, 1e-5);
        features = new ServingFeatures(graphs, input, config.itemFields() == ItemFields.ITEM_ONLY, false);
        item = features.itemWidth(config.sizes());
        userEncoder = new BstEncoder(config, input, graphs.user(), ofUser, item);
        encoder = new BstEncoder(config, input, g, layers, item);
        width = encoder.width();
    }

    public static ServingForm describe(BstConfig config, ModelInput input, ServingGraphs graphs) {
        return new BstServing(config, input, graphs).describe();
    }

    private ServingForm describe() {
        if (features.chooses()) {
            return features.form(logits(chosen(), false), CacheRule.ROWS);
        }
        if (config.candidate() == CandidatePlace.OUTSIDE) {
            return features.form(logits(outside(), true), CacheRule.WHOLE);
        }
        boolean reading = config.encoder().blocks() == 1 && config.readOut() == ReadOut.CANDIDATE;
        return features.form(logits(reading ? reading() : repeated(), false), CacheRule.ROWS);
    }

    private Value logits(Value read, boolean shared) {
        ServingHead head = new ServingHead(features, ofUser, layers, BstEncoder.HEAD, config.head(), config.sizes());
        return head.logits(
                g, read, shared, encoder.readWidth(), config.candidateInHead() ? item : 0, encoder.readWidth() != item);
    }

    /** Each candidate has an encoder's input of its own: (N, ·). */
    private Value chosen() {
        Value x = encoder.behaviours(features.history(), features.kept()); // (N, R, d)
        Value mask = features.kept().mask();
        if (config.candidate() == CandidatePlace.INSIDE) {
            x = g.concat(1, x, encoder.candidates(features.candidate())); // (N, T, d)
            mask = encoder.withCandidate(mask);
        }
        return encoder.readOut(encoder.encode(x, mask), mask);
    }

    /** (1, ·). */
    private Value outside() {
        Value x = userEncoder.behaviours(features.history(), features.user()); // (U, L, d)
        Value mask = features.user().mask();
        Value read = userEncoder.readOut(userEncoder.encode(x, mask), mask);
        return features.pass("interest", read, String.valueOf(encoder.readWidth()));
    }

    private Value rows(String name, Value value) {
        return features.pass(name, value, ServingFeatures.LENGTH, String.valueOf(width));
    }

    /** (N, d). */
    private Value reading() {
        Value items = userEncoder.itemsAlone(features.history()); // (U, L, d)
        Value keys;
        Value values;
        if (config.encoder().norm() == NormPlace.POST) { // no norm before: items' and positions' parts add up
            keys = placed(rows("keys", userEncoder.block(0).projection(items, 1, 2)), 1);
            values = placed(rows("values", userEncoder.block(0).projection(items, 2, 3)), 2);
        } else {
            Value x = encoder.placed(rows("behaviours", items), features.kept()); // (1, L, d)
            Value normed = layers.layerNorm(BstEncoder.LAYER + "0.norm1", x);
            keys = encoder.block(0).projection(normed, 1, 2);
            values = encoder.block(0).projection(normed, 2, 3);
        }
        Value candidates = g.squeeze(encoder.candidates(features.candidate()), 1); // (N, d)
        return encoder.lastNorm(encoder.block(0)
                .behind(candidates, keys, values, features.kept().mask()));
    }

    /** Adds the positions' rows of one of the projections of attention: (1, L, d). */
    private Value placed(Value ofItems, int projection) {
        Value sum = ofItems;
        for (Place place : encoder.places()) {
            Place projected =
                    place.projected(table -> encoder.block(0).projectionWithoutBias(table, projection, projection + 1));
            sum = g.add(sum, projected.rows(features.kept()));
        }
        return sum;
    }

    /** (N, ·). */
    private Value repeated() {
        Value x = encoder.placed(
                rows("behaviours", userEncoder.itemsAlone(features.history())), features.kept()); // (1, L, d)
        x = g.add(x, g.unsqueeze(g.zeros(features.candidate(), width), 1)); // (N, L, d)
        Value mask = g.add(features.kept().mask(), g.zeros(features.candidate(), 1)); // (N, L)
        x = g.concat(1, x, encoder.candidates(features.candidate())); // (N, T, d)
        mask = encoder.withCandidate(mask);
        return encoder.readOut(encoder.encode(x, mask), mask);
    }
}
