package io.trunkline.desktop.updates;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.backend.BackendFailure;
import io.trunkline.desktop.backend.ThisProgram;
import io.trunkline.desktop.kit.work.ManualTicker;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.updates.UpdatesViewModel.State;
import io.trunkline.model.desktop.Release;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UpdatesViewModelTest implements UpdatesGateway {
    private final ManualTicker ticker = new ManualTicker(Instant.parse("2026-11-02T09:00:00Z"));
    private final List<URI> browsed = new ArrayList<>();
    private Release answer = release("0.3.0", "https://centre.example.com/get");
    private boolean reachable = true;
    private int asked;

    @Override
    public Release release() {
        asked++;
        if (!reachable) {
            throw new BackendFailure.Unreachable("away");
        }
        return answer;
    }

    @Test
    void tellsOfANewerOneAndOpensItsPageWhenAsked() {
        var model = opened("0.2.0", true);
        assertThat(model.state().get()).isEqualTo(State.NEWER);
        assertThat(model.newer().get()).map(Newer::version).contains("0.3.0");
        assertThat(browsed).isEmpty();
        model.get();
        assertThat(browsed).containsExactly(URI.create("https://centre.example.com/get"));
    }

    @Test
    void saysNothingOfTheSameOrAnOlderOneNorWhileDeveloping() {
        for (var own : List.of("0.3.0", "0.4.0", "development")) {
            var model = opened(own, true);
            assertThat(model.state().get()).as(own).isEqualTo(State.NEWEST);
            assertThat(model.newer().get()).as(own).isEmpty();
        }
    }

    @Test
    void asksAtSignInAndOnceADayWithSomeSpread() {
        opened("0.2.0", true);
        assertThat(asked).isEqualTo(1);
        ticker.advance(Duration.ofHours(23));
        assertThat(asked).isEqualTo(1);
        ticker.advance(Duration.ofHours(2).plusSeconds(1));
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void notAllAskInTheSameMinute() {
        var minutes = new ArrayList<Long>();
        for (var seed = 0; seed < 20; seed++) {
            var model = new UpdatesViewModel(
                    this, new SameThreadWork(), ticker, "0.2.0", true, browsed::add, new Random(seed));
            asked = 0;
            var begun = ticker.now();
            model.activate();
            while (asked < 2) {
                ticker.advance(Duration.ofMinutes(1));
            }
            model.deactivate();
            minutes.add(Duration.between(begun, ticker.now()).toMinutes());
        }
        assertThat(minutes.stream().distinct().count()).isGreaterThan(8);
        assertThat(minutes).allMatch(minute -> minute >= 24 * 60 && minute <= 25 * 60 + 1);
    }

    @Test
    void whereItWantsNothingSaidNobodyIsAsked() {
        var model = opened("0.2.0", false);
        ticker.advance(Duration.ofDays(3));
        assertThat(asked).isZero();
        assertThat(model.state().get()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void anOutageIsSaidAndTheLastAnswerKept() {
        var model = opened("0.2.0", true);
        reachable = false;
        model.ask();
        assertThat(model.state().get()).isEqualTo(State.FAILED);
        assertThat(model.newer().get()).isPresent();
    }

    @Test
    void opensNothingButPagesOfTheWeb() {
        for (var page : List.of("file:///etc/passwd", "javascript:alert(1)", "not an address")) {
            answer = release("0.3.0", page);
            opened("0.2.0", true).get();
        }
        assertThat(browsed).isEmpty();
    }

    @Test
    void theSystemsOwnPackageIsOpenedAndItsChecksumToldRatherThanThePage() {
        answer = packaged("https://centre.example.com/mine");
        var model = opened("0.2.0", true);
        model.get();
        assertThat(browsed).containsExactly(URI.create("https://centre.example.com/mine"));
        assertThat(model.newer().get().flatMap(Newer::where).flatMap(Where::sum))
                .contains("0123abcd ".repeat(8).strip());
    }

    @Test
    void thePageIsForASystemWithoutAPackageAndHasNoChecksum() {
        answer = packaged("file:///no/package/that/a/browser/opens");
        var model = opened("0.2.0", true);
        model.get();
        assertThat(browsed).containsExactly(URI.create("https://centre.example.com/get"));
        assertThat(model.newer().get().flatMap(Newer::where).flatMap(Where::sum))
                .isEmpty();
    }

    private static Release packaged(String address) {
        return new Release(
                "0.3.0",
                null,
                "https://centre.example.com/get",
                List.of(
                        new Release.Download("other", "https://centre.example.com/other", "ff".repeat(32)),
                        new Release.Download(ThisProgram.system(), address, "0123abcd".repeat(8))));
    }

    private UpdatesViewModel opened(String own, boolean tells) {
        var model = new UpdatesViewModel(this, new SameThreadWork(), ticker, own, tells, browsed::add, new Random(1));
        model.activate();
        return model;
    }

    private static Release release(String newest, @Nullable String page) {
        return new Release(newest, null, page, List.of());
    }
}
