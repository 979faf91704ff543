package io.trunkline.desktop.softphone;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.Samples;
import io.trunkline.desktop.cache.KeptMute;
import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.work.ManualTicker;
import io.trunkline.desktop.kit.work.Running;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ReservationId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MuteRecordTest implements Work {
    private static final InteractionId CALL = new InteractionId(Samples.id(201));

    private final Deque<Runnable> underWay = new ArrayDeque<>();
    private final FakePhone phone = new FakePhone();
    private final ManualTicker ticker = new ManualTicker(Samples.NINE);
    private final Voice voice = new Voice(phone, new SameThreadWork(), ticker);
    private final SimpleObjectProperty<@Nullable Trouble> problem = new SimpleObjectProperty<>();
    private final KeptMute keptMute = Samples.keptMute();
    private final MuteRecord record = new MuteRecord(phone, voice, keptMute, this, ticker, problem);

    @Test
    void oneIsSentAfterAnotherSoThatTheLastIsWhatWasPressedLast() {
        press(true);
        press(false);
        press(true);
        press(false);
        assertThat(underWay).hasSize(1);
        answerAll();
        assertThat(phone.asked).filteredOn(this::isRecord).containsExactly("mute true", "mute false");
    }

    @Test
    void whatWasPressedMeanwhileIsRecordedAtOnceThoughTheFirstFailed() {
        press(true);
        press(false);
        phone.away = true;
        underWay.remove().run(); // is kept here
        underWay.remove().run(); // does not reach the backend
        phone.away = false;
        answerAll();
        assertThat(phone.asked).filteredOn(this::isRecord).containsExactly("mute false");
        assertThat(problem.get()).isNull();
        assertThat(ticker.listeners()).isZero();
    }

    @Test
    void whatDidNotReachTheBackendIsRecordedALittleLaterAsItIsByThen() {
        phone.away = true;
        press(true);
        answerAll();
        assertThat(problem.get()).isNotNull();
        voice.mute(false);
        phone.away = false;
        ticker.advance(Duration.ofSeconds(3));
        answerAll();
        assertThat(phone.asked).filteredOn(this::isRecord).containsExactly("mute false");
        assertThat(problem.get()).isNull();
        assertThat(ticker.listeners()).isZero();
    }

    @Test
    void whatIsKeptHereIsNeverBehindWhatTheBackendKnows() {
        press(true);
        underWay.remove().run();
        assertThat(keptMute.isIn(CALL)).isTrue();
        assertThat(phone.asked).filteredOn(this::isRecord).isEmpty();
        answerAll();
        press(false);
        underWay.remove().run();
        assertThat(keptMute.isIn(CALL)).isFalse();
        assertThat(phone.asked).filteredOn(this::isRecord).containsExactly("mute true");
    }

    @Test
    void whatTheBackendRefusesIsToldAndNotAskedAgain() {
        phone.refusal = "no";
        press(true);
        answerAll();
        phone.refusal = "";
        ticker.advance(Duration.ofSeconds(30));
        assertThat(underWay).isEmpty();
        assertThat(problem.get()).isNotNull();
    }

    @Test
    void ofACallThatIsOverNothingIsRecorded() {
        phone.away = true;
        press(true);
        answerAll();
        record.drop();
        ticker.advance(Duration.ofSeconds(30));
        assertThat(underWay).isEmpty();
        assertThat(ticker.listeners()).isZero();
    }

    @Test
    void aTelephoneIsNotSilencedLongAfterTheButtonWasPressed() {
        voice.use(phone, true);
        voice.join(new ReservationId(Samples.id(101)), false);
        phone.away = true;
        press(true);
        answerAll();
        ticker.advance(Duration.ofSeconds(30));
        assertThat(underWay).isEmpty();
        assertThat(problem.get()).isNotNull();
    }

    private void press(boolean on) {
        voice.mute(on);
        record.make(CALL);
    }

    private boolean isRecord(String asked) {
        return asked.startsWith("mute");
    }

    private void answerAll() {
        while (!underWay.isEmpty()) {
            underWay.remove().run();
        }
    }

    @Override
    public <T> Running run(String name, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Runnable task = () -> new SameThreadWork().run(work, done, failed);
        underWay.add(task);
        return () -> underWay.remove(task);
    }
}
