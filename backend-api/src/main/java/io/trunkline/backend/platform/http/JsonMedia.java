package io.trunkline.backend.platform.http;

import io.helidon.common.GenericType;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.WritableHeaders;
import io.helidon.http.media.EntityReader;
import io.helidon.http.media.EntityWriter;
import io.helidon.http.media.MediaSupport;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// Records as JSON through the one mapper of both programs, for code that works on Helidon's own request.
public final class JsonMedia implements MediaSupport {
    @Override
    public String name() {
        return "json";
    }

    @Override
    public String type() {
        return "trunkline-json";
    }

    @Override
    public <T> ReaderResponse<T> reader(GenericType<T> type, Headers headers) {
        return type.rawType().isRecord()
                ? new ReaderResponse<>(SupportLevel.SUPPORTED, Reader::new)
                : ReaderResponse.unsupported();
    }

    @Override
    public <T> WriterResponse<T> writer(GenericType<T> type, Headers asked, WritableHeaders<?> headers) {
        return type.rawType().isRecord()
                ? new WriterResponse<>(SupportLevel.SUPPORTED, Writer::new)
                : WriterResponse.unsupported();
    }

    private static final class Reader<T> implements EntityReader<T> {
        @Override
        @SuppressWarnings("unchecked")
        public T read(GenericType<T> type, InputStream in, Headers headers) {
            return Bodies.read(in, (Class<T>) type.rawType());
        }

        @Override
        public T read(GenericType<T> type, InputStream in, Headers asked, Headers headers) {
            return read(type, in, headers);
        }
    }

    private static final class Writer<T> implements EntityWriter<T> {
        @Override
        public void write(GenericType<T> type, T value, OutputStream out, Headers asked, WritableHeaders<?> headers) {
            write(type, value, out, headers);
        }

        @Override
        public void write(GenericType<T> type, T value, OutputStream out, WritableHeaders<?> headers) {
            headers.setIfAbsent(io.helidon.http.HeaderValues.create(HeaderNames.CONTENT_TYPE, "application/json"));
            try (out) {
                Json.mapper().writeValue(out, value);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
