package io.trunkline.desktop.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.Samples;
import io.trunkline.model.Channel;
import io.trunkline.model.CommandId;
import io.trunkline.model.DispositionId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ThreadId;
import io.trunkline.model.call.QualityReport;
import io.trunkline.model.interaction.Completion;
import io.trunkline.model.interaction.NewNote;
import io.trunkline.model.message.NewMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
    private static final Clock CLOCK = Clock.fixed(Samples.NINE, ZoneOffset.UTC);
    private static final Pending NOTE = new Pending.Note(
            new InteractionId(Samples.id(1)), new NewNote(new CommandId(Samples.id(2)), "called back"));
    private static final Pending TEXT =
            new Pending.Text(new ThreadId(Samples.id(3)), new NewMessage(new CommandId(Samples.id(4)), "on its way"));
    private static final Pending COMPLETE = new Pending.Complete(
            new InteractionId(Samples.id(1)),
            new Completion(new CommandId(Samples.id(5)), new DispositionId(Samples.id(6)), null));

    private static final Pending QUALITY = new Pending.Quality(
            new InteractionId(Samples.id(1)), new QualityReport(new CommandId(Samples.id(7)), Samples.quality(4.2)));

    @TempDir
    private Path folder;

    @Test
    void whatIsNotAcknowledgedIsThereInOrderAfterANewStart() {
        try (var cache = Cache.open(folder, CLOCK)) {
            cache.unsent().add(NOTE);
            cache.unsent().add(TEXT);
            cache.unsent().add(COMPLETE);
            cache.unsent().add(QUALITY);
            cache.unsent().add(NOTE);
            cache.unsent().remove(TEXT);
        }
        try (var cache = Cache.open(folder, CLOCK)) {
            assertThat(cache.unsent().all()).containsExactly(NOTE, COMPLETE, QUALITY);
        }
    }

    @Test
    void theCallInWhichTheAgentIsSilentIsKnownAfterANewStartUntilTheyAreHeard() {
        var call = new InteractionId(Samples.id(1));
        try (var cache = Cache.open(folder, CLOCK)) {
            cache.keptMute().keep(Optional.of(call));
        }
        try (var cache = Cache.open(folder, CLOCK)) {
            assertThat(cache.keptMute().isIn(call)).isTrue();
            assertThat(cache.keptMute().isIn(new InteractionId(Samples.id(2)))).isFalse();
            cache.keptMute().keep(Optional.empty());
            assertThat(cache.keptMute().isIn(call)).isFalse();
        }
    }

    @Test
    void aDraftIsFoundAgainAndABlankOneForgotten() {
        try (var cache = Cache.open(folder, CLOCK)) {
            cache.drafts().keep("note:1", "he wants");
            cache.drafts().keep("note:1", "he wants a refund");
            cache.drafts().keep("note:2", "x");
            cache.drafts().keep("note:2", "  ");
        }
        try (var cache = Cache.open(folder, CLOCK)) {
            assertThat(cache.drafts().of("note:1")).contains("he wants a refund");
            assertThat(cache.drafts().of("note:2")).isEmpty();
        }
    }

    @Test
    void theLastDeskIsReadableWithoutTheBackend() {
        var desk = Samples.desk(7, List.of(Samples.offered(1, Channel.VOICE, Samples.ANA)));
        try (var cache = Cache.open(folder, CLOCK)) {
            cache.lastDesk().keep(desk, Samples.NINE);
            assertThat(cache.lastDesk().seen()).contains(new LastDesk.Seen(desk, Samples.NINE));
        }
    }

    @Test
    void aFileInUseByAnotherProgramDoesNotStopTheWork() {
        try (var first = Cache.open(folder, CLOCK);
                var second = Cache.open(folder, CLOCK)) {
            first.drafts().keep("note:1", "first");
            second.drafts().keep("note:1", "second");
            assertThat(second.drafts().of("note:1")).isPresent();
        }
    }
}
