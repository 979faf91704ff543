package io.trunkline.backend.platform.http;

import io.helidon.http.Method;
import io.trunkline.backend.platform.http.Route.Shape;
import io.trunkline.model.Page;
import io.trunkline.model.identity.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A route being declared. It exists once its handler is given, and only when it has said who may use it.
public final class RouteDraft {
    private final RouteTable table;
    private final Method method;
    private final String path;
    private final List<Route.Query> queries = new ArrayList<>();
    private @Nullable Access access;
    private String summary = "";
    private boolean metered = true;
    private boolean forEveryProgram;

    RouteDraft(RouteTable table, Method method, String path) {
        this.table = table;
        this.method = method;
        this.path = path;
    }

    public RouteDraft needs(Permission permission) {
        return access(new Access.Needs(permission));
    }

    public RouteDraft signedIn() {
        return access(new Access.SignedIn());
    }

    public RouteDraft platform() {
        return access(new Access.Platform());
    }

    public RouteDraft open(String reason) {
        return access(new Access.Open(reason));
    }

    public RouteDraft summary(String sentence) {
        summary = sentence;
        return this;
    }

    /// Never refused for its rate: accept, hang up, hold, mute, refreshing a token.
    public RouteDraft unmetered() {
        metered = false;
        return this;
    }

    /// Also for desktops that are too old: what a call that goes on cannot do without.
    public RouteDraft forEveryProgram() {
        forEveryProgram = true;
        return this;
    }

    /// Names a query parameter in the document.
    public RouteDraft query(String name, String about) {
        queries.add(new Route.Query(name, about));
        return this;
    }

    public <B> Taking<B> takes(Class<B> body) {
        return new Taking<>(this, body);
    }

    public <R> Giving<R> returns(Class<R> type) {
        return new Giving<>(this, new Shape.One(type), 200);
    }

    public <R> Giving<List<R>> returnsList(Class<R> type) {
        return new Giving<>(this, new Shape.Many(type), 200);
    }

    public <R> Giving<Page<R>> returnsPage(Class<R> type) {
        return query("limit", "How many at most, 1 to 200; 50 unless told.")
                .query("cursor", "The `next` of the page before.")
                .giving(new Shape.Paged(type));
    }

    public <R> Giving<R> creates(Class<R> type) {
        return new Giving<>(this, new Shape.One(type), 201);
    }

    public Ending returnsNothing() {
        return new Ending(this);
    }

    /// The handler writes the answer itself: TwiML, audio, pages.
    public void raw(String mediaType, RouteHandler handler) {
        add(Optional.empty(), Optional.of(new Shape.Other(mediaType)), 200, handler);
    }

    private <R> Giving<R> giving(Shape shape) {
        return new Giving<>(this, shape, 200);
    }

    private RouteDraft access(Access chosen) {
        if (access != null) {
            throw new IllegalStateException(path + " says twice who may use it");
        }
        access = chosen;
        return this;
    }

    private void add(Optional<Shape> request, Optional<Shape> response, int status, RouteHandler handler) {
        if (access == null) {
            throw new IllegalStateException("%s %s does not say who may use it".formatted(method.text(), path));
        }
        table.add(
                new Route(method, path, access, summary, metered, forEveryProgram, queries, request, response, status),
                handler);
    }

    public record Giving<R>(RouteDraft draft, Shape shape, int status) {
        public void to(Function<Request, R> handler) {
            draft.add(
                    Optional.empty(),
                    Optional.of(shape),
                    status,
                    (request, response) -> Reply.json(response, status, handler.apply(request)));
        }
    }

    public record Ending(RouteDraft draft) {
        public void to(Consumer<Request> handler) {
            draft.add(Optional.empty(), Optional.empty(), 204, (request, response) -> {
                handler.accept(request);
                Reply.nothing(response);
            });
        }
    }

    public record Taking<B>(RouteDraft draft, Class<B> body) {
        public <R> Answering<B, R> returns(Class<R> type) {
            return new Answering<>(this, new Shape.One(type), 200);
        }

        public <R> Answering<B, List<R>> returnsList(Class<R> type) {
            return new Answering<>(this, new Shape.Many(type), 200);
        }

        public <R> Answering<B, R> creates(Class<R> type) {
            return new Answering<>(this, new Shape.One(type), 201);
        }

        public Swallowing<B> returnsNothing() {
            return new Swallowing<>(this);
        }

        private Optional<Shape> shape() {
            return Optional.of(new Shape.One(body));
        }
    }

    public record Answering<B, R>(Taking<B> taking, Shape shape, int status) {
        public void to(BiFunction<Request, B, R> handler) {
            taking.draft.add(
                    taking.shape(),
                    Optional.of(shape),
                    status,
                    (request, response) -> Reply.json(
                            response, status, handler.apply(request, Bodies.read(request.body(), taking.body))));
        }
    }

    public record Swallowing<B>(Taking<B> taking) {
        public void to(BiConsumer<Request, B> handler) {
            taking.draft.add(taking.shape(), Optional.empty(), 204, (request, response) -> {
                handler.accept(request, Bodies.read(request.body(), taking.body));
                Reply.nothing(response);
            });
        }
    }
}
