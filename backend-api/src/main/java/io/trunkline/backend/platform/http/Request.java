package io.trunkline.backend.platform.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.trunkline.backend.platform.config.TrustedProxies;
import io.trunkline.model.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// A request that the guard has let through.
public final class Request {
    private static final int MANY = 64 * 1024;

    private final ServerRequest request;
    private final Principal principal;
    private final TrustedProxies proxies;

    Request(ServerRequest request, Principal principal, TrustedProxies proxies) {
        this.request = request;
        this.principal = principal;
        this.proxies = proxies;
    }

    public Principal principal() {
        return principal;
    }

    /// Who asks, on a route of a tenant.
    public Principal.Member member() {
        if (principal instanceof Principal.Member member) {
            return member;
        }
        throw new Fault.Forbidden("This address is for members of a tenant.");
    }

    public TenantId tenant() {
        return member().tenant();
    }

    /// A part of the path, as in `/queues/{name}`.
    public String path(String name) {
        return request.path().pathParameters().get(name);
    }

    /// An id in the path. What is no id is not found.
    public <I> I id(String name, Function<UUID, I> make) {
        try {
            return make.apply(UUID.fromString(path(name)));
        } catch (IllegalArgumentException _) {
            throw new Fault.NotFound("There is nothing with this id.");
        }
    }

    /// A query parameter that is there and not blank.
    public Optional<String> query(String name) {
        return queries(name).stream().filter(value -> !value.isBlank()).findFirst();
    }

    /// All values of a query parameter, empty ones too.
    public List<String> queries(String name) {
        return request.query().all(name, List::of);
    }

    /// A query parameter read by `read`; an [IllegalArgumentException] of it becomes a [Fault.Invalid] with `allowed`.
    public <T> Optional<T> query(String name, Function<String, T> read, String allowed) {
        return query(name).map(value -> {
            try {
                return read.apply(value);
            } catch (IllegalArgumentException | java.time.DateTimeException _) {
                throw new Fault.Invalid(name, "The value of %s has to be %s.".formatted(name, allowed));
            }
        });
    }

    /// `limit` and `cursor`, within bounds.
    public Paging paging() {
        return Paging.of(this);
    }

    public Optional<String> header(String name) {
        return header(HeaderNames.create(name));
    }

    /// As above, for a name that is asked for with every request.
    public Optional<String> header(HeaderName name) {
        return request.headers().first(name);
    }

    /// The body as it came; at most what the server takes.
    public byte[] bytes() {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        var length = header(HeaderNames.CONTENT_LENGTH).map(Integer::valueOf).orElse(MANY);
        return length < MANY ? exactly(length) : request.content().as(byte[].class);
    }

    /// A small body whose length is known is read into its place.
    private byte[] exactly(int length) {
        try (var in = request.content().inputStream()) {
            return in.readNBytes(length);
        } catch (IOException e) {
            throw new UncheckedIOException("the body could not be read to its end", e);
        }
    }

    InputStream body() {
        return request.content().hasEntity() ? request.content().inputStream() : InputStream.nullInputStream();
    }

    /// The address of the client, without port: what trusted proxies say, else where the connection comes from.
    public String peer() {
        return proxies.client(neighbour(), request.headers().all(HeaderNames.X_FORWARDED_FOR, List::of));
    }

    private String neighbour() {
        return request.remotePeer().address() instanceof java.net.InetSocketAddress address
                ? address.getHostString()
                : request.remotePeer().host();
    }

    /// The request underneath, for what is not said here.
    public ServerRequest raw() {
        return request;
    }
}
