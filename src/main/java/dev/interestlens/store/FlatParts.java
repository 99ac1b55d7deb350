package dev.interestlens.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.util.NameTransformer;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** Refuses unknown keys in a record with flattened parts ({@code @JsonUnwrapped}) as in every other one: Jackson itself skips them there. */
@SuppressWarnings("serial") // Jackson's base classes are Serializable; nothing here is serialized
final class FlatParts extends SimpleModule {
    FlatParts() {
        super("flat parts");
        setDeserializerModifier(new BeanDeserializerModifier() {
            @Override
            public JsonDeserializer<?> modifyDeserializer(
                    DeserializationConfig config, BeanDescription type, JsonDeserializer<?> reader) {
                return type.findProperties().stream().allMatch(each -> flattened(config, each) == null)
                        ? reader
                        : new Reader(reader, names(config, type));
            }
        });
    }

    private static NameTransformer flattened(DeserializationConfig config, BeanPropertyDefinition component) {
        AnnotatedMember member = component.getPrimaryMember(); // null of one that is ignored
        return member == null ? null : config.getAnnotationIntrospector().findUnwrappingNameTransformer(member);
    }

    private static Set<Object> names(DeserializationConfig config, BeanDescription type) {
        Set<Object> names = new TreeSet<>();
        for (BeanPropertyDefinition component : type.findProperties()) {
            NameTransformer part = flattened(config, component);
            if (part != null) {
                names(config, config.introspect(component.getPrimaryType()))
                        .forEach(name -> names.add(part.transform((String) name)));
            } else if (component.getPrimaryMember() != null) {
                names.add(component.getName());
            }
        }
        return names;
    }

    /** Reads an object that may have these keys alone. */
    private static final class Reader extends DelegatingDeserializer {
        private final Set<Object> names;

        Reader(JsonDeserializer<?> delegate, Set<Object> names) {
            super(delegate);
            this.names = names;
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> delegate) {
            return new Reader(delegate, names);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonStreamContext object = parser.getParsingContext();
            return super.deserialize(
                    new JsonParserDelegate(parser) {
                        @Override
                        public JsonToken nextToken() throws IOException {
                            JsonToken token = super.nextToken();
                            if (token == JsonToken.FIELD_NAME
                                    && getParsingContext() == object
                                    && !names.contains(currentName())) {
                                throw UnrecognizedPropertyException.from(this, handledType(), currentName(), names);
                            }
                            return token;
                        }
                    },
                    context);
        }
    }
}
