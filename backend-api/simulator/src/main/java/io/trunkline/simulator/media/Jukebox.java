package io.trunkline.simulator.media;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// WAVs by address, the latest few kept. What cannot be had or read is replaced by the carrier's own music.
public final class Jukebox implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Jukebox.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int KEPT = 16;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Clip> kept = new LinkedHashMap<>(KEPT, 0.75f, true);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(PATIENCE)
            .build();
    private final Executor threads;
    private final Function<String, Optional<Path>> own;

    /// @param own finds what lies on this machine by its address
    public Jukebox(Executor threads, Function<String, Optional<Path>> own) {
        this.threads = threads;
        this.own = own;
    }

    /// A voice at once, silent until the WAV is there.
    public Voice play(String url) {
        var known = kept(url);
        if (known.isPresent()) {
            return known.get().player();
        }
        var later = new Later();
        threads.execute(() -> later.voice = clip(url).map(Clip::player).orElseGet(Music::new));
        return later;
    }

    private static final class Later implements Voice {
        private volatile Voice voice = QUIET;

        @Override
        public void next(short[] frame) {
            voice.next(frame);
        }
    }

    /// Waits until it is there.
    public Optional<Clip> clip(String url) {
        var known = kept(url);
        return known.isPresent() ? known : fetch(url).flatMap(Clip::read).map(clip -> keep(url, clip));
    }

    private Optional<Clip> kept(String url) {
        lock.lock();
        try {
            return Optional.ofNullable(kept.get(url));
        } finally {
            lock.unlock();
        }
    }

    private Clip keep(String url, Clip clip) {
        lock.lock();
        try {
            kept.put(url, clip);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
            return clip;
        } finally {
            lock.unlock();
        }
    }

    private Optional<byte[]> fetch(String url) {
        try {
            var file = own.apply(url);
            if (file.isPresent()) {
                return Optional.of(Files.readAllBytes(file.get()));
            }
            var request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
            var response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() == 200) {
                return Optional.of(response.body());
            }
            log.info("no sound at {}: status {}", url, response.statusCode());
        } catch (IOException | IllegalArgumentException e) {
            log.info("no sound at {}: {}", url, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
