package io.trunkline.backend.recordings;

import static io.trunkline.model.identity.Permission.RECORDING_READ;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.platform.http.Request;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.model.InteractionId;
import io.trunkline.model.RecordingId;
import io.trunkline.model.recording.Recording;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.util.List;

/// `/api/v1/interactions/{id}/recordings` and `/api/v1/recordings/{id}/audio`
final class RecordingRoutes {
    private final Database database;
    private final Recordings recordings;
    private final RecordingStore store;
    private final MediaStore media;

    RecordingRoutes(Database database, Recordings recordings, RecordingStore store, MediaStore media) {
        this.database = database;
        this.recordings = recordings;
        this.store = store;
        this.media = media;
    }

    void declare(Routes routes) {
        routes.get("/api/v1/interactions/{id}/recordings")
                .summary("Recordings of an interaction")
                .needs(RECORDING_READ)
                .returnsList(Recording.class)
                .to(this::list);
        routes.get("/api/v1/recordings/{id}/audio")
                .summary("The audio of a recording; a range may be asked for")
                .needs(RECORDING_READ)
                .raw("audio/wav", this::audio);
    }

    private List<Recording> list(Request request) {
        return database.inTenant(request.tenant(), tx -> recordings.of(tx, request.id("id", InteractionId::new)));
    }

    private void audio(Request request, ServerResponse response) throws IOException {
        var row = database.inTenant(request.tenant(), tx -> store.find(tx, request.id("id", RecordingId::new)))
                .orElseThrow(() -> new Fault.NotFound("There is no such recording."));
        if (row.path() == null) {
            throw new Fault.NotFound("The audio of this recording is not here yet.");
        }
        var file = media.file(row.path());
        if (!Files.exists(file)) {
            throw new Fault.NotFound("The audio of this recording is not here any more.");
        }
        var size = Files.size(file);
        response.header(HeaderNames.ACCEPT_RANGES, "bytes");
        response.header(HeaderNames.CACHE_CONTROL, "private, max-age=3600");
        response.header(HeaderNames.CONTENT_TYPE, row.mediaType() == null ? "audio/wav" : row.mediaType());
        var range = ByteRange.of(request.header("Range").orElse(""), size);
        if (range.isEmpty()) {
            response.status(Status.REQUESTED_RANGE_NOT_SATISFIABLE_416)
                    .header(HeaderNames.CONTENT_RANGE, "bytes */" + size)
                    .send();
            return;
        }
        var wanted = range.get();
        if (!wanted.whole()) {
            response.status(Status.PARTIAL_CONTENT_206)
                    .header(HeaderNames.CONTENT_RANGE, "bytes %d-%d/%d".formatted(wanted.from(), wanted.to(), size));
        }
        response.contentLength(wanted.length());
        try (var channel = Files.newByteChannel(file);
                var out = response.outputStream()) {
            channel.position(wanted.from());
            copy(Channels.newInputStream(channel), out, wanted.length());
        }
    }

    private static void copy(java.io.InputStream from, java.io.OutputStream to, long length) throws IOException {
        var buffer = new byte[64 * 1024];
        for (var left = length; left > 0; ) {
            var read = from.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                return;
            }
            to.write(buffer, 0, read);
            left -= read;
        }
    }
}
