package dev.interestlens.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Enum constants as {@code lowerCamelCase}; when read, case, underscores and hyphens do not matter. */
@SuppressWarnings({"serial", "rawtypes"
}) // Jackson's base classes are Serializable and use raw enum types; nothing here is serialized
public final class EnumNames extends SimpleModule {
    public EnumNames() {
        super("enum names");
        addSerializer(Enum.class, new Writer());
        setDeserializers(new SimpleDeserializers() {
            @Override
            public JsonDeserializer<?> findEnumDeserializer(
                    Class<?> type, DeserializationConfig config, BeanDescription description) {
                return new Reader(type);
            }

            @Override
            public boolean hasDeserializerFor(DeserializationConfig config, Class<?> valueType) {
                return valueType.isEnum();
            }

            @Override
            public JsonDeserializer<?> findBeanDeserializer(
                    JavaType type, DeserializationConfig config, BeanDescription description)
                    throws JsonMappingException {
                return null;
            }
        });
    }

    /** {@code TOP_THREE} as {@code top_three}. */
    public static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Its name in JSON: {@code topThree}. */
    public static String name(Enum<?> constant) {
        String[] words = lower(constant).split("_");
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(w -> w.substring(0, 1).toUpperCase(Locale.ROOT) + w.substring(1))
                        .collect(Collectors.joining());
    }

    private static final class Writer extends StdSerializer<Enum> {
        Writer() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(name((Enum<?>) value));
        }
    }

    private static final class Reader extends StdDeserializer<Object> {
        Reader(Class<?> type) {
            super(type);
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return context.handleUnexpectedToken(handledType(), in);
            }
            String text = in.getText();
            return Arrays.stream(handledType().getEnumConstants())
                    .filter(constant -> plain(((Enum<?>) constant).name()).equals(plain(text)))
                    .findFirst()
                    .orElseThrow(() -> context.weirdStringException(text, handledType(), ""));
        }

        private static String plain(String name) {
            return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
        }
    }
}
