package dev.interestlens.testing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A schema, and how many documents were held against it. */
public final class HeldSchema {
    private final Schema schema;
    private int documents;

    public HeldSchema(String schema) {
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON);
    }

    /** Documents that were held against it until now. */
    public int documents() {
        return documents;
    }

    /**
     * What is not as it says of documents one behind the other.
     *
     * @param who printed them
     */
    public List<String> wrong(String printed, String who) {
        List<String> wrong = new ArrayList<>();
        JsonMapper mapper = new JsonMapper();
        try (JsonParser all = mapper.createParser(printed)) {
            for (JsonNode next = mapper.readTree(all); next != null; next = mapper.readTree(all)) {
                documents++;
                schema.validate(next).forEach(error -> wrong.add(who + ": " + error));
            }
        } catch (IOException e) {
            wrong.add(who + ": " + e);
        }
        return wrong;
    }
}
