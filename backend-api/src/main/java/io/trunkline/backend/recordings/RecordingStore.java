package io.trunkline.backend.recordings;

import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.InteractionId;
import io.trunkline.model.RecordingId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The table `recording`. States move forward only: `IN_PROGRESS`, then `COMPLETED`, then `STORED`.
final class RecordingStore {
    private static final String SELECT = """
            select id, interaction_id, carrier_sid, state, started_at, seconds, channels, bytes, path, source_url, media_type,
                   attempts
            from recording where tenant_id = :tenant""";

    void told(Tx tx, RecordingNotice notice) {
        tx.handle()
                .createUpdate("""
                        insert into recording as r (tenant_id, id, interaction_id, carrier_sid, call_sid, state, started_at,
                                                    seconds, channels, source_url, due_at)
                        values (:tenant, :id, :interaction, :sid, :call, :state, :started, :seconds, :channels, :url, :now)
                        on conflict (tenant_id, carrier_sid) do update
                        set state = case when r.state = 'IN_PROGRESS' then excluded.state else r.state end,
                            started_at = least(r.started_at, excluded.started_at),
                            channels = case when excluded.state = 'COMPLETED' then excluded.channels else r.channels end,
                            seconds = greatest(r.seconds, excluded.seconds),
                            source_url = case when excluded.state = 'COMPLETED' then excluded.source_url else r.source_url end,
                            due_at = case when r.state = 'IN_PROGRESS' then excluded.due_at else r.due_at end""")
                .bind("tenant", tx.tenant())
                .bind("id", new RecordingId(Ids.next()))
                .bind("interaction", notice.interaction())
                .bind("sid", notice.carrierSid())
                .bind("call", notice.callSid())
                .bind("state", notice.kind())
                .bind("started", notice.startedAt())
                .bind("seconds", notice.seconds())
                .bind("channels", notice.channels())
                .bind("url", notice.url())
                .bind("now", tx.now())
                .execute();
    }

    boolean running(Tx tx, InteractionId interaction) {
        return tx.handle()
                .createQuery("select exists (select 1 from recording where tenant_id = :tenant"
                        + " and interaction_id = :interaction and state = 'IN_PROGRESS')")
                .bind("tenant", tx.tenant())
                .bind("interaction", interaction)
                .mapTo(Boolean.class)
                .one();
    }

    boolean knows(Tx tx, InteractionId interaction) {
        return tx.handle()
                .createQuery(
                        "select exists (select from interaction_of_contact where tenant_id = :tenant and id = :interaction)")
                .bind("tenant", tx.tenant())
                .bind("interaction", interaction)
                .mapTo(Boolean.class)
                .one();
    }

    List<RecordingRow> of(Tx tx, InteractionId interaction) {
        return tx.handle()
                .createQuery(SELECT
                        + " and interaction_id = :interaction and state in ('IN_PROGRESS', 'COMPLETED', 'STORED')"
                        + " order by started_at, id")
                .bind("tenant", tx.tenant())
                .bind("interaction", interaction)
                .mapTo(RecordingRow.class)
                .list();
    }

    Optional<RecordingRow> find(Tx tx, RecordingId id) {
        return tx.handle()
                .createQuery(SELECT + " and id = :id")
                .bind("tenant", tx.tenant())
                .bind("id", id)
                .mapTo(RecordingRow.class)
                .findOne();
    }

    /// Takes recordings whose audio is due to be fetched; they are due again at `until` unless they are stored by then.
    List<RecordingRow> take(Tx tx, int most, Instant until) {
        return tx.handle()
                .createQuery("""
                        update recording set due_at = :until, attempts = attempts + 1
                        where tenant_id = :tenant and id in (
                            select id from recording where tenant_id = :tenant and state = 'COMPLETED' and due_at <= :now
                            order by due_at limit :most for update skip locked)
                        returning id, interaction_id, carrier_sid, state, started_at, seconds, channels, bytes, path, source_url,
                                  media_type, attempts""")
                .bind("tenant", tx.tenant())
                .bind("now", tx.now())
                .bind("until", until)
                .bind("most", most)
                .mapTo(RecordingRow.class)
                .list();
    }

    boolean stored(Tx tx, RecordingId id, StoredAudio audio, String mediaType) {
        return tx.handle()
                        .createUpdate("""
                                update recording set state = 'STORED', path = :path, bytes = :bytes, sha256 = decode(:hash, 'hex'),
                                       media_type = :type, stored_at = :now, last_error = null
                                where tenant_id = :tenant and id = :id and state = 'COMPLETED'""")
                        .bind("tenant", tx.tenant())
                        .bind("id", id)
                        .bind("path", audio.path())
                        .bind("bytes", audio.bytes())
                        .bind("hash", audio.hash())
                        .bind("type", mediaType)
                        .bind("now", tx.now())
                        .execute()
                == 1;
    }

    void failed(Tx tx, RecordingId id, String reason, Instant due, boolean last) {
        tx.handle()
                .createUpdate("""
                        update recording set last_error = :reason, due_at = :due,
                               state = case when :last then 'FAILED' else state end
                        where tenant_id = :tenant and id = :id and state = 'COMPLETED'""")
                .bind("tenant", tx.tenant())
                .bind("id", id)
                .bind("reason", reason)
                .bind("due", due)
                .bind("last", last)
                .execute();
    }
}
