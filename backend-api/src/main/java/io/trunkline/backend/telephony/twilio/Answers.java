package io.trunkline.backend.telephony.twilio;

import io.trunkline.backend.platform.db.DatabaseUnavailable;
import io.trunkline.backend.telephony.Notice;
import io.trunkline.backend.telephony.Notices;
import io.trunkline.backend.telephony.Outage;
import io.trunkline.backend.telephony.Spool;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers every request of the carrier in time. What cannot be written to the database is written to disk and taken
/// from there, in order, when the database is back.
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final Duration LONGEST = Duration.ofMillis(1_100);
    private static final Duration WHEN_REDONE = Duration.ofSeconds(30);

    private final VoiceQuestions questions;
    private final Notices notices;
    private final Map<String, NoticeKind> kinds;
    private final Spool spool;
    private final Outage outage;
    private final ExecutorService threads;

    Answers(
            VoiceQuestions questions,
            Notices notices,
            Map<String, NoticeKind> kinds,
            Spool spool,
            Outage outage,
            ExecutorService threads) {
        this.questions = questions;
        this.notices = notices;
        this.kinds = kinds;
        this.spool = spool;
        this.outage = outage;
        this.threads = threads;
    }

    /// What the question is answered with, within two seconds whatever happens to the database.
    String answer(Asked asked) {
        var said = questions.of(asked);
        if (!said.work()) {
            return said.emergency();
        }
        if (outage.worthTrying()) {
            try {
                var answer = threads.submit(said.usual()::get).get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
                outage.over();
                return answer;
            } catch (TimeoutException _) {
                LOG.debug("{} was not written down in time", asked.path());
                outage.found();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                failed(asked, e);
            }
        }
        spool.add(written(asked));
        return said.emergency();
    }

    private void failed(Asked asked, ExecutionException e) {
        if (e.getCause() instanceof DatabaseUnavailable) {
            outage.found();
            LOG.debug("The database is gone; {} goes to disk", asked.path());
        } else {
            LOG.error("{} could not be written down; it goes to disk and is tried again", asked.path(), e.getCause());
        }
    }

    /// Returns once the notice can no longer be lost.
    void take(Asked asked) {
        if (outage.worthTrying()) {
            try {
                notices.add(notice(asked), LONGEST);
                outage.over();
                return;
            } catch (DatabaseUnavailable e) {
                LOG.debug("The database is gone; {} goes to disk", asked.path(), e);
                outage.found();
            }
        }
        spool.add(written(asked));
    }

    private Notice notice(Asked asked) {
        var kind = kinds.get(asked.path());
        if (kind == null) {
            throw new IllegalStateException("no notice comes to " + asked.path());
        }
        var subject = asked.form().first(kind.subjectField());
        return new Notice(asked.tenant(), asked.token(), kind.name(), subject, asked.fields(), asked.at());
    }

    /// Does what was left undone while the database was gone; nothing when it still is. Returns how much that was.
    int replay() {
        if (spool.isEmpty()) {
            return 0;
        }
        var kept = spool.replay(record -> redo(read(record)));
        outage.over();
        notices.retryParked();
        LOG.info("{} webhooks that came while the database was gone are written down", kept);
        return kept;
    }

    private void redo(Asked asked) {
        if (kinds.containsKey(asked.path())) {
            notices.add(notice(asked), WHEN_REDONE);
            return;
        }
        try {
            var answer = questions.of(asked).usual().get();
            LOG.debug("{} is written down, {} characters", asked.path(), answer.length());
        } catch (DatabaseUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("A spooled question at {} cannot be redone and is left out", asked.path(), e);
        }
    }

    private static byte[] written(Asked asked) {
        try {
            return Json.mapper().writeValueAsBytes(asked);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Asked read(byte[] record) {
        try {
            return Json.mapper().readValue(record, Asked.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
