package io.trunkline.model.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LiveEventTest {
    private final ObjectMapper mapper = Json.mapper();

    static Stream<JsonSubTypes.Type> types() {
        return Arrays.stream(LiveEvent.class.getAnnotation(JsonSubTypes.class).value());
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyEventReadsAndWritesItsGoldenSample(JsonSubTypes.Type type) throws IOException {
        var sample = mapper.readTree(sample(type.name()));

        var event = mapper.treeToValue(sample, LiveEvent.class);

        assertThat(event).isInstanceOf(type.value());
        assertThat(mapper.readTree(mapper.writeValueAsBytes(event))).isEqualTo(sample);
    }

    @Test
    void everyRecordOfTheSealedFamilyHasAName() {
        assertThat(types().map(JsonSubTypes.Type::value).toList()).hasSameElementsAs(records(LiveEvent.class));
    }

    @Test
    void aTypeThatIsNotKnownIsUnknownAndNoError() throws IOException {
        var event = mapper.readValue("{\"type\":\"SomethingOfNextYear\",\"x\":1}", LiveEvent.class);

        assertThat(event).isEqualTo(new LiveEvent.Unknown());
    }

    private static byte[] sample(String name) throws IOException {
        try (var in = LiveEventTest.class.getResourceAsStream("/live/" + name + ".json")) {
            assertThat(in).as("golden sample of " + name).isNotNull();
            return in.readAllBytes();
        }
    }

    private static List<Class<?>> records(Class<?> sealed) {
        var found = new ArrayList<Class<?>>();
        for (var type : sealed.getPermittedSubclasses()) {
            if (type.isRecord()) {
                found.add(type);
            } else {
                found.addAll(records(type));
            }
        }
        found.remove(LiveEvent.Unknown.class);
        return found;
    }
}
