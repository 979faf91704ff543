package io.trunkline.backend.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.identity.SignIn;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WholeTest {
    private record Inner(String name) {}

    private record Outer(@Nullable String maybe, Inner inner, List<Inner> more) {}

    @Test
    void whatMayBeLeftOutIsNotMissed() {
        assertThat(Whole.missing(new Outer(null, new Inner("a"), List.of()))).isEmpty();
    }

    @Test
    void aMissingValueIsNamedByItsPlace() {
        assertThat(Whole.missing(new SignIn("demo", null, "x"))).contains("email");
        assertThat(Whole.missing(new Outer("", null, List.of()))).contains("inner");
        assertThat(Whole.missing(new Outer("", new Inner("a"), Arrays.asList(new Inner("b"), new Inner(null)))))
                .contains("more[1].name");
    }
}
